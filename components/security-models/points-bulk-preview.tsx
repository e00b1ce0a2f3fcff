import { CommandForm } from "@/components/forms/command-form";
import { TextAreaField, TextField } from "@/components/forms/text-field";
import { DataList } from "@/components/tables/data-list";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { changeTogether } from "@/lib/security-models/points/list/bulk/actions";
import type { BulkField, BulkStep } from "@/lib/security-models/points/list/bulk/catalog";
import { bulkWords } from "@/lib/security-models/points/list/bulk/messages";
import type { BulkSet } from "@/lib/security-models/points/list/bulk/queries";
import { isBulkStep } from "@/lib/security-models/points/list/bulk/rules";
import { listWords } from "@/lib/security-models/points/list/messages";
import { statusWords } from "@/lib/security-models/points/messages";
import { stepWords } from "@/lib/security-models/steps/messages";
import { transitionOf } from "@/lib/security-models/steps/rules";

type Props = {
  set: BulkSet;
  change: { act: BulkStep | BulkField; on: string; to?: string };
  /** What is looked at, as the part of the address behind the "?". */
  view: string;
  cancelHref: string;
  locale: Locale;
};

const shownRows = 10;

/** How many points change and which first, how many stay and why; below it the papers and the button. */
export function PointsBulkPreview({ set, change, view, cancelHref, locale }: Props) {
  const words = bulkWords[locale];
  const { act, on, to } = change;
  const number = (value: number) => formatNumber(value, locale);
  const count = set.can.length;
  const doing = words.acts[act](number(count));
  const kept = set.cannot.reduce((sum, group) => sum + group.count, 0);
  return (
    <div className="space-y-8">
      <div className="space-y-3">
        {count > 0 && (
          <p className="font-semibold">{words.will(doing, isBulkStep(act) ? formatDate(on) : undefined)}</p>
        )}
        {kept > 0 && (
          <div className="border-l-2 border-ochre pl-4 text-sm">
            <p className="font-medium">{words.cannot(number(kept))}</p>
            <ul className="text-muted">
              {set.cannot.map(({ fault, count: those, rows }) => (
                <li key={fault}>
                  {words.faults[fault](number(those))} ({rows.map(({ site }) => site).join("; ")}
                  {those > rows.length && "; …"})
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {count > 0 && (
        <>
          <FirstRows {...{ set, locale }} />
          <CommandForm
            action={changeTogether}
            id={crypto.randomUUID()}
            title={words.title}
            labels={words.fields}
            hidden={{ view, act, on, ...(to && { to }), count: String(count), mark: set.mark }}
            submitLabel={doing}
            cancelHref={cancelHref}
            danger={isBulkStep(act) && transitionOf(act).to === "ended"}
            locale={locale}
          >
            {isBulkStep(act) && <Papers act={act} locale={locale} />}
            <p className="text-sm text-muted">{words.oneGo}</p>
          </CommandForm>
        </>
      )}
    </div>
  );
}

function FirstRows({ set, locale }: Pick<Props, "set" | "locale">) {
  const [words, { columns }] = [bulkWords[locale], listWords[locale]];
  const rows = set.can.slice(0, shownRows);
  return (
    <div className="space-y-2">
      <DataList
        caption={words.previewTitle}
        locale={locale}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/security-models/points/${id}`}
        empty={{ title: words.nothing }}
        columns={[
          { key: "site", label: columns.site, primary: true, render: ({ site }) => site },
          { key: "model", label: columns.model, render: ({ modelName }) => modelName },
          { key: "unit", label: columns.unit, render: ({ unitName }) => unitName },
          { key: "status", label: columns.status, render: ({ status }) => statusWords[locale][status] },
        ]}
      />
      {set.can.length > rows.length && (
        <p className="text-sm text-muted">
          {words.first(formatNumber(rows.length, locale), formatNumber(set.can.length, locale))}
        </p>
      )}
    </div>
  );
}

/** Exactly the papers the step needs; one decision for all of them. */
function Papers({ act, locale }: { act: BulkStep; locale: Locale }) {
  const words = stepWords[locale];
  const { needs } = transitionOf(act);
  return (
    <>
      {needs.includes("decision") && (
        <TextField name="decision" label={words.fields.decision} hint={words.decisionHint} locale={locale} />
      )}
      {needs.includes("minutes") && (
        <TextField name="minutes" label={words.fields.minutes} hint={words.minutesHint} locale={locale} />
      )}
      {needs.includes("reason") && (
        <TextAreaField name="reason" label={words.fields.reason} rows={2} locale={locale} />
      )}
    </>
  );
}
