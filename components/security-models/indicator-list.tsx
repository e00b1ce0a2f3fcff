import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { DataList } from "@/components/tables/data-list";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import {
  frequencyWords,
  indicatorWords,
  overPointsWords,
  overTimeWords,
} from "@/lib/security-models/indicators/messages";
import type { listIndicators } from "@/lib/security-models/indicators/queries";
import { modelWords } from "@/lib/security-models/messages";

type Props = { found: Awaited<ReturnType<typeof listIndicators>>; saved: boolean; locale: Locale };

/** The indicators of a model as they are defined; the city opens one to change it. */
export function IndicatorList({ found, saved, locale }: Props) {
  const { model, indicators, may } = found;
  const words = indicatorWords[locale];
  const { yesNo } = modelWords[locale];
  const path = `/security-models/${model.id}/indicators`;
  const create = may.create && !model.merged && (
    <Button asChild variant="primary">
      <Link href={`${path}/new`} prefetch={false}>
        {words.create}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.of}
        lead={words.lead}
        back={<TextLink href={`/security-models/${model.id}`}>{model.name}</TextLink>}
        actions={
          <>
            {indicators.length > 0 && (
              <Button asChild>
                <Link href={`/security-models/readings?model=${model.id}`} prefetch={false}>
                  {words.open}
                </Link>
              </Button>
            )}
            {create}
          </>
        }
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <DataList
        caption={words.of}
        locale={locale}
        rows={indicators}
        rowKey={(row) => row.id}
        rowHref={may.update ? (row) => `${path}/${row.id}/edit` : undefined}
        empty={{ title: words.emptyTitle, detail: words.emptyHint, action: create }}
        columns={[
          { key: "name", label: words.fields.name, primary: true, render: (row) => row.name },
          { key: "unit", label: words.fields.unitLabel, render: (row) => row.unitLabel },
          {
            key: "sum",
            label: words.howSummed,
            render: (row) =>
              `${overTimeWords[locale][row.overTime]}; ${overPointsWords[locale][row.overPoints].toLowerCase()}`,
          },
          {
            key: "frequency",
            label: words.fields.frequency,
            render: (row) => frequencyWords[locale][row.frequency],
          },
          {
            key: "range",
            label: words.range,
            hideOnPhone: true,
            render: (row) => (
              <span className="numeral">
                {words.rangeOf(formatNumber(row.least, locale), formatNumber(row.most, locale))}
              </span>
            ),
          },
          {
            key: "required",
            label: words.fields.required,
            hideOnPhone: true,
            render: (row) => (row.required ? yesNo.yes : yesNo.no),
          },
          {
            key: "state",
            label: words.state,
            render: (row) =>
              row.retiredOn ? (
                <StatusDot tone="muted">{words.retired(row.retiredOn)}</StatusDot>
              ) : (
                <StatusDot tone="good">{words.inUse}</StatusDot>
              ),
          },
        ]}
      />
    </>
  );
}
