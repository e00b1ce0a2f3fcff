import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import { Table, Td, Th } from "@/components/ui/table";
import type { Context } from "@/lib/core/context";
import { formatNumber, formatShare } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type Base, levels } from "@/lib/rural-standard/catalog";
import { levelFilterWords, ruralWords } from "@/lib/rural-standard/messages";
import { progressWords } from "@/lib/rural-standard/progress/messages";
import type { GroupLadder } from "@/lib/rural-standard/progress/queries";
import { type Group, groups } from "@/lib/rural-standard/progress/schema";
import { shareOf } from "@/lib/rural-standard/rules";

type Props = {
  rows: GroupLadder[];
  group: Group;
  context: Context;
  base: Base;
  path: string;
  locale: Locale;
};

/** The ladder of each area with the communes it is a share of; every count opens them (T2). */
export function ProgressAreas({ rows, group, context, base, path, locale }: Props) {
  const words = progressWords[locale];
  const total = rows.reduce((sum, row) => sum + row.base, 0);
  if (total === 0) return null;
  const stated = ruralWords[locale].baseOf[base](formatNumber(total, locale));
  const offered = groups.filter((choice) => base === "former" || choice !== "district");
  return (
    <Section
      id="areas"
      title={words.byArea}
      finding={group === "unit" ? words.unitNote(stated) : words.areaNote(stated)}
      actions={
        <Segments
          label={words.groupBy}
          segments={offered.map((choice) => ({
            label: words.group[choice],
            current: choice === group,
            href: `${href(path, contextParams(context, { base, group: choice }))}#areas`,
          }))}
        />
      }
    >
      <Table>
        <caption className="sr-only">{words.byArea}</caption>
        <thead>
          <tr>
            <Th>{words.group[group]}</Th>
            <Th numeric>{words.base}</Th>
            <Th numeric className="hidden sm:table-cell">
              {words.none}
            </Th>
            {levels.map((level) => (
              <Th key={level} numeric>
                {levelFilterWords[locale][level]}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AreaRow key={`${row.key} ${row.province}`} {...{ row, group, context, base, locale }} />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function AreaRow({ row, group, context, base, locale }: Omit<Props, "rows" | "path"> & { row: GroupLadder }) {
  const place = group === "unit" ? { unit: row.key, boundary: "current" } : { [group]: row.key };
  const link = (level: string | undefined, value: number) => (
    <TextLink
      href={`${href("/rural-standard", contextParams(context, { base: base === "former" ? undefined : base, level, ...place }))}#communes`}
      className="text-ink"
    >
      {formatNumber(value, locale)}
    </TextLink>
  );
  return (
    <tr>
      <Th scope="row" className="border-b py-2.5 align-baseline min-[24rem]:min-w-28">
        {row.name}
        {row.province !== null && <span className="block text-xs text-muted">{row.province}</span>}
      </Th>
      <Td numeric>{link(undefined, row.base)}</Td>
      <Td numeric className="hidden sm:table-cell">
        {link("none", row.only.none)}
      </Td>
      {levels.map((level) => (
        <Td key={level} numeric>
          {link(level, row[level])}
          <span className="block text-xs text-muted">
            {formatShare(shareOf(row[level], row.base), locale)}
          </span>
        </Td>
      ))}
    </tr>
  );
}
