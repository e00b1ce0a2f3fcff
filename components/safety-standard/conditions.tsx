import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { safetyUnitWords } from "@/lib/safety-standard/messages";
import { missingLabel, simulatorWords } from "@/lib/safety-standard/simulator/messages";
import type { Condition } from "@/lib/safety-standard/simulator/rules";

const tones: Record<Condition["state"], Tone> = { met: "good", failing: "bad", unknown: "muted" };
/** On a phone the result stands beside the name, and what is needed and there below, each on half a line. */
const half = "order-1 w-1/2 pr-4 @2xl:w-auto";
const cell = "min-w-0 @2xl:py-2.5 @2xl:pr-4 @2xl:align-baseline @2xl:last:pr-0";

/** Each condition with what it needs, has and lacks; on a phone every row is a small block of its own. */
export function Conditions({ conditions, locale }: { conditions: Condition[]; locale: Locale }) {
  const words = simulatorWords[locale];
  const heads = [words.condition, words.required, words.now, words.missing, words.result];
  return (
    <div className="@container">
      <table className="block w-full text-sm @2xl:table @2xl:border-collapse">
        <caption className="sr-only">{words.caption}</caption>
        <thead className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="list-head text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block border-t @2xl:table-row-group @2xl:border-t-0">
          {conditions.map((condition) => (
            <Row key={`${condition.key} ${condition.kind}`} condition={condition} locale={locale} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ condition, locale }: { condition: Condition; locale: Locale }) {
  const words = simulatorWords[locale];
  const { key, kind, state } = condition;
  const missing = missingLabel(condition, locale);
  return (
    <tr
      data-condition={kind ? `${key}.${kind}` : key}
      data-state={state}
      className="flex break-inside-avoid flex-wrap items-baseline gap-y-1 border-b py-3 @2xl:table-row @2xl:py-0"
    >
      <th
        scope="row"
        className={`${cell} w-[calc(100%-8rem)] text-left text-base font-medium @2xl:w-auto @2xl:text-sm`}
      >
        {nameOf(condition, locale)}
      </th>
      <td className={`${cell} ${half}`}>
        <Phone label={words.required} />
        {requiredOf(condition, locale)}
      </td>
      <td className={`${cell} ${half}`}>
        <Phone label={words.now} />
        {nowOf(condition, locale)}
      </td>
      <td
        className={`${cell} numeral order-2 w-full @2xl:w-auto ${missing === undefined ? "hidden @2xl:table-cell" : ""}`}
      >
        {missing === undefined ? (
          <span className="text-muted">{words.nothing}</span>
        ) : (
          <span className="font-semibold">{missing}</span>
        )}
      </td>
      <td className={`${cell} w-32 text-right @2xl:w-auto @2xl:text-left`}>
        <StatusDot tone={tones[state]}>{words.states[state]}</StatusDot>
      </td>
    </tr>
  );
}

const Phone = ({ label }: { label: string }) => (
  <span className="block text-xs text-muted @2xl:hidden">{label}</span>
);

function nameOf({ key, kind }: Condition, locale: Locale): string {
  const { conditions } = simulatorWords[locale];
  if (key === "models" || key === "discipline") return conditions[key];
  return conditions[key](kind ? safetyUnitWords[locale][kind] : "");
}

function requiredOf({ key, required, base, threshold }: Condition, locale: Locale): string {
  const words = simulatorWords[locale];
  const number = (value: number) => formatNumber(value, locale);
  if (threshold === null) return words.noThreshold;
  if (key === "discipline") return words.atMost(number(threshold));
  if (key === "models") return words.atLeast(number(threshold), words.modelUnit);
  if (required === null || base === undefined) return `${number(threshold)}\u00a0%`;
  return words.leastOfBase(number(required), number(base), number(threshold));
}

function nowOf({ key, kind, now, base }: Condition, locale: Locale): string {
  const words = simulatorWords[locale];
  if (key === "discipline" && now !== null) return words.disciplined[now > 0 ? "yes" : "no"];
  if (now === null) return kind && base === 0 ? words.noList : words.noData;
  const number = (value: number) => formatNumber(value, locale);
  // The share is cut, never rounded up to a threshold that was not reached.
  return base
    ? words.ofBase(number(now), number(base), number(Math.floor((now * 1000) / base) / 10))
    : words.atLeast(number(now), words.modelUnit);
}
