import type { Locale } from "@/lib/core/locale";
import { contextWords } from "./words";

/** Today's map or the map of the day: a two-part switch made of radio buttons, so that it works as a plain form. */
export function BoundaryChoice({ boundary, locale }: { boundary: "current" | "historical"; locale: Locale }) {
  const words = contextWords[locale];
  return (
    <fieldset className="min-w-0 xl:shrink-0">
      <legend className="pb-1 text-xs text-muted xl:sr-only">{words.boundary}</legend>
      <div className="flex rounded-md border border-edge bg-surface xl:inline-flex">
        {(["current", "historical"] as const).map((choice) => (
          <label
            key={choice}
            className="flex min-h-11 grow cursor-pointer items-center justify-center px-2.5 text-sm whitespace-nowrap text-muted first:rounded-l-[5px] last:rounded-r-[5px] has-checked:bg-green has-checked:font-medium has-checked:text-on-green has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-green lg:min-h-8.5"
          >
            <input
              type="radio"
              name="boundary"
              value={choice}
              defaultChecked={choice === boundary}
              data-value={boundary}
              className="sr-only"
            />
            {words[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
