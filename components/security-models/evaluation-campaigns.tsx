import Link from "next/link";
import { EmptyState } from "@/components/layout/empty-state";
import { Pager } from "@/components/tables/pager";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords, workStateWords } from "@/lib/security-models/evaluations/messages";
import type { CampaignRecord, Progress } from "@/lib/security-models/evaluations/queries";
import { sheetFilters } from "@/lib/security-models/evaluations/rules";
import type { OverdueCampaign } from "@/lib/security-models/evaluations/standing/queries";

const path = "/security-models/evaluations";

type Props = {
  campaigns: (CampaignRecord & Progress & { total: number })[];
  unit?: string;
  nextHref?: string;
  firstHref?: string;
  action?: React.ReactNode;
  locale: Locale;
};

/** The campaigns one under the other, each with how its points stand; every count opens its points. */
export function EvaluationCampaigns({ campaigns, unit, nextHref, firstHref, action, locale }: Props) {
  const words = evaluationWords[locale];
  if (campaigns.length === 0)
    return <EmptyState title={words.noCampaigns} detail={words.noCampaignsHint} action={action} />;
  return (
    <>
      <ul className="divide-y border-y">
        {campaigns.map((campaign) => (
          <li key={campaign.id} className="space-y-3 py-5">
            <Campaign campaign={campaign} unit={unit} locale={locale} />
          </li>
        ))}
      </ul>
      {(nextHref || firstHref) && (
        <Pager
          nextHref={nextHref}
          firstHref={firstHref}
          shown={campaigns.length}
          total={campaigns[0]?.total}
          locale={locale}
        />
      )}
      <p className="max-w-prose pt-4 text-sm text-muted">{words.rule}</p>
    </>
  );
}

function Campaign({
  campaign,
  unit,
  locale,
}: {
  campaign: CampaignRecord & Progress;
  unit?: string;
  locale: Locale;
}) {
  const words = evaluationWords[locale];
  const to = (state?: string) => href(`${path}/${campaign.id}`, { unit, state });
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg font-semibold">
          <Link
            href={to()}
            prefetch={false}
            className="inline-flex min-h-11 items-center hover:text-green lg:min-h-0"
          >
            {campaign.name}
          </Link>
        </h2>
        <CampaignDays campaign={campaign} locale={locale} />
      </div>
      <ProgressLine progress={campaign} locale={locale} />
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Count label={words.asked} value={campaign.asked} href={to()} locale={locale} />
        {sheetFilters.map((state) => (
          <Count
            key={state}
            label={workStateWords[locale][state]}
            value={campaign[state]}
            href={to(state)}
            late={state === "overdue"}
            locale={locale}
          />
        ))}
      </dl>
    </>
  );
}

type CountProps = { label: string; value: number; href: string; late?: boolean; locale: Locale };

function Count({ label, value, href: to, late = false, locale }: CountProps) {
  const tone = late && value > 0 ? "text-red" : value === 0 ? "text-muted" : "";
  return (
    <div className="flex min-w-20 flex-col">
      <dt className="text-xs text-muted">{label}</dt>
      <dd>
        <Link
          href={to}
          prefetch={false}
          className={`numeral inline-flex min-h-11 min-w-11 items-baseline pt-2 text-lg lg:pt-0 font-semibold hover:text-green hover:underline lg:min-h-8 ${tone}`}
        >
          {formatNumber(value, locale)}
          <span className="pl-1 text-sm font-normal text-muted">{evaluationWords[locale].pointUnit}</span>
        </Link>
      </dd>
    </div>
  );
}

/** Period, due day, open or closed, in one line. */
export function CampaignDays({
  campaign,
  locale,
}: {
  campaign: Pick<CampaignRecord, "periodFrom" | "periodTo" | "dueOn" | "closed">;
  locale: Locale;
}) {
  const words = evaluationWords[locale];
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-muted">
      <span className="numeral">
        {formatDate(campaign.periodFrom)} – {formatDate(campaign.periodTo)}
      </span>
      <span className="numeral">{words.due(formatDate(campaign.dueOn))}</span>
      <span>{campaign.closed ? words.closed : words.running}</span>
    </span>
  );
}

/** How far a campaign has come: confirmed, and waiting for the city, of all that is asked. */
export function ProgressLine({ progress, locale }: { progress: Progress; locale: Locale }) {
  const { asked, confirmed, proposed } = progress;
  if (asked === 0) return null;
  const share = (count: number) => `${(100 * count) / asked}%`;
  return (
    <div className="max-w-160 space-y-1">
      <div aria-hidden className="flex h-1.5 overflow-hidden rounded-sm bg-hairline">
        <span className="bg-green" style={{ width: share(confirmed) }} />
        <span className="bg-info" style={{ width: share(proposed) }} />
      </div>
      <p className="numeral text-sm">
        {evaluationWords[locale].progress(formatNumber(confirmed, locale), formatNumber(asked, locale))}
      </p>
    </div>
  );
}

/** What is late in the reader's area, campaign by campaign; nothing when nothing is. */
export function OverdueNotice({
  overdue,
  unit,
  locale,
}: {
  overdue: OverdueCampaign[];
  unit?: string;
  locale: Locale;
}) {
  const words = evaluationWords[locale];
  const points = overdue.reduce((sum, campaign) => sum + campaign.points, 0);
  if (points === 0) return null;
  return (
    <Notice tone="attention" title={words.overdueTitle(formatNumber(points, locale))} className="mb-6">
      <ul>
        {overdue.map(({ id, name, dueOn, points: late }) => (
          <li key={id}>
            <TextLink
              href={href(`${path}/${id}`, { unit, state: "overdue" })}
              className="inline-flex min-h-11 items-center lg:min-h-0"
            >
              {words.overdueLine(name, formatDate(dueOn), formatNumber(late, locale))}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
