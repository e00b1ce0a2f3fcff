import { Section } from "@/components/layout/section";
import { Table, Td, Th } from "@/components/ui/table";
import { firstDay, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { setPointSize } from "@/lib/security-models/points/actions";
import { pointWords } from "@/lib/security-models/points/messages";
import type { PointRecord, SizeRow } from "@/lib/security-models/points/queries";
import { PointSizeForm } from "./point-size-form";

type Props = { point: PointRecord; sizes: SizeRow[]; mayResize: boolean; locale: Locale };

/** How many teams and members a point had from which day on; teams and members stay two counts (T14). */
export function PointSizes({ point, sizes, mayResize, locale }: Props) {
  const words = pointWords[locale];
  const { resize, saveSize, resizeHint, teamUnit, memberUnit, fields } = words;
  const count = (value: number | null) => (value === null ? words.noData : formatNumber(value, locale));
  return (
    <Section title={words.sizes}>
      {sizes.length === 0 ? (
        <p className="text-sm text-muted">{words.noData}</p>
      ) : (
        <Table className="max-w-160">
          <caption className="sr-only">{words.sizes}</caption>
          <thead>
            <tr>
              <Th>{fields.effectiveOn}</Th>
              <Th numeric>{fields.teams}</Th>
              <Th numeric>{fields.members}</Th>
            </tr>
          </thead>
          <tbody>
            {sizes.map(({ effectiveOn, teams, members }) => (
              <tr key={effectiveOn}>
                <Td className="numeral">{formatDate(effectiveOn)}</Td>
                <Td numeric>{count(teams)}</Td>
                <Td numeric>{count(members)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayResize && (
        <PointSizeForm
          action={setPointSize}
          pointId={point.id}
          teams={point.teams}
          members={point.members}
          first={point.startedOn ?? firstDay}
          last={today()}
          words={{ resize, saveSize, resizeHint, teamUnit, memberUnit }}
          labels={{ effectiveOn: fields.effectiveOn, teams: fields.teams, members: fields.members }}
          locale={locale}
        />
      )}
    </Section>
  );
}
