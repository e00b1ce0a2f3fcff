import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { nilWords } from "@/lib/outreach-sessions/nil-declarations/messages";
import { totalsWords } from "@/lib/outreach-sessions/totals/messages";
import type { Totals } from "@/lib/outreach-sessions/totals/queries";
import { NilSection } from "./nil-section";
import { SessionViews } from "./session-views";
import { BroadcastTotals, ChannelTotals, GuidanceTotals } from "./totals-channels";
import { TotalsFigures } from "./totals-figures";
import { TagTotalsList } from "./totals-tags";
import { UnitTotalsList } from "./totals-units";

type Props = {
  totals: Totals & { may: { declare: boolean; withdraw: boolean } };
  context: Context;
  /** What a form on this page has just done. */
  done?: string;
  formId: string;
  locale: Locale;
};

/** The yearbook of outreach: the period's figures, then each way they are told apart. */
export function TotalsPage({ totals, context, done, formId, locale }: Props) {
  const words = totalsWords[locale];
  const view = { totals, context, locale };
  return (
    <>
      <PageHeader title={words.title} />
      <SessionViews
        current="totals"
        keep={{ unit: context.unit, boundary: context.boundary }}
        locale={locale}
      />
      {(done === "declared" || done === "withdrawn") && (
        <Notice title={nilWords[locale][done]} className="mb-6" />
      )}
      <div className="space-y-12">
        <TotalsFigures {...view} />
        <NilSection {...view} id={formId} />
        {totals.channels.some(({ sessions }) => sessions.all > 0) && (
          <>
            <ChannelTotals {...view} />
            <BroadcastTotals {...view} />
            <TagTotalsList tag="topic" {...view} />
            <TagTotalsList tag="audience" {...view} />
            <TagTotalsList tag="language" {...view} />
            <GuidanceTotals {...view} />
          </>
        )}
        <UnitTotalsList {...view} />
        <p className="border-t pt-3 text-xs text-muted">
          {words.source(outreachWords[locale].source, earlier(context.period.to, today()))}
        </p>
      </div>
    </>
  );
}
