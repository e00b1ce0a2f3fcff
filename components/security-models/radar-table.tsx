import { DataList } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatDate } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { statusWords } from "@/lib/security-models/points/messages";
import { radarWords, signWords, suggestionWords } from "@/lib/security-models/radar/messages";
import type { listStale, RadarRow } from "@/lib/security-models/radar/queries";
import { monthsBetween } from "@/lib/security-models/radar/rules";
import type { RadarChoice } from "@/lib/security-models/radar/schema";

type Found = Pick<Awaited<ReturnType<typeof listStale>>, "rows" | "counts" | "may">;
type Props = { found: Found; context: Context; choice: RadarChoice; locale: Locale };

/** The points to review, the longest silent first; a suggestion leads to its step's form, filled in. */
export function RadarTable({ found, context, choice, locale }: Props) {
  const words = radarWords[locale];
  const { page = 1, ...chosen } = choice;
  const total = choice.suggestion
    ? found.counts[choice.suggestion]
    : Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const here = (nth: number) =>
    href("/security-models/radar", {
      ...contextParams(context),
      ...chosen,
      page: nth > 1 ? String(nth) : undefined,
    });
  return (
    <>
      <div className="list-tail">
        <DataList
          caption={words.title}
          locale={locale}
          rows={found.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/security-models/points/${id}`}
          empty={{ title: words.emptyTitle, detail: words.emptyHint }}
          columns={[
            { key: "site", label: words.point, primary: true, render: ({ site }) => site },
            { key: "model", label: words.model, render: ({ modelName }) => modelName },
            { key: "unit", label: words.unit, render: ({ unitName }) => unitName },
            {
              key: "status",
              label: words.status,
              hideOnPhone: true,
              render: ({ status }) => (
                <span className="whitespace-nowrap">{statusWords[locale][status]}</span>
              ),
            },
            {
              key: "last",
              label: words.last,
              render: ({ lastOn, lastSign }) => (
                <>
                  <span className="numeral">{formatDate(lastOn)}</span>{" "}
                  <span className="text-xs text-muted @2xl:block">{signWords[locale][lastSign]}</span>
                </>
              ),
            },
            {
              key: "silent",
              label: words.silent,
              render: ({ lastOn }) => (
                <span className="numeral whitespace-nowrap">
                  {words.silentMonths(monthsBetween(lastOn, context.asOf))}
                </span>
              ),
            },
            {
              key: "suggestion",
              label: words.suggestion,
              render: (row) => <Suggested row={row} context={context} may={found.may} locale={locale} />,
            },
          ]}
        />
      </div>
      {total > 0 && (
        <NumberedPager page={page} total={total} shown={found.rows.length} at={here} locale={locale} />
      )}
    </>
  );
}

type SuggestedProps = { row: RadarRow; context: Context; may: Found["may"]; locale: Locale };

function Suggested({ row, context, may, locale }: SuggestedProps) {
  const words = radarWords[locale];
  const { site, suggestion, into } = row;
  const mayTake = suggestion === "consolidate" ? may.consolidate : suggestion !== "wait" && may.decide;
  return (
    <>
      <span className="font-medium text-ink">{suggestionWords[locale][suggestion]}</span>
      {into && <span className="text-muted"> {words.into(into.site)}</span>}
      {mayTake && (
        <span className="ml-3 @2xl:ml-0 @2xl:block print:hidden">
          <TextLink
            href={stepHref(row, context, locale)}
            aria-label={words.prepareFor(site)}
            className="relative z-1 inline-flex min-h-11 items-center text-sm lg:min-h-0"
          >
            {words.prepare}
          </TextLink>
        </span>
      )}
    </>
  );
}

/** The form of the suggested step, with what is known filled in; nothing changes before it is sent. */
function stepHref({ id, suggestion, into, lastOn, lastSign }: RadarRow, context: Context, locale: Locale) {
  const words = radarWords[locale];
  const silent = monthsBetween(lastOn, context.asOf);
  return href(`/security-models/points/${id}/steps/${suggestion}`, {
    reason: words.reason(silent, signWords[locale][lastSign], lastOn),
    intoId: into?.id,
  });
}
