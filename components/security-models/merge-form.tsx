import { SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { DateField, TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { joinModel } from "@/lib/security-models/mergers/actions";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import type { MergeOption } from "@/lib/security-models/mergers/queries";
import { modelWords } from "@/lib/security-models/messages";
import type { PointState } from "@/lib/security-models/points/queries";
import type { ModelRecord } from "@/lib/security-models/queries";

type Props = {
  model: ModelRecord;
  points: Record<PointState, number>;
  options: readonly MergeOption[];
  cancelHref: string;
  locale: Locale;
};

/** Into which model, from which day, by which decision; what it means for how many points stands above. */
export function MergeForm({ model, points, options, cancelHref, locale }: Props) {
  const words = mergerWords[locale];
  const { fields } = words;
  if (options.length === 0) return <EmptyState title={words.noOptions} />;
  return (
    <CommandForm
      action={joinModel}
      id={model.id}
      version={model.version}
      title={modelWords[locale].merge}
      submitLabel={modelWords[locale].confirmMerge}
      cancelHref={cancelHref}
      labels={fields}
      danger
      locale={locale}
    >
      <div className="space-y-1 border-l-2 border-edge pl-4 text-sm">
        <p>{words.consequence(points["in-force"], points.ended, points.waiting)}</p>
        <p className="text-muted">{words.histories}</p>
      </div>
      <SelectField
        name="intoId"
        label={fields.intoId}
        hint={words.intoHint}
        options={options.map(({ id, name, points }) => ({ value: id, label: words.option(name, points) }))}
        locale={locale}
      />
      <DateField
        name="mergedOn"
        label={fields.mergedOn}
        hint={words.dayHint}
        defaultValue={today()}
        max={today()}
        locale={locale}
      />
      <TextField
        name="mergeDecision"
        label={fields.mergeDecision}
        hint={words.decisionHint}
        locale={locale}
      />
    </CommandForm>
  );
}
