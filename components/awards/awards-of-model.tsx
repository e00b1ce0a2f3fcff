import Link from "next/link";
import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { Button } from "@/components/ui/button";
import { awardFormWords, awardsWords, recipientKindWords } from "@/lib/awards/messages";
import type { awardsOfModel } from "@/lib/awards/queries";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";

type Props = {
  found: Awaited<ReturnType<typeof awardsOfModel>>;
  modelId: string;
  context: Context;
  locale: Locale;
};

/** The latest awards given for a model's work, and how many are in force; the number opens its rows. */
export function AwardsOfModel({ found: { rows, totals }, modelId, context, locale }: Props) {
  const words = awardsWords[locale];
  const all = href("/awards", contextParams(context, { model: modelId }));
  if (rows.length === 0)
    return (
      <Section id="awards" title={words.ofModel}>
        <EmptyState title={words.ofModelNone} detail={words.ofModelNoneHint} />
      </Section>
    );
  return (
    <Section
      id="awards"
      title={words.ofModel}
      finding={words.ofModelLatest(formatDate(context.period.from))}
      actions={
        <Button asChild size="small">
          <Link href={all} prefetch={false}>
            {words.openAll}
          </Link>
        </Button>
      }
    >
      <FigureRow label={words.ofModel}>
        <Figure
          name="awards.count"
          value={totals.inForce}
          unit={words.countUnit}
          label={words.count}
          definition={words.countDefinition}
          source={words.source}
          asOf={earlier(context.period.to, today())}
          boundary={context.boundary}
          href={all}
          locale={locale}
        />
      </FigureRow>
      <DataList
        caption={words.ofModel}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/awards/${row.id}`}
        empty={{ title: words.ofModelNone }}
        columns={[
          {
            key: "date",
            label: words.fields.decisionDate,
            render: (row) => (
              <span className="numeral whitespace-nowrap">{formatDate(row.decisionDate)}</span>
            ),
          },
          { key: "recipient", label: words.recipient, primary: true, render: (row) => row.recipientName },
          {
            key: "kind",
            label: words.fields.recipientKind,
            hideOnPhone: true,
            render: (row) => recipientKindWords[locale][row.recipientKind],
          },
          { key: "form", label: words.fields.form, render: (row) => awardFormWords[locale][row.form] },
          { key: "unit", label: words.fields.unitId, render: (row) => row.unitName ?? words.cityBody },
        ]}
      />
    </Section>
  );
}
