import type { Metadata } from "next";
import { TimeSlider } from "@/components/layout/time-slider";
import { SafetyOfUnit } from "@/components/safety-standard/safety-of-unit";
import { UnitThings } from "@/components/statistics/unit-things";
import { FigureContext } from "@/components/units/figure-context";
import { UnitProfile } from "@/components/units/unit-profile";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { contextParams } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { yearFault } from "@/lib/safety-standard/rules";
import { getUnitYear } from "@/lib/safety-standard/simulator/queries";
import { getUnitThings } from "@/lib/statistics/units/queries";
import { changeDays, firstShownDay } from "@/lib/units/lineage/rules";
import { unitsWords } from "@/lib/units/messages";
import { getUnitProfile } from "@/lib/units/profile/queries";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: unitsWords[await currentLocale()].title };
}

export default async function UnitPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = decodeURIComponent((await params).ref);
  const ofPeriod = Boolean(one(asked.period) ?? one(asked.from));
  // Without a day or a period it is the unit's own: today, or its last.
  const day = ofPeriod || one(asked.asOf) ? readContext(asked, actor.role).asOf : undefined;
  const profile = await load(getUnitProfile, actor, { ref, asOf: day });
  const { unit, asOf, existed, lineage } = profile;
  const context = { ...readContext({ ...asked, asOf }, actor.role), unit: unit.ref };
  const path = `/units/${unit.ref}`;
  const year = Number(asOf.slice(0, 4));
  // The period is the reporting year of the day shown until another is chosen.
  const keep = contextParams(context, {
    unit: undefined,
    asOf: undefined,
    ...(!ofPeriod && { period: undefined }),
  });
  return (
    <>
      <FigureContext
        {...{ asked, context, path, locale }}
        units={[]}
        wholeCity={actor.unitId === null}
        show={{ period: true, boundary: true, asOf: true }}
      />
      <TimeSlider
        {...{ path, keep, asOf, locale }}
        from={firstShownDay(lineage, unit.id)}
        to={earlier(asOf, today()) === asOf ? today() : asOf}
        marks={changeDays(lineage).map((on) => ({ day: on, label: formatDate(on) }))}
      />
      <UnitProfile {...{ profile, context, locale }}>
        {existed && (
          <UnitThings things={await load(getUnitThings, actor, { context })} {...{ context, path, locale }}>
            {yearFault(year, today()) === undefined && (
              <SafetyOfUnit
                record={await load(getUnitYear, actor, { ref: unit.ref, year })}
                linked
                locale={locale}
              />
            )}
          </UnitThings>
        )}
      </UnitProfile>
    </>
  );
}
