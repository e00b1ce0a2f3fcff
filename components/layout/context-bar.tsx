import { clsx } from "clsx";
import { SlidersHorizontal } from "lucide-react";
import { GetForm } from "@/components/forms/get-form";
import { buttonStyle } from "@/components/ui/button-style";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { BoundaryChoice } from "./boundary-choice";
import { contextWords } from "./words";

export type ContextBarProps = {
  locale: Locale;
  path: string;
  /** Parameters of the address that stay as they are. */
  keep: Record<string, string>;
  unit: { options: Option[]; value: string; fixed?: boolean };
  /** `value` is "" for a free range. */
  period: {
    options: { value: string; label: string }[];
    value: string;
    from: string;
    to: string;
    label: string;
    /** Days typed that make no range; `from` and `to` are those of the period shown instead. */
    typed?: { from: string; to: string; fault: "reversed" | "incomplete" };
  };
  boundary: "current" | "historical";
  asOf: string;
  /** The day asked for has not come. */
  ahead?: "notAhead" | "planned";
  show: { period?: boolean; boundary?: boolean; asOf?: boolean; unit?: boolean };
};

/** What every figure on the page is counted for: unit, period, boundaries, day. All of it stands in the address. */
export function ContextBar(props: ContextBarProps) {
  const { locale, path, keep, unit, boundary, asOf, ahead, show } = props;
  const words = contextWords[locale];
  return (
    <GetForm
      action={path}
      auto
      label={words.view}
      className="-mx-4 -mt-5 mb-6 border-b bg-paper px-4 lg:-mx-8 lg:px-8 xl:sticky xl:top-(--top-bar) xl:z-10 print:static print:mx-0 print:mt-1 print:px-0"
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <ContextSummary {...props} />
      {show.period && <RangeFault {...props} id={faultId} />}
      {show.asOf && ahead && (
        <p role="note" className="py-2 text-sm text-ochre">
          {words[ahead](formatDate(asOf))}
        </p>
      )}
      <div id="context" data-bar="context" popover="auto" className="sheet-wide print:hidden!">
        <div className="flex flex-col gap-4 xl:min-h-12 xl:flex-row xl:items-center xl:gap-x-4">
          {show.unit && (
            <Labelled id="context-unit" label={words.unit} quiet>
              {unit.fixed ? (
                <p className="text-sm font-medium">{labelOf(unit)}</p>
              ) : (
                <Select
                  id="context-unit"
                  name="unit"
                  options={unit.options}
                  defaultValue={unit.value}
                  data-value={unit.value}
                  className="xl:w-44"
                />
              )}
            </Labelled>
          )}
          {show.period && <PeriodChoice {...props} />}
          {show.boundary && <BoundaryChoice boundary={boundary} locale={locale} />}
          {show.asOf && (
            <Labelled id="context-as-of" label={words.asOf} firm>
              <Input
                id="context-as-of"
                type="date"
                name="asOf"
                defaultValue={asOf}
                data-value={asOf}
                className="xl:w-32 xl:shrink-0 xl:px-2"
              />
            </Labelled>
          )}
          <button
            type="submit"
            className={`${buttonStyle({ variant: "primary" })} xl:ml-auto xl:[@media(scripting:enabled)]:hidden`}
          >
            {words.show}
          </button>
        </div>
      </div>
    </GetForm>
  );
}

const faultId = "context-range-error";

/** What is wrong with the days typed, and what is shown instead. */
function RangeFault({
  period,
  locale,
  id,
  className,
}: ContextBarProps & { id?: string; className?: string }) {
  if (!period.typed) return null;
  const words = contextWords[locale];
  const days = words.range(formatDate(period.from), formatDate(period.to));
  return (
    <p id={id} role={id && "alert"} className={clsx("py-2 text-sm text-red print:hidden", className)}>
      {words.notRange[period.typed.fault](`${period.label}, ${days}`)}
    </p>
  );
}

/** A named period shows its days in words; "Khoảng tự chọn" shows two boxes instead (told apart by CSS alone). */
function PeriodChoice(props: ContextBarProps) {
  const { period, locale } = props;
  const words = contextWords[locale];
  const options = [{ value: "", label: words.custom }, ...period.options.filter(({ value }) => value !== "")];
  const chosen = period.typed ? "" : period.value;
  const day = (name: "from" | "to") => {
    const value = (period.typed ?? period)[name];
    return (
      <Labelled id={`context-${name}`} label={words[name]} quiet>
        <Input
          id={`context-${name}`}
          type="date"
          name={name}
          defaultValue={value}
          data-value={value}
          aria-invalid={period.typed ? true : undefined}
          aria-describedby={period.typed ? faultId : undefined}
          className="xl:w-32 xl:shrink-0 xl:px-2"
        />
      </Labelled>
    );
  };
  return (
    <div className="group/period flex min-w-0 flex-col gap-4 xl:flex-row xl:items-center xl:gap-3">
      <Labelled id="context-period" label={words.period} quiet>
        <Select
          id="context-period"
          name="period"
          options={options}
          defaultValue={chosen}
          data-value={chosen}
          data-rules="from to"
          className="xl:w-56"
        />
      </Labelled>
      <p className="numeral text-sm text-muted group-has-[option[value='']:checked]/period:hidden">
        {words.range(formatDate(period.from), formatDate(period.to))}
      </p>
      <div className="group-has-[option:not([value='']):checked]/period:hidden">
        <div className="flex shrink-0 items-end gap-2 xl:items-center">
          {day("from")}
          {day("to")}
        </div>
        <RangeFault {...props} className="pb-0 xl:hidden" />
      </div>
    </div>
  );
}

/** Where there is little room, and on paper, two lines say it all in words; touching them opens the choices. */
function ContextSummary({ locale, unit, period, boundary, asOf, show }: ContextBarProps) {
  const words = contextWords[locale];
  const join = (parts: (string | false | undefined)[]) => parts.filter(Boolean).join(" · ");
  const what = join([show.unit && labelOf(unit), show.period && period.label]);
  const how = join([
    show.period && words.range(formatDate(period.from), formatDate(period.to)),
    show.boundary && words[boundary],
    show.asOf && words.standing(formatDate(asOf)),
  ]);
  return (
    <button
      type="button"
      popoverTarget="context"
      className="flex min-h-12 w-full items-center justify-between gap-3 py-2 text-left text-sm xl:hidden print:flex"
    >
      <span className="min-w-0">
        {what !== "" && <span className="block font-medium">{what}</span>}
        <span className="block text-xs text-muted first-letter:uppercase">{how}</span>
      </span>
      <span className="flex shrink-0 items-center gap-1.5 text-green print:hidden">
        <SlidersHorizontal aria-hidden className="size-4" />
        {words.change}
      </span>
    </button>
  );
}

type LabelledProps = {
  id: string;
  label: string;
  quiet?: boolean;
  firm?: boolean;
  children: React.ReactNode;
};

/** Label above on a phone, beside on a desk; `quiet` ones are told on the desk only to those who listen. */
function Labelled({ id, label, quiet, firm, children }: LabelledProps) {
  return (
    <div
      className={`min-w-0 grow space-y-1 ${firm ? "xl:shrink-0" : ""} xl:flex xl:grow-0 xl:items-center xl:gap-2 xl:space-y-0`}
    >
      <label
        htmlFor={id}
        className={`block text-xs text-muted ${quiet ? "xl:sr-only" : "xl:whitespace-nowrap"}`}
      >
        {label}
      </label>
      {children}
    </div>
  );
}

const labelOf = (unit: ContextBarProps["unit"]) =>
  unit.options.find(({ value }) => value === unit.value)?.label ?? unit.options[0]?.label ?? "";
