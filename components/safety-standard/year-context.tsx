import { GetForm } from "@/components/forms/get-form";
import { BoundaryChoice } from "@/components/layout/boundary-choice";
import { buttonStyle } from "@/components/ui/button-style";
import { Select } from "@/components/ui/select";
import { unitViewOptions } from "@/components/units/unit-options";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { safetyWords } from "@/lib/safety-standard/messages";
import { yearsUpTo } from "@/lib/safety-standard/rules";
import type { SafetyView } from "@/lib/safety-standard/schema";
import { unitsWords } from "@/lib/units/messages";
import type { UnitOption } from "@/lib/units/queries";

type Props = {
  path: string;
  view: SafetyView;
  units: readonly UnitOption[];
  wholeCity: boolean;
  keep?: Record<string, string | undefined>;
  locale: Locale;
};

/** What a year's figures are counted for: unit, year, boundaries. All of it stands in the address; works as a plain form. */
export function YearContext({ path, view, units, wholeCity, keep = {}, locale }: Props) {
  const words = safetyWords[locale];
  const everything = {
    value: "",
    label: wholeCity ? unitsWords[locale].wholeCity : unitsWords[locale].ownArea,
  };
  return (
    <GetForm
      action={path}
      auto
      label={words.view}
      className="-mx-4 -mt-5 mb-6 border-b bg-paper px-4 py-2 lg:-mx-8 lg:px-8 print:hidden"
    >
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} readOnly />,
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,9rem)] gap-3 lg:flex lg:flex-wrap lg:items-center">
        <Labelled id="safety-unit" label={words.unit}>
          <Select
            id="safety-unit"
            name="unit"
            options={[everything, ...unitViewOptions(units, locale)]}
            defaultValue={view.unit ?? ""}
            data-value={view.unit ?? ""}
            className="lg:w-52"
          />
        </Labelled>
        <Labelled id="safety-year" label={words.year}>
          <Select
            id="safety-year"
            name="year"
            options={yearsUpTo(today()).map((year) => ({ value: String(year), label: words.yearOf(year) }))}
            defaultValue={String(view.year)}
            data-value={String(view.year)}
            className="lg:w-32"
          />
        </Labelled>
        <div className="col-span-2">
          <BoundaryChoice boundary={view.boundary} locale={locale} />
        </div>
        <button
          type="submit"
          className={`${buttonStyle({ variant: "primary" })} col-span-2 [@media(scripting:enabled)]:hidden`}
        >
          {words.show}
        </button>
      </div>
    </GetForm>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className="block text-xs text-muted xl:sr-only">
        {label}
      </label>
      {children}
    </div>
  );
}
