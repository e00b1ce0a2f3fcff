import { GetForm } from "@/components/forms/get-form";
import { Button } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/select";
import { unitViewOptions } from "@/components/units/unit-options";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { type Period, periodLabel } from "@/lib/core/periods";
import { readingWords } from "@/lib/security-models/readings/messages";
import type { UnitOption } from "@/lib/units/queries";

type Props = {
  models: readonly { id: string; name: string }[];
  model: string;
  periods: readonly Period[];
  period: Period;
  units: readonly UnitOption[];
  unit?: string;
  wholeCity: boolean;
  locale: Locale;
};

/** Which grid is looked at: model, period, unit; each choice is an address. */
export function ReadingChoice({ models, model, periods, period, units, unit, wholeCity, locale }: Props) {
  const words = readingWords[locale];
  const known = periods.some(({ key }) => key === period.key);
  return (
    <GetForm
      action="/security-models/readings"
      auto
      label={words.choose}
      className="mb-6 grid gap-4 sm:grid-cols-2 lg:flex lg:flex-wrap lg:items-end print:hidden"
    >
      <Choice
        name="model"
        label={words.model}
        value={model}
        options={models.map(({ id, name }) => ({ value: id, label: name }))}
        className="lg:w-80"
      />
      <Choice
        name="period"
        label={words.period}
        value={period.key}
        options={(known ? periods : [period, ...periods]).map((one) => ({
          value: one.key,
          label: `${periodLabel(one, locale)}${one.to >= today() ? `, ${words.running}` : ""}`,
        }))}
        className="lg:w-72"
      />
      {(wholeCity || units.length > 1) && (
        <Choice
          name="unit"
          label={words.unit}
          value={unit ?? ""}
          options={[
            { value: "", label: wholeCity ? words.wholeCity : words.ownArea },
            ...unitViewOptions(units, locale),
          ]}
          className="lg:w-56"
        />
      )}
      <Button type="submit" className="no-script-only">
        {words.look}
      </Button>
    </GetForm>
  );
}

type ChoiceProps = { name: string; label: string; value: string; options: Option[]; className: string };

const Choice = ({ name, label, value, options, className }: ChoiceProps) => (
  <div className={`min-w-0 space-y-1 ${className}`}>
    <label htmlFor={`reading-${name}`} className="block text-xs text-muted">
      {label}
    </label>
    <Select id={`reading-${name}`} name={name} options={options} defaultValue={value} data-value={value} />
  </div>
);
