import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import type { CodeItem } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { SheetRow } from "@/lib/security-models/evaluations/queries";
import { pointWords } from "@/lib/security-models/points/messages";
import { EvaluationState, GradeWord } from "./evaluation-state";
import { PointUnit } from "./point-state";

type Props = {
  campaignId: string;
  rows: SheetRow[];
  found: number;
  most: number;
  grades: CodeItem[];
  empty: { title: string; detail: string };
  nextHref?: string;
  firstHref?: string;
  locale: Locale;
};

/** The points a campaign asks for: where each stands, its scores and grade; a row opens its sheet. */
export function EvaluationTable(props: Props) {
  const { campaignId, rows, found, most, grades, empty, nextHref, firstHref, locale } = props;
  const words = evaluationWords[locale];
  return (
    <>
      <DataList
        caption={words.list}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.pointId}
        rowHref={(row) => `/security-models/evaluations/${campaignId}/points/${row.pointId}`}
        empty={empty}
        columns={[
          {
            key: "site",
            label: pointWords[locale].fields.site,
            primary: true,
            render: (row) => row.site,
          },
          { key: "model", label: words.model, render: (row) => row.modelName },
          {
            key: "unit",
            label: words.unit,
            render: (row) => <PointUnit point={row} locale={locale} />,
          },
          {
            key: "state",
            label: words.fields.state,
            render: (row) => <EvaluationState state={row.state} overdue={row.overdue} locale={locale} />,
          },
          {
            key: "grade",
            label: words.grade,
            render: (row) =>
              row.grade && (
                <span className="inline-flex flex-wrap items-baseline gap-x-2">
                  <GradeWord grade={row.grade} grades={grades} locale={locale} />
                  {row.state === "proposed" && row.grade !== row.suggested && (
                    <span className="text-xs text-ochre">{words.differs}</span>
                  )}
                </span>
              ),
          },
          {
            key: "total",
            label: words.total,
            render: (row) =>
              row.total !== null && (
                <span className="numeral">
                  {formatNumber(row.total, locale)}
                  <span className="text-muted">/{formatNumber(most, locale)}</span>
                </span>
              ),
          },
        ]}
      />
      {found > 0 && (
        <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} total={found} locale={locale} />
      )}
    </>
  );
}
