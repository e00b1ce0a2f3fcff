import { RadioField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/lib/core/locale";
import { enterDiscipline } from "@/lib/safety-standard/simulator/actions";
import { simulatorWords } from "@/lib/safety-standard/simulator/messages";
import type { UnitYearRecord } from "@/lib/safety-standard/simulator/queries";

/** What the city knows of a unit's police in a year: yes, no, or nothing yet (T17). */
export function Discipline({ record, locale }: { record: UnitYearRecord; locale: Locale }) {
  const words = simulatorWords[locale];
  const { discipline, unit, year, may } = record;
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">{words.discipline}</h3>
      <p className="text-sm">
        {discipline ? (
          <>
            {words.disciplined[discipline.disciplined ? "yes" : "no"]}
            <span className="text-muted"> · {words.sourceIs(discipline.source)}</span>
          </>
        ) : (
          <span className="text-muted">{words.noData}</span>
        )}
      </p>
      {may.discipline && (
        <Disclosure summary={words.disciplineOpen}>
          <CommandForm
            action={enterDiscipline}
            title={words.discipline}
            submitLabel={words.disciplineSave}
            hidden={{ unitId: String(unit.id), year: String(year) }}
            labels={words.fields}
            bar="plain"
            locale={locale}
          >
            <p className="text-sm text-muted">{words.disciplineLead}</p>
            <RadioField
              name="disciplined"
              label={words.fields.disciplined}
              options={[
                { value: "no", label: words.no },
                { value: "yes", label: words.yes },
              ]}
              defaultValue={discipline ? (discipline.disciplined ? "yes" : "no") : undefined}
              inline
              locale={locale}
            />
            <TextField
              name="source"
              label={words.fields.source}
              defaultValue={discipline?.source}
              locale={locale}
            />
          </CommandForm>
        </Disclosure>
      )}
    </div>
  );
}
