import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { StatusDot } from "@/components/ui/status-dot";
import { formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type BoundaryState, boundaryStateWords, boundaryWords } from "@/lib/units/map/boundaries/messages";
import type { BoundarySetRow } from "@/lib/units/map/boundaries/queries";

const tones = { draft: "attention", active: "good", replaced: "muted", retired: "muted" } as const;

export const BoundarySetState = ({ state, locale }: { state: BoundaryState; locale: Locale }) => (
  <StatusDot tone={tones[state]}>{boundaryStateWords[locale][state]}</StatusDot>
);

/** Every set that was uploaded; each opens what was found in its file. */
export function BoundarySets({ sets, locale }: { sets: BoundarySetRow[]; locale: Locale }) {
  const words = boundaryWords[locale];
  return (
    <Section title={words.sets}>
      <DataList
        caption={words.sets}
        locale={locale}
        rows={sets}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/map/boundaries/${id}`}
        empty={{ title: words.none, detail: words.noneHint }}
        columns={[
          { key: "source", label: words.source, primary: true, render: ({ source }) => source },
          {
            key: "state",
            label: words.state,
            render: ({ state }) => <BoundarySetState state={state} locale={locale} />,
          },
          {
            key: "units",
            label: words.matched,
            numeric: true,
            render: ({ units }) => formatNumber(units, locale),
          },
          {
            key: "uploaded",
            label: words.uploaded,
            render: ({ uploadedAt, uploadedBy }) => (
              <>
                <span className="numeral">{formatTime(uploadedAt)}</span>
                {uploadedBy !== null && `, ${uploadedBy}`}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
