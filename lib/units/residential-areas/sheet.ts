import { fold } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { areaWords } from "./messages";
import { type AreaColumn, areaColumns } from "./schema";

/*
 * A residential area as a row of a list: one description of its columns for what comes in and for the words about it.
 */

/** Other headings a column goes by, parted by "|". */
const headings: Record<AreaColumn, string> = {
  unit: "tên đơn vị|phường|xã|phường xã|xã phường|đơn vị hành chính|phường xã thị trấn|unit",
  name: "tên khu dân cư|khu dân cư|tên khóm ấp|khóm ấp|tên khu vực|tên khóm|tên ấp|khu vực khóm ấp|tên|area",
  kind: "loại hình|loại khu dân cư|kind",
  households: "hộ|số hộ dân|số hộ gia đình|tổng số hộ|households",
  population: "dân số|số dân|số nhân khẩu|nhân khẩu|số khẩu|tổng số nhân khẩu|khẩu|people|population",
  validFrom: "từ ngày|ngày thành lập|thành lập ngày|hiệu lực từ|from",
  note: "ghi chú khác|chú thích|notes",
};
/** Columns that lists have and nobody needs. */
const passedOver = new Set(["stt", "tt", "so tt", "so thu tu", "no"]);

/** Where a list has no headings its columns stand so; those of one unit leave the unit out. */
export const plainColumns = (ofOneUnit: boolean): AreaColumn[] => [
  ...(ofOneUnit ? [] : (["unit"] as const)),
  "name",
  "households",
  "population",
  "note",
];

export const headingOf = (key: AreaColumn, locale: Locale): string => areaWords[locale].columns[key];

type Headings = { keys: (AreaColumn | undefined)[]; unknown: string[] };

/** The columns of a heading row, by position; undefined when the row is none, for want of a name's heading. */
export function readHeadings(cells: readonly string[]): Headings | undefined {
  const keys = cells.map((cell) => {
    const said = fold(cell.replace(/\(.*?\)/g, ""));
    return areaColumns.find((key) =>
      [headingOf(key, "vi"), headingOf(key, "en"), ...headings[key].split("|")].some(
        (name) => fold(name) === said,
      ),
    );
  });
  if (!keys.includes("name")) return undefined;
  const unknown = cells.filter((cell, at) => cell && !keys[at] && !passedOver.has(fold(cell)));
  return { keys, unknown };
}
