import Link from "next/link";
import { ReasonForm } from "@/components/forms/confirm-form";
import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { TabLinks } from "@/components/ui/tabs";
import { unitViewOptions } from "@/components/units/unit-options";
import { formatNumber, formatTime } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { pageSize } from "@/lib/core/paging";
import { endCampaign, resumeCampaign } from "@/lib/security-models/evaluations/actions";
import { evaluationWords, workStateWords } from "@/lib/security-models/evaluations/messages";
import type { getCampaign } from "@/lib/security-models/evaluations/queries";
import { mostOf, sheetFilters } from "@/lib/security-models/evaluations/rules";
import type { CampaignChoice } from "@/lib/security-models/evaluations/schema";
import { CampaignDays, ProgressLine } from "./evaluation-campaigns";
import { EvaluationMatching } from "./evaluation-matching";
import { EvaluationTable } from "./evaluation-table";
import { EvaluationTerms } from "./evaluation-terms";

type Found = Awaited<ReturnType<typeof getCampaign>>;
type Props = {
  found: Found;
  choice: CampaignChoice;
  saved: boolean;
  /** How many sheets were just confirmed at once. */
  confirmed?: string;
  locale: Locale;
};

/** One campaign: how far it has come, what waits, every point with its sheet. */
export function EvaluationCampaign({ found, choice, saved, confirmed, locale }: Props) {
  const { campaign, progress, may, agreeing } = found;
  const { page = 1, ...chosen } = choice;
  const words = evaluationWords[locale];
  const path = `/security-models/evaluations/${campaign.id}`;
  return (
    <>
      <PageHeader
        title={campaign.name}
        lead={<CampaignDays campaign={campaign} locale={locale} />}
        back={<TextLink href="/security-models/evaluations">{words.title}</TextLink>}
        actions={
          may.change && (
            <Button asChild>
              <Link href={`${path}/edit`} prefetch={false}>
                {words.change}
              </Link>
            </Button>
          )
        }
      />
      {saved && <Notice title={`${words.saved} ${formatTime(campaign.updatedAt)}`} className="mb-6" />}
      {confirmed && <Notice title={words.bulkDone(confirmed)} className="mb-6" />}
      <OneView why="today" locale={locale} />
      <EvaluationTerms campaign={campaign} grades={found.grades} locale={locale} />
      <div className="mb-6">
        <ProgressLine progress={progress} locale={locale} />
      </div>
      <States progress={progress} choice={chosen} path={path} locale={locale} />
      <Filters choice={chosen} units={found.units} path={path} locale={locale} />
      {may.confirmMatching && agreeing > 0 && (
        <EvaluationMatching
          campaignId={campaign.id}
          count={agreeing}
          unit={choice.unit}
          q={choice.q}
          locale={locale}
        />
      )}
      <EvaluationTable
        campaignId={campaign.id}
        rows={found.rows}
        found={found.found}
        most={mostOf(campaign.criteria)}
        grades={found.grades}
        empty={
          progress.asked === 0
            ? { title: words.noPoints, detail: words.noPointsHint }
            : { title: words.emptyTitle, detail: words.emptyHint }
        }
        nextHref={
          page * pageSize < found.found ? href(path, { ...chosen, page: String(page + 1) }) : undefined
        }
        firstHref={page > 1 ? href(path, chosen) : undefined}
        locale={locale}
      />
      <Ending campaign={campaign} may={may} locale={locale} />
    </>
  );
}

type Chosen = Omit<CampaignChoice, "page">;
type Part = { choice: Chosen; path: string; locale: Locale };

function States({ progress, choice, path, locale }: Part & Pick<Found, "progress">) {
  const words = evaluationWords[locale];
  return (
    <TabLinks
      label={words.states}
      className="mb-4"
      tabs={[undefined, ...sheetFilters].map((state) => ({
        href: href(path, { ...choice, state }),
        label: state ? workStateWords[locale][state] : words.all,
        count: formatNumber(progress[state ?? "asked"], locale),
        current: state === choice.state,
      }))}
    />
  );
}

function Filters({ choice, units, path, locale }: Part & Pick<Found, "units">) {
  const words = evaluationWords[locale];
  const options = unitViewOptions(units, locale);
  const labels = {
    q: choice.q && `“${choice.q}”`,
    unit: choice.unit && options.find(({ value }) => value === choice.unit)?.label,
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: href(path, { ...choice, [name]: undefined }) }] : [],
  );
  return (
    <div className="mb-4">
      <FilterForm
        action={path}
        locale={locale}
        hidden={{ state: choice.state }}
        clearHref={chips.length > 0 ? href(path, { state: choice.state }) : undefined}
        chips={chips}
      >
        <FilterText name="q" label={words.search} value={choice.q} />
        {units.length > 1 && (
          <FilterSelect
            name="unit"
            label={words.unit}
            value={choice.unit}
            all={words.allUnits}
            options={options}
          />
        )}
      </FilterForm>
    </div>
  );
}

function Ending({ campaign, may, locale }: Pick<Found, "campaign" | "may"> & { locale: Locale }) {
  const words = evaluationWords[locale];
  if (!may.close && !may.reopen) return null;
  const [label, consequence] = may.close
    ? [words.close, words.closeConsequence]
    : [words.reopen, words.reopenConsequence];
  return (
    <div className="pt-10">
      <ReasonForm
        action={may.close ? endCampaign : resumeCampaign}
        id={campaign.id}
        version={campaign.version}
        title={label}
        consequence={`${campaign.name}. ${consequence}`}
        openLabel={label}
        submitLabel={label}
        locale={locale}
      />
    </div>
  );
}
