import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { safetyWords } from "@/lib/safety-standard/messages";
import type { getSafetyOverview } from "@/lib/safety-standard/queries";
import type { OverviewFilter } from "@/lib/safety-standard/schema";
import { KindTable } from "./kind-table";
import { UnitLines } from "./unit-lines";

type Props = {
  found: Awaited<ReturnType<typeof getSafetyOverview>>;
  filter: OverviewFilter;
  /** The reader's own unit, whose year is one touch away. */
  ownUnit: string | null;
  locale: Locale;
};

/** The city's year: how many of each kind registered and were recognised, and which unit lacks what. */
export function SafetyOverview({ found, filter, ownUnit, locale }: Props) {
  const words = safetyWords[locale];
  const { year, boundary, unit } = filter;
  const view = { year, boundary, unit };
  const { lines, totals, before, day } = found;
  const count = (verdict: string) => lines.filter((line) => line.verdict === verdict).length;
  const number = (value: number) => formatNumber(value, locale);
  const { base, recognized } = totals.area;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          ownUnit !== null && (
            <Button asChild variant="primary">
              <Link href={href(`/safety-standard/${ownUnit}`, { year: String(view.year) })} prefetch={false}>
                {words.ownYear(view.year)}
              </Link>
            </Button>
          )
        }
      />
      <p className="flex flex-wrap gap-x-4 pb-6 lg:gap-y-2 text-sm [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center lg:[&>a]:min-h-0">
        <TextLink href={href("/safety-standard/records", { ...view, year: String(view.year) })}>
          {words.list}
        </TextLink>
        <TextLink href={href("/safety-standard/subjects", { unit: view.unit })}>{words.subjects}</TextLink>
        <TextLink href="/safety-standard/thresholds">{words.thresholds}</TextLink>
      </p>
      {view.year === 2025 && <Notice className="mb-8">{words.mergedYear}</Notice>}
      <div className="space-y-12">
        <Section
          title={words.byKind}
          finding={
            base > 0
              ? words.finding(number(recognized), number(base), formatShare(recognized / base, locale))
              : words.noAreas
          }
        >
          <KindTable {...{ totals, before, view, day, locale }} />
          <p className="text-xs text-muted">
            {words.counted(formatDate(day))}. {words.sumNote}
          </p>
        </Section>
        <Section
          id="units"
          className="scroll-mt-(--sticky-top)"
          title={words.byUnit}
          finding={words.byUnitFinding(
            number(count("met")),
            number(count("failing")),
            number(count("unknown")),
          )}
        >
          <UnitLines {...{ lines, filter, locale }} />
        </Section>
      </div>
    </>
  );
}
