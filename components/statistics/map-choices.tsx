import { GetForm } from "@/components/forms/get-form";
import { buttonStyle } from "@/components/ui/button-style";
import { Input } from "@/components/ui/input";
import { Segments } from "@/components/ui/segments";
import { type Option, Select } from "@/components/ui/select";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { figures, natures } from "@/lib/statistics/map/catalog";
import { classingNames, figureNames, mapWords } from "@/lib/statistics/map/messages";
import { classings, leastClasses, type MapView, mapParams, mostClasses } from "@/lib/statistics/map/schema";

type Props = { view: MapView; context: Context; path: string; locale: Locale };

/** Which figure is shown and how it is classed; everything goes into the address. */
export function MapChoices({ view, context, path, locale }: Props) {
  const words = mapWords[locale];
  const counts = Array.from({ length: mostClasses - leastClasses + 1 }, (_, index) => leastClasses + index);
  const breaks = view.breaks.map((border) => formatNumber(border, locale)).join("; ");
  return (
    <div className="space-y-3 pb-6 print:hidden">
      <GetForm
        action={path}
        label={words.choices}
        className="grid grid-cols-[minmax(0,1fr)_minmax(0,7rem)] items-end gap-3 lg:flex lg:flex-wrap"
      >
        {Object.entries({ ...contextParams(context), ...(view.as === "bubbles" && { as: view.as }) }).map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} readOnly />
          ),
        )}
        <Choice
          name="figure"
          label={words.figure}
          value={view.figure}
          className="col-span-2 lg:w-72"
          options={figures.map((figure) => ({
            value: figure,
            label: figureNames[locale][figure].label,
            group: words.figureGroups[natures[figure].group],
          }))}
        />
        {view.as === "areas" && (
          <>
            <Choice
              name="classes"
              label={words.classes}
              value={view.classes}
              className="lg:w-52"
              options={classings.map((value) => ({ value, label: classingNames[locale][value] }))}
            />
            <Choice
              name="count"
              label={words.count}
              value={String(view.count)}
              className="lg:w-24"
              options={counts.map((count) => ({ value: String(count), label: String(count) }))}
            />
            <div className="min-w-0 lg:w-44">
              <Label name="breaks" label={words.breaks} />
              <Input
                id="map-breaks"
                name="breaks"
                defaultValue={breaks}
                data-value={breaks}
                placeholder={words.breaksHint}
                autoComplete="off"
              />
            </div>
          </>
        )}
        <button type="submit" className={buttonStyle()}>
          {words.show}
        </button>
      </GetForm>
      {natures[view.figure].is === "count" && (
        <Segments
          label={words.as}
          segments={(["areas", "bubbles"] as const).map((as) => ({
            href: href(path, contextParams(context, mapParams({ ...view, as }))),
            label: words[as],
            current: view.as === as,
          }))}
        />
      )}
    </div>
  );
}

type ChoiceProps = { name: string; label: string; value: string; options: Option[]; className?: string };

const Choice = ({ name, label, value, options, className }: ChoiceProps) => (
  <div className={`min-w-0 ${className ?? ""}`}>
    <Label name={name} label={label} />
    <Select id={`map-${name}`} name={name} options={options} defaultValue={value} data-value={value} />
  </div>
);

const Label = ({ name, label }: Pick<ChoiceProps, "name" | "label">) => (
  <label htmlFor={`map-${name}`} className="block pb-1 text-xs text-muted">
    {label}
  </label>
);
