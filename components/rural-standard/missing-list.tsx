import { OneView } from "@/components/layout/one-view";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import type { Progress } from "@/lib/rural-standard/findings/rules";
import { StateWord } from "./state-word";

type Props = { progress: Progress; title: string; locale: Locale };

/** What stands between the unit and the step, part by part: not met and not judged are two things (T17). */
export function MissingList({ progress, title, locale }: Props) {
  const words = findingWords[locale];
  const { missing, byGroup } = progress;
  const notMet = missing.filter(({ result }) => result === "not_met").length;
  const parts = [
    notMet > 0 && words.notMetPart(formatNumber(notMet, locale)),
    missing.length > notMet && words.unjudgedPart(formatNumber(missing.length - notMet, locale)),
  ].filter(Boolean);
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">{title}</h3>
      {missing.length === 0 ? (
        <p className="text-sm">{words.missingNone}</p>
      ) : (
        <>
          <p className="text-sm text-muted">
            <span className="font-medium text-ink" data-figure="criteria.missing" data-value={missing.length}>
              {words.missingCount(formatNumber(missing.length, locale))}
            </span>
            : {parts.join(", ")}
          </p>
          <ul className="border-t text-sm">
            {missing.map((criterion) => (
              <li key={criterion.id} className="flex items-baseline justify-between gap-4 border-b py-2">
                <span className="flex min-w-0 gap-2">
                  <span className="numeral shrink-0 text-muted">{criterion.code}</span>
                  {criterion.name}
                </span>
                <span className="shrink-0">
                  <StateWord state={criterion.result ?? "unjudged"} locale={locale} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {byGroup > 0 && <p className="text-xs text-muted">{words.byGroup(formatNumber(byGroup, locale))}</p>}
      <OneView why="oneUnit" locale={locale} />
    </div>
  );
}
