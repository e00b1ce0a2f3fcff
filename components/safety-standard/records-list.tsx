import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { PageHeader } from "@/components/layout/page-header";
import { DataList } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { kinds } from "@/lib/safety-standard/catalog";
import { areaName, safetyKindWords, safetyWords } from "@/lib/safety-standard/messages";
import { recordWords } from "@/lib/safety-standard/records/messages";
import type { ListedRecord, listRecords } from "@/lib/safety-standard/records/queries";
import { type RecordFilter, standings } from "@/lib/safety-standard/records/schema";
import { StateWord } from "./state-word";

type Props = { found: Awaited<ReturnType<typeof listRecords>>; filter: RecordFilter; locale: Locale };

const path = "/safety-standard/records";

/** The rows behind a year's figures, those that did not register too. */
export function RecordsList({ found, filter, locale }: Props) {
  const words = recordWords[locale];
  const { page, ...chosen } = filter;
  const view = { ...chosen, year: String(filter.year) };
  const at = (nth: number) => href(path, { ...view, page: nth > 1 ? String(nth) : undefined });
  return (
    <>
      <PageHeader
        title={words.list}
        count={formatNumber(found.total, locale)}
        lead={words.listLead(filter.year)}
        back={
          <TextLink
            href={href("/safety-standard", { year: view.year, boundary: filter.boundary, unit: filter.unit })}
          >
            {safetyWords[locale].title}
          </TextLink>
        }
      />
      <div className="space-y-4">
        <Filters filter={filter} locale={locale} />
        <p className="text-sm text-muted">
          {words.found(formatNumber(found.total, locale), formatDate(found.day))}
        </p>
        <Rows rows={found.rows} filter={filter} locale={locale} />
        {found.rows.length > 0 && (
          <NumberedPager page={page} total={found.total} shown={found.rows.length} at={at} locale={locale} />
        )}
      </div>
    </>
  );
}

function Filters({ filter, locale }: { filter: RecordFilter; locale: Locale }) {
  const words = recordWords[locale];
  const { kind, standing, q, unit, boundary } = filter;
  const view = { unit, boundary, year: String(filter.year) };
  const without = (name: string) => href(path, { ...view, kind, standing, q, [name]: undefined });
  const chips = [
    kind && { label: safetyKindWords[locale][kind], removeHref: without("kind") },
    standing && { label: words.standings[standing], removeHref: without("standing") },
    q && { label: q, removeHref: without("q") },
  ].filter((chip) => chip !== undefined && chip !== "");
  return (
    <FilterForm action={path} hidden={view} chips={chips} clearHref={href(path, view)} locale={locale}>
      <FilterText name="q" label={words.search} value={q} />
      <FilterSelect
        name="kind"
        label={safetyWords[locale].kind}
        value={kind}
        all={words.allKinds}
        options={kinds.map((value) => ({ value, label: safetyKindWords[locale][value] }))}
      />
      <FilterSelect
        name="standing"
        label={words.fields.state}
        value={standing}
        all={words.allStandings}
        options={standings.map((value) => ({ value, label: words.standings[value] }))}
      />
    </FilterForm>
  );
}

function Rows({ rows, filter, locale }: { rows: ListedRecord[]; filter: RecordFilter; locale: Locale }) {
  const words = recordWords[locale];
  return (
    <DataList
      caption={words.list}
      locale={locale}
      rows={rows}
      rowKey={(row) => row.recordId ?? `${row.unitRef} ${row.kind} ${row.name}`}
      rowHref={({ recordId, unitRef }) =>
        recordId === null
          ? href(`/safety-standard/${unitRef}`, { year: String(filter.year) })
          : `/safety-standard/records/${recordId}`
      }
      empty={{ title: words.emptyTitle, detail: words.emptyHint }}
      columns={[
        {
          key: "name",
          label: words.fields.name,
          primary: true,
          render: (row) => areaName(row.name, row.areaKind, locale),
        },
        {
          key: "state",
          label: words.fields.state,
          nowrap: true,
          render: ({ state }) => <StateWord state={state} locale={locale} />,
        },
        {
          key: "kind",
          label: safetyWords[locale].kind,
          hideOnPhone: true,
          render: ({ kind }) => safetyKindWords[locale][kind],
        },
        { key: "unit", label: words.fields.unitId, render: ({ unitName }) => unitName },
        {
          key: "score",
          label: words.fields.score,
          numeric: true,
          hideOnPhone: true,
          render: ({ score }) => (score === null ? "–" : formatNumber(score, locale)),
        },
        {
          key: "decided",
          label: words.fields.decidedOn,
          numeric: true,
          hideOnPhone: true,
          render: ({ decidedOn }) => (decidedOn === null ? "–" : formatDate(decidedOn)),
        },
      ]}
    />
  );
}
