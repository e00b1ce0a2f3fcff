import Link from "next/link";
import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { PageHeader } from "@/components/layout/page-header";
import { DataList } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { unitViewOptions } from "@/components/units/unit-options";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { subjectKinds } from "@/lib/safety-standard/catalog";
import { safetyKindWords, safetyWords } from "@/lib/safety-standard/messages";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import type { listSubjects } from "@/lib/safety-standard/subjects/queries";
import type { SubjectFilter } from "@/lib/safety-standard/subjects/schema";

type Found = Awaited<ReturnType<typeof listSubjects>>;
type Props = { found: Found; filter: SubjectFilter; locale: Locale };

const path = "/safety-standard/subjects";

/** Agencies, enterprises and schools that are considered for the standard. */
export function SubjectsList({ found, filter, removed, locale }: Props & { removed: boolean }) {
  const words = subjectWords[locale];
  const { page, unit, kind, q, state } = filter;
  const view = { unit, kind, q, state: state === "current" ? undefined : state };
  const at = (nth: number) => href(path, { ...view, page: nth > 1 ? String(nth) : undefined });
  return (
    <>
      <PageHeader
        title={words.title}
        count={formatNumber(found.total, locale)}
        lead={words.lead}
        back={<TextLink href="/safety-standard">{safetyWords[locale].title}</TextLink>}
        actions={
          found.may.create && (
            <Button asChild variant="primary">
              <Link href={href(`${path}/new`, { unit })} prefetch={false}>
                {words.add}
              </Link>
            </Button>
          )
        }
      />
      {removed && <Notice title={words.removed} className="mb-6" />}
      <div className="space-y-4">
        <Filters found={found} filter={filter} locale={locale} />
        <Rows rows={found.rows} locale={locale} />
        {found.rows.length > 0 && (
          <NumberedPager page={page} total={found.total} shown={found.rows.length} at={at} locale={locale} />
        )}
      </div>
    </>
  );
}

function Filters({ found, filter, locale }: Props) {
  const words = subjectWords[locale];
  const { unit, kind, q, state } = filter;
  const view = { unit, kind, q, state: state === "current" ? undefined : state };
  const units = unitViewOptions(found.units, locale);
  const without = (name: keyof typeof view) => href(path, { ...view, [name]: undefined });
  const chips = [
    q && { label: q, removeHref: without("q") },
    unit && {
      label: units.find(({ value }) => value === unit)?.label ?? unit,
      removeHref: without("unit"),
    },
    kind && { label: safetyKindWords[locale][kind], removeHref: without("kind") },
    state === "ended" && { label: words.states.ended, removeHref: without("state") },
  ].filter((chip) => typeof chip === "object");
  return (
    <FilterForm action={path} chips={chips} clearHref={path} locale={locale}>
      <FilterText name="q" label={words.search} value={q} />
      <FilterSelect name="unit" label={words.unit} value={unit} options={units} all={words.allUnits} />
      <FilterSelect
        name="kind"
        label={words.kind}
        value={kind}
        options={subjectKinds.map((value) => ({ value, label: safetyKindWords[locale][value] }))}
        all={words.allKinds}
      />
      <FilterSelect
        name="state"
        label={words.state}
        value={state === "ended" ? state : undefined}
        options={[{ value: "ended", label: words.states.ended }]}
        all={words.states.current}
      />
    </FilterForm>
  );
}

function Rows({ rows, locale }: { rows: Found["rows"]; locale: Locale }) {
  const words = subjectWords[locale];
  return (
    <DataList
      caption={words.title}
      locale={locale}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      empty={{ title: words.emptyTitle, detail: words.emptyHint }}
      columns={[
        { key: "name", label: words.name, primary: true, render: ({ name }) => name },
        { key: "kind", label: words.kind, render: ({ kind }) => safetyKindWords[locale][kind] },
        {
          key: "unit",
          label: words.unit,
          render: ({ unitName, currentName }) =>
            currentName === null ? unitName : `${unitName}, ${words.nowIn(currentName)}`,
        },
        {
          key: "from",
          label: words.from,
          numeric: true,
          hideOnPhone: true,
          render: ({ validFrom }) => formatDate(validFrom),
        },
        {
          key: "to",
          label: words.to,
          numeric: true,
          hideOnPhone: true,
          render: ({ validTo }) => (validTo === null ? "–" : formatDate(validTo)),
        },
      ]}
    />
  );
}
