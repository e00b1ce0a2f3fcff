import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import { modelWords } from "../../../messages";
import { sumOf } from "../../../rules";
import { pointWords } from "../../messages";
import { isPast } from "../../past/rules";
import { listWords } from "../messages";
import type { PointTotals } from "../queries";

const vi = {
  asOf: (day: string) => `Số liệu đến ngày ${day}`,
  wholeCity: "toàn thành phố",
  ownArea: "địa bàn của đơn vị",
  boundaries: { current: "địa giới hiện nay", historical: "địa giới tại thời điểm" },
  filters: (labels: string) => `Bộ lọc: ${labels}`,
  noFilters: "Không lọc: mọi điểm đang duy trì",
  atLeast: "hơn",
  noData: "chưa có số liệu",
  source: (source: string) => `Nguồn: ${source}`,
  taken: (when: string, who: string) => `Xuất lúc ${when}, ${who}`,
  demo: "Dữ liệu minh họa, không phải số liệu thật",
};

const en: typeof vi = {
  asOf: (day) => `As of ${day}`,
  wholeCity: "whole city",
  ownArea: "the unit's own area",
  boundaries: { current: "today's boundaries", historical: "boundaries of the time" },
  filters: (labels) => `Filters: ${labels}`,
  noFilters: "No filter: all points in force",
  atLeast: "more than",
  noData: "no data",
  source: (source) => `Source: ${source}`,
  taken: (when, who) => `Exported ${when}, ${who}`,
  demo: "Demonstration data, not real figures",
};

const words: Words<typeof vi> = { vi, en };

type Told = {
  totals: PointTotals;
  asOf: string;
  boundary: "current" | "historical";
  /** The unit looked at; without one, everything the reader sees. */
  unitName?: string;
  wholeCity: boolean;
  filters: readonly string[];
  who: string;
  isDemo: boolean;
};

/** The lines over an exported sheet: what it is of, how much that is, from where, and whether it is invented. */
export function sheetFacts({ totals, filters, ...told }: Told, locale: Locale): string[] {
  const text = words[locale];
  const units = modelWords[locale];
  const count = (sum: number, unknown: number, unit: string) => {
    const { value, qualifier } = sumOf(sum, totals.points, unknown);
    if (value === null) return `${unit}: ${text.noData}`;
    return `${qualifier === "at_least" ? `${text.atLeast} ` : ""}${formatNumber(value, locale)} ${unit}`;
  };
  const where = told.unitName ?? (told.wholeCity ? text.wholeCity : text.ownArea);
  return [
    [text.asOf(formatDate(told.asOf)), where, text.boundaries[told.boundary]].join(" · "),
    filters.length > 0 ? text.filters(filters.join("; ")) : text.noFilters,
    [
      count(totals.points, 0, units.pointUnit),
      count(totals.models, 0, units.modelUnit),
      count(totals.teams, totals.teamsUnknown, units.teamUnit),
      count(totals.members, totals.membersUnknown, units.memberUnit),
    ].join(" · "),
    ...(isPast(told.asOf)
      ? [`${pointWords[locale].stateOn(formatDate(told.asOf))}. ${listWords[locale].pastNote}`]
      : []),
    `${text.source(listWords[locale].source)} · ${text.taken(formatTime(new Date()), told.who)}`,
    ...(told.isDemo ? [text.demo] : []),
  ];
}
