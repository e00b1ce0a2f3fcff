import type { ReactNode } from "react";
import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { TabLinks } from "@/components/ui/tabs";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { changeStates } from "@/lib/units/changes/catalog";
import { changeKindWords, changeStateWords, changeWords, summaryOf } from "@/lib/units/changes/messages";
import type { ChangeRow } from "@/lib/units/changes/queries";
import type { ChangesChoice } from "@/lib/units/changes/schema";
import { ChangeStateWord } from "./change-state";

const path = "/units/changes";

type Props = {
  changes: ChangeRow[];
  total: number;
  next: boolean;
  choice: ChangesChoice;
  action: ReactNode;
  locale: Locale;
};

/** Changes of units, the latest first: what became of what, by which decision, and whether it counts yet. */
export function ChangeList({ changes, total, next, choice, action, locale }: Props) {
  const words = changeWords[locale];
  const { state, page } = choice;
  return (
    <div className="space-y-6">
      <TabLinks
        label={words.state}
        tabs={[
          { label: words.allStates, href: path, current: state === undefined },
          ...changeStates.map((value) => ({
            label: changeStateWords[locale][value],
            href: href(path, { state: value }),
            current: state === value,
          })),
        ]}
      />
      <DataList
        caption={words.title}
        locale={locale}
        rows={changes}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${path}/${id}`}
        empty={{
          title: words.emptyTitle,
          detail: state ? words.emptyStateHint : words.emptyHint,
          action: state ? undefined : action,
        }}
        columns={[
          { key: "what", label: words.what, primary: true, render: summaryOf },
          { key: "kind", label: words.kind, render: ({ kind }) => changeKindWords[locale][kind] },
          {
            key: "effective",
            label: words.effective,
            render: ({ effectiveOn }) => <span className="numeral">{formatDate(effectiveOn)}</span>,
          },
          {
            key: "decision",
            label: words.decision,
            hideOnPhone: true,
            render: ({ decisionNumber, decisionDate }) =>
              words.decisionOf(decisionNumber, formatDate(decisionDate)),
          },
          {
            key: "state",
            label: words.state,
            render: ({ state: is }) => <ChangeStateWord state={is} locale={locale} />,
          },
        ]}
      />
      {(next || page > 1) && (
        <Pager
          nextHref={next ? href(path, { state, page: String(page + 1) }) : undefined}
          firstHref={page > 1 ? href(path, { state }) : undefined}
          shown={changes.length}
          total={total}
          locale={locale}
        />
      )}
    </div>
  );
}
