import type { ReactNode } from "react";
import { type Column, DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { recognitionWords } from "@/lib/security-models/messages";
import {
  type ListColumn,
  type Sort,
  type SortColumn,
  sortColumns,
} from "@/lib/security-models/points/list/catalog";
import { listWords } from "@/lib/security-models/points/list/messages";
import type { ListedPoint } from "@/lib/security-models/points/list/rows/queries";
import { nextSort, sortOf } from "@/lib/security-models/points/list/rules";
import { PointState, PointUnit } from "./point-state";

type Props = {
  rows: ListedPoint[];
  total: number;
  columns: readonly ListColumn[];
  /** The indicator filtered by, whose reading is shown. */
  indicator?: string;
  lists: Record<"force" | "site", CodeItem[]>;
  sort?: Sort;
  sortHref: (sort: Sort) => string;
  nextHref?: string;
  firstHref?: string;
  action?: ReactNode;
  locale: Locale;
};

/** Points with the columns asked for; a heading that can order the list is a link. */
export function PointsListTable({
  rows,
  total,
  columns,
  indicator,
  nextHref,
  firstHref,
  action,
  ...rest
}: Props) {
  const { locale, sort, sortHref } = rest;
  const words = listWords[locale];
  const shown = [...(["site", ...columns] as const), ...(indicator ? (["reading"] as const) : [])];
  const cells = cellsOf(rest);
  const headed = (key: (typeof shown)[number]): Column<ListedPoint> => ({
    key,
    label: key === "reading" ? (indicator ?? "") : words.columns[key],
    primary: key === "site",
    numeric: numeric.has(key),
    nowrap: unbroken.has(key),
    hideOnPhone: !onPhone.has(key),
    sort: sorting(key, sort, sortHref),
    render: cells[key],
  });
  return (
    <>
      <DataList
        caption={words.title}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/security-models/points/${row.id}`}
        empty={{ title: words.emptyTitle, detail: words.emptyHint, action }}
        columns={shown.map(headed)}
      />
      {total > 0 && (
        <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} total={total} locale={locale} />
      )}
    </>
  );
}

const numeric = new Set<string>(["teams", "members", "budgetFunding", "socialFunding", "reading"]);
/** Days, numbers of decisions and words of two or three, which fall apart in a narrow column. */
const unbroken = new Set<string>(["startedOn", "lastSession", "grade", "decision", "level"]);
/** The second line of an item: whose, where, how it stands. */
const onPhone = new Set<string>(["site", "model", "unit", "status", "members", "reading"]);

function sorting(key: string, sort: Sort | undefined, sortHref: Props["sortHref"]) {
  const column = sortColumns.find((known): known is SortColumn => known === key);
  if (!column) return undefined;
  const { by, descending } = sortOf(sort);
  return {
    href: sortHref(nextSort(column, sort)),
    order: by === column ? (descending ? ("descending" as const) : ("ascending" as const)) : undefined,
  };
}

type Cells = Record<ListColumn | "site" | "reading", (row: ListedPoint) => ReactNode>;

function cellsOf({ lists, locale }: Pick<Props, "lists" | "locale">): Cells {
  const words = listWords[locale];
  const [sites, forces] = [codeLabels(lists.site, locale), codeLabels(lists.force, locale)];
  const count = (value: number | null) =>
    value === null ? <span title={words.noData}>–</span> : formatNumber(value, locale);
  const day = (value: string | null) => (value ? formatDate(value) : "–");
  return {
    site: (row) => row.site,
    model: (row) => row.modelName,
    unit: (row) =>
      row.currentName || row.thenName ? <PointUnit point={row} locale={locale} /> : row.unitName,
    siteKind: (row) => (row.siteKind ? (sites[row.siteKind] ?? row.siteKind) : "–"),
    address: (row) => row.address ?? "–",
    status: (row) => <PointState point={row} locale={locale} />,
    startedOn: (row) => day(row.startedOn),
    decision: (row) => row.decision,
    coreForce: (row) => forces[row.coreForce] ?? row.coreForce,
    teams: (row) => count(row.teams),
    members: (row) => count(row.members),
    grade: ({ grade }) =>
      grade ? (
        grade[locale === "vi" ? "labelVi" : "labelEn"]
      ) : (
        <span className="text-muted">{words.notRated}</span>
      ),
    level: (row) => (row.level ? recognitionWords[locale][row.level] : "–"),
    budgetFunding: (row) => count(row.budgetFunding),
    socialFunding: (row) => count(row.socialFunding),
    contactPost: (row) => row.contactPost ?? "–",
    lastSession: (row) => day(row.lastSession),
    reading: (row) => count(row.reading),
  };
}
