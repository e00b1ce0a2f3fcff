import { ReasonForm } from "@/components/forms/confirm-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelWords } from "@/lib/outreach-sessions/messages";
import { callOffPlan } from "@/lib/outreach-sessions/plans/actions";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import type { PlanRow } from "@/lib/outreach-sessions/plans/queries";
import { HoldButton } from "./hold-button";
import { PlanStateWord } from "./plan-state";

type ListProps = {
  plans: PlanRow[];
  /** How many there are in all, where only the first stand here. */
  count?: number;
  /** Whose plans they are is said unless they are all of one unit. */
  showUnit: boolean;
  may: { create: boolean; cancel: boolean };
  /** How many stand in sight before the rest is asked for. */
  inSight?: number;
  /** What an entry may be asked for here; a list that only tells leaves it out. */
  acts?: boolean;
  showState?: boolean;
  locale: Locale;
};

/** Plans as lines: day, what and where, and what may be done about them. */
export function OpenPlans({ plans, count = plans.length, inSight = 3, ...rest }: ListProps) {
  const words = planWords[rest.locale];
  const [shown, more] =
    plans.length > inSight + 1 ? [plans.slice(0, inSight), plans.slice(inSight)] : [plans, []];
  const list = (some: PlanRow[]) => (
    <ul className="border-t">
      {some.map((plan) => (
        <PlanItem key={plan.id} plan={plan} {...rest} />
      ))}
    </ul>
  );
  return (
    <div>
      {list(shown)}
      {more.length > 0 && (
        <Disclosure summary={words.rest(formatNumber(more.length, rest.locale))}>{list(more)}</Disclosure>
      )}
      {count > plans.length && (
        <p className="pt-2 text-sm text-muted">
          {words.shownOf(formatNumber(plans.length, rest.locale), formatNumber(count, rest.locale))}
        </p>
      )}
    </div>
  );
}

type ItemProps = Omit<ListProps, "plans" | "count" | "inSight"> & { plan: PlanRow };

function PlanItem({ plan, showUnit, may, acts, showState, locale }: ItemProps) {
  const words = planWords[locale];
  const name = plan.title ?? plan.place;
  const facts = [plan.title && plan.place, channelWords[locale][plan.channel], showUnit && plan.unitName];
  return (
    <li className="grid gap-x-6 gap-y-1 border-b py-3 text-sm lg:grid-cols-[6rem_1fr_auto] lg:py-2.5">
      <span className="numeral text-muted lg:pt-1.5">{formatDate(plan.plannedOn)}</span>
      <div className="min-w-0 lg:pt-1.5">
        <TextLink
          href={`/outreach-sessions/plans/${plan.id}`}
          className="text-base font-medium lg:text-sm max-lg:inline-flex max-lg:min-h-11 max-lg:items-center"
        >
          {name}
        </TextLink>
        <p className="text-muted">{facts.filter(Boolean).join(" · ")}</p>
        {showState && <PlanStateWord state={plan.state} locale={locale} />}
      </div>
      {acts && (may.create || may.cancel) && (
        <div className="flex flex-wrap items-start gap-2 max-lg:pt-1 lg:has-[details[open]]:col-span-full lg:has-[details[open]]:pt-2">
          {may.create && <HoldButton planId={plan.id} name={name} locale={locale} />}
          {may.cancel && (
            <div className="has-[details[open]]:basis-full">
              <ReasonForm
                action={callOffPlan}
                id={plan.id}
                version={plan.version}
                title={words.cancel}
                consequence={`${name}, ${formatDate(plan.plannedOn)}. ${words.cancelConsequence}`}
                openLabel={words.cancel}
                submitLabel={words.cancel}
                locale={locale}
              />
            </div>
          )}
        </div>
      )}
    </li>
  );
}
