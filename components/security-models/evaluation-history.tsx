import { DataList } from "@/components/tables/data-list";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { PointEvaluation } from "@/lib/security-models/evaluations/standing/queries";
import { EvaluationState, PlacedGrade } from "./evaluation-state";

type Props = { pointId: string; evaluations: PointEvaluation[]; locale: Locale };

/** The campaigns a point stands in, the latest first, each leading to its sheet; open ones still waiting are among them. */
export function EvaluationHistory({ pointId, evaluations, locale }: Props) {
  const words = evaluationWords[locale];
  return (
    <DataList
      caption={words.history}
      locale={locale}
      rows={evaluations}
      rowKey={(row) => row.campaignId}
      rowHref={(row) => `/security-models/evaluations/${row.campaignId}/points/${pointId}`}
      empty={{ title: words.noHistory }}
      columns={[
        { key: "name", label: words.campaign, primary: true, render: (row) => row.campaignName },
        {
          key: "state",
          label: words.fields.state,
          render: (row) => <EvaluationState state={row.state} overdue={row.overdue} locale={locale} />,
        },
        {
          key: "grade",
          label: words.grade,
          render: ({ grade }) => grade && <PlacedGrade grade={grade} locale={locale} />,
        },
        {
          key: "total",
          label: words.total,
          render: (row) =>
            row.total !== null && (
              <span className="numeral">
                {formatNumber(row.total, locale)}/{formatNumber(row.most, locale)}
              </span>
            ),
        },
        {
          key: "due",
          label: words.fields.dueOn,
          render: (row) =>
            row.state === "none" && <span className="numeral">{words.due(formatDate(row.dueOn))}</span>,
        },
      ]}
    />
  );
}
