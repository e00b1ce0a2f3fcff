import { ChevronRight } from "lucide-react";
import { EmptyState } from "@/components/layout/empty-state";
import { Pager } from "@/components/tables/pager";
import { StatusDot } from "@/components/ui/status-dot";
import { actionLabel, auditWords, outcomeWords } from "@/lib/audit/messages";
import type { AuditRow } from "@/lib/audit/queries";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { AuditDetail } from "./audit-detail";

type Props = {
  rows: AuditRow[];
  unitNames: Record<number, string>;
  nextHref?: string;
  firstHref?: string;
  locale: Locale;
};

/** The log, newest first: one line an event, opened on the spot for what changed. Works without scripts. */
export function AuditLog({ rows, unitNames, nextHref, firstHref, locale }: Props) {
  const words = auditWords[locale];
  if (rows.length === 0) return <EmptyState title={words.emptyTitle} detail={words.emptyHint} />;
  return (
    <>
      <div
        aria-hidden
        className={`${columns} sticky top-(--sticky-top) z-2 hidden bg-paper py-2 pl-6 text-xs font-medium text-muted shadow-[inset_0_-1px_var(--edge)] lg:grid`}
      >
        {[words.when, words.who, words.action, words.unit, words.outcome].map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
      <ol className="border-t text-sm lg:border-t-0">
        {rows.map((row) => (
          <li key={row.id} className="border-b">
            <AuditLine row={row} unitNames={unitNames} locale={locale} />
          </li>
        ))}
      </ol>
      <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} locale={locale} />
    </>
  );
}

const columns = "lg:grid-cols-[9rem_minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)_7rem] lg:gap-x-4";

function AuditLine({
  row,
  unitNames,
  locale,
}: {
  row: AuditRow;
  unitNames: Record<number, string>;
  locale: Locale;
}) {
  return (
    <details className="group/event">
      <summary className="relative block list-none py-2.5 pl-6 hover:bg-green-soft">
        <ChevronRight
          aria-hidden
          className="absolute top-3 left-0 size-4 text-muted transition-transform group-open/event:rotate-90"
        />
        <span className={`flex flex-wrap items-baseline gap-x-3 gap-y-0.5 lg:grid ${columns}`}>
          <span className="numeral order-2 text-muted lg:order-none">{formatTime(new Date(row.at))}</span>
          <span className="order-3 min-w-0 text-muted lg:order-none lg:text-ink">{whoOf(row, locale)}</span>
          <span className="order-1 w-full min-w-0 text-base font-medium lg:order-none lg:w-auto lg:text-sm">
            {actionLabel(row.action, locale)}
          </span>
          <span className={`order-4 min-w-0 text-muted lg:order-none ${row.unitName ? "" : "max-lg:hidden"}`}>
            {row.unitName ?? "–"}
          </span>
          <span className="order-5 lg:order-none">
            <StatusDot tone={row.outcome === "refused" ? "bad" : "good"}>
              {outcomeWords[locale][row.outcome]}
            </StatusDot>
          </span>
        </span>
      </summary>
      <AuditDetail row={row} unitNames={unitNames} locale={locale} />
    </details>
  );
}

/** Whose act it was; before anybody is known, the name that was typed at the door. */
function whoOf(row: AuditRow, locale: Locale): string {
  if (row.userName)
    return row.name && row.name !== row.userName ? `${row.name} (${row.userName})` : row.userName;
  return row.action === "sign-in" || row.action === "sign-out"
    ? (row.subjectId ?? "–")
    : auditWords[locale].stranger;
}
