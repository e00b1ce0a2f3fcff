import type { Locale } from "@/lib/core/locale";
import { resolveWords } from "@/lib/units/resolve/messages";

type Props = { choices: readonly string[]; onChoose: (text: string) => void; locale: Locale };

/** The units a cell may mean; nothing is chosen for whoever typed (T5). Typing one of the names does the same. */
export function SessionGridChoices({ choices, onChoose, locale }: Props) {
  return (
    <fieldset className="flex flex-wrap gap-1 px-2 pb-2">
      <legend className="sr-only">{resolveWords[locale].choose}</legend>
      {choices.map((text) => (
        <button
          key={text}
          type="button"
          tabIndex={-1}
          onClick={() => onChoose(text)}
          className="min-h-7 rounded-sm border border-edge bg-surface px-2 text-left text-xs text-green hover:border-green"
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
