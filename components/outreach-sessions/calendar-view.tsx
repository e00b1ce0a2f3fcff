import Link from "next/link";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { type Day, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import type { HeldDay, PlannedDay, PlanRow } from "@/lib/outreach-sessions/plans/queries";
import { monthAt } from "@/lib/outreach-sessions/plans/rules";
import { MonthGrid } from "./month-grid";
import { OpenPlans } from "./open-plans";

type Open = { plans: PlanRow[]; count: number };
type CalendarViewProps = {
  month: string;
  day?: Day;
  found: {
    held: HeldDay[];
    planned: Map<Day, PlannedDay>;
    overdue: Open;
    next: Open;
    ofDay?: PlanRow[];
    may: { create: boolean; plan: boolean; cancel: boolean };
  };
  view: { unit?: string; boundary: string };
  /** More than one unit in view. */
  several: boolean;
  locale: Locale;
};

/** What waits too long, the month, the days to come. */
export function CalendarView({ month, day, found, view, several, locale }: CalendarViewProps) {
  const words = planWords[locale];
  const common = { showUnit: several, may: found.may, locale };
  return (
    <div className="space-y-10">
      {found.overdue.count > 0 && (
        <section aria-labelledby="overdue" className="border-l-2 border-ochre pl-4">
          <h2 id="overdue" className="text-lg font-semibold text-ochre">
            {words.overdue} <span className="numeral font-normal">{found.overdue.count}</span>
          </h2>
          <p className="max-w-prose pb-3 text-sm text-muted">
            {found.may.create ? words.overdueHint : words.overdueRead}
          </p>
          <OpenPlans {...common} {...found.overdue} acts />
        </section>
      )}
      <section aria-labelledby="month" className="min-w-0 space-y-4">
        <MonthBar month={month} view={view} locale={locale} />
        {day && found.ofDay && (
          <Section
            id="day"
            title={words.ofDay(formatDate(day))}
            className="border-l-2 border-green pl-4"
            actions={<DayActions {...{ day, month, view, locale }} mayPlan={found.may.plan} />}
          >
            {found.ofDay.length > 0 ? (
              <OpenPlans {...common} plans={found.ofDay} inSight={found.ofDay.length} showState />
            ) : (
              <p className="text-sm text-muted">{words.noPlans}</p>
            )}
          </Section>
        )}
        <MonthGrid
          month={month}
          held={found.held}
          planned={found.planned}
          showUnit={several}
          view={view}
          locale={locale}
        />
      </section>
      <Section title={words.next}>
        {found.next.count > 0 ? (
          <OpenPlans {...common} {...found.next} />
        ) : (
          <p className="text-sm text-muted">{words.noNext}</p>
        )}
      </Section>
    </div>
  );
}

type BarProps = Pick<CalendarViewProps, "month" | "view" | "locale">;

function MonthBar({ month, view, locale }: BarProps) {
  const words = planWords[locale];
  const now = today();
  const steps = [
    { label: words.previousMonth, month: monthAt(month, -1), to: "" },
    { label: words.thisMonth, month: now.slice(0, 7), to: `#d${now}` },
    { label: words.nextMonth, month: monthAt(month, 1), to: "" },
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <h2 id="month" className="numeral text-lg font-semibold">
        {words.month(Number(month.slice(5)), Number(month.slice(0, 4)))}
      </h2>
      <nav aria-label={words.calendar} className="flex flex-wrap gap-2">
        {steps.map((step) =>
          step.month ? (
            <Button key={step.label} asChild size="small" className="max-sm:px-2.5">
              <Link
                href={`${href("/outreach-sessions/calendar", { ...view, month: step.month })}${step.to}`}
                prefetch={false}
              >
                {step.label}
              </Link>
            </Button>
          ) : null,
        )}
      </nav>
    </div>
  );
}

function DayActions({ day, month, view, mayPlan, locale }: BarProps & { day: Day; mayPlan: boolean }) {
  const words = planWords[locale];
  const links = [
    {
      label: words.openDay(formatDate(day)),
      to: href("/outreach-sessions", { ...view, from: day, to: day }),
    },
    ...(mayPlan && day >= today()
      ? [{ label: words.planOn, to: href("/outreach-sessions/plans/new", { day }) }]
      : []),
    { label: words.closeDay, to: href("/outreach-sessions/calendar", { ...view, month }) },
  ];
  return links.map(({ label, to }) => (
    <Button key={label} asChild size="small">
      <Link href={to} prefetch={false}>
        {label}
      </Link>
    </Button>
  ));
}
