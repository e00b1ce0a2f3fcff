import { clsx } from "clsx";
import Link from "next/link";
import { EmptyState } from "@/components/layout/empty-state";
import { TextLink } from "@/components/ui/link";
import { type Day, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { planWords, weekdayWords } from "@/lib/outreach-sessions/plans/messages";
import type { HeldDay, PlannedDay, PlanRow } from "@/lib/outreach-sessions/plans/queries";
import { monthGrid, weekday } from "@/lib/outreach-sessions/plans/rules";
import { PlanStateWord } from "./plan-state";

type MonthGridProps = {
  month: string;
  held: HeldDay[];
  planned: Map<Day, PlannedDay>;
  showUnit: boolean;
  /** Unit and boundary, kept by every link. */
  view: { unit?: string; boundary: string };
  locale: Locale;
};

/** A month: whole weeks from Monday to Sunday on a desk, a list of the days with something on a phone. */
export function MonthGrid({ month, held, planned, locale, ...rest }: MonthGridProps) {
  const words = planWords[locale];
  const { before, days, after } = monthGrid(month);
  const counts = new Map(held.map((day) => [day.day, day]));
  const blank = (at: string) => <li key={at} aria-hidden className="hidden border-b xl:block" />;
  return (
    <div>
      {counts.size + planned.size === 0 && (
        <div className="xl:hidden">
          <EmptyState title={words.emptyMonth} detail={words.emptyHint} />
        </div>
      )}
      <div aria-hidden className="hidden grid-cols-7 border-b border-edge xl:grid">
        {weekdayWords[locale].map(({ short, long }) => (
          <span key={short} className="px-2 pb-1.5 text-xs font-medium text-muted first:pl-0">
            {long}
          </span>
        ))}
      </div>
      <ol className="max-xl:border-t xl:grid xl:grid-cols-7">
        {Array.from({ length: before }, (_, at) => blank(`before ${at}`))}
        {days.map((day) => (
          <DayCell
            key={day}
            day={day}
            held={counts.get(day)}
            planned={planned.get(day)}
            month={month}
            locale={locale}
            {...rest}
          />
        ))}
        {Array.from({ length: after }, (_, at) => blank(`after ${at}`))}
      </ol>
    </div>
  );
}

type DayCellProps = Pick<MonthGridProps, "month" | "showUnit" | "view" | "locale"> & {
  day: Day;
  held?: HeldDay;
  planned?: PlannedDay;
};

function DayCell({ day, held, planned, month, showUnit, view, locale }: DayCellProps) {
  const words = planWords[locale];
  const isToday = day === today();
  const names = weekdayWords[locale][weekday(day)];
  const rest = planned ? planned.count - planned.plans.length : 0;
  return (
    <li
      id={`d${day}`}
      className={clsx(
        "grid grid-cols-[3.5rem_1fr] gap-x-3 border-b py-1.5 xl:block xl:min-h-28 xl:px-2 xl:py-2 xl:not-nth-[7n+1]:border-l xl:nth-[7n+1]:pl-0",
        !held && !planned && !isToday && "max-xl:hidden",
      )}
    >
      <p className={clsx("pt-2.5 xl:pt-0", isToday ? "font-semibold text-green" : "text-muted")}>
        <span aria-hidden className="pr-1.5 text-xs xl:hidden">
          {names?.short}
        </span>
        <span aria-hidden className="numeral text-lg xl:text-base">
          {Number(day.slice(8))}
        </span>
        <span className="sr-only">{`${names?.long}, ${formatDate(day)}`}</span>
        {isToday && <span className="text-xs max-xl:block xl:pl-1.5">{words.todayMark}</span>}
      </p>
      <div className="min-w-0">
        {held && <HeldCounts held={held} view={view} locale={locale} />}
        {planned && (
          <ul>
            {planned.plans.map((plan) => (
              <PlanLine key={plan.id} plan={plan} showUnit={showUnit} locale={locale} />
            ))}
          </ul>
        )}
        {rest > 0 && (
          <TextLink
            href={`${href("/outreach-sessions/calendar", { ...view, month, day })}#day`}
            aria-label={words.moreOn(formatNumber(rest, locale), formatDate(day))}
            className="inline-flex min-h-11 items-center text-sm xl:min-h-0 xl:pt-1 xl:text-xs"
          >
            {words.more(formatNumber(rest, locale))}
          </TextLink>
        )}
      </div>
    </li>
  );
}

/** What was held, quietly: gatherings, and apart from them loudspeakers, leaflets and posts (T8). */
function HeldCounts({ held, view, locale }: Pick<DayCellProps, "view" | "locale"> & { held: HeldDay }) {
  const words = planWords[locale];
  const counts = [
    { kind: "gathering", count: held.sessions, say: words.sessions },
    { kind: "broadcast", count: held.broadcasts, say: words.broadcasts },
  ].filter(({ count }) => count > 0);
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-muted xl:flex-col xl:text-xs">
      {counts.map(({ kind, count, say }) => (
        <Link
          key={kind}
          href={href("/outreach-sessions", { ...view, from: held.day, to: held.day, kind })}
          prefetch={false}
          aria-label={`${say(count, formatNumber(count, locale))}, ${formatDate(held.day)}`}
          className="inline-flex min-h-11 items-center underline decoration-transparent underline-offset-3 hover:text-green hover:decoration-green xl:min-h-6"
        >
          <span className="numeral">{say(count, formatNumber(count, locale))}</span>
        </Link>
      ))}
    </p>
  );
}

function PlanLine({ plan, showUnit, locale }: { plan: PlanRow; showUnit: boolean; locale: Locale }) {
  return (
    <li>
      <Link
        href={`/outreach-sessions/plans/${plan.id}`}
        prefetch={false}
        className="group/plan block min-h-11 py-1.5 xl:min-h-0 xl:py-1"
      >
        <span
          className={clsx(
            "line-clamp-2 group-hover/plan:text-green xl:text-sm/5",
            plan.state === "cancelled" && "text-muted line-through",
          )}
        >
          {plan.title ?? plan.place}
        </span>
        <span className="block text-sm text-muted xl:text-xs">
          <PlanStateWord state={plan.state} locale={locale} />
          {showUnit && (
            <span className="xl:block">
              <span className="xl:hidden"> · </span>
              {plan.unitName}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
