import { formatNumber } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { Base } from "../catalog";
import type { Group } from "./schema";

const vi = {
  title: "Tiến độ nông thôn mới",
  lead: "Lũy kế từng năm, theo địa bàn và so với chỉ tiêu; bậc cao nằm trong bậc thấp, không cộng lại",
  byYear: "Theo năm",
  yearFinding: (day: string, standard: string, base: string) =>
    `Đến ${day}: ${standard} trong ${base} đạt chuẩn trở lên`,
  running: (day: string) => `đến ${day}`,
  year: "Năm",
  day: "Đến ngày",
  base: "Tổng số xã",
  none: "Chưa đạt chuẩn",
  cumulativeNote: "Lũy kế: mỗi cột lồng trong cột trước, tính trên tổng số xã; không cộng các bậc với nhau",
  byArea: "Theo địa bàn",
  groupBy: "Gộp theo",
  group: {
    province: "Tỉnh, thành phố cũ",
    district: "Huyện, thị xã cũ",
    unit: "Đơn vị hiện nay",
  } as Record<Group, string>,
  areaNote: (base: string) => `Tính trên ${base}; mỗi dòng chia cho tổng số xã của dòng đó`,
  unitNote: (base: string) => `${base}, gộp theo đơn vị hiện nay; xã cũ giữ bậc của mình`,
  total: "Cả địa bàn",
  targets: "Chỉ tiêu và thực hiện",
  targetsNote: "Chỉ tiêu lũy kế đến 31/12 mỗi năm; thực hiện tính cùng ngày, năm nay tính đến ngày đang xem",
  noTargets: "Chưa có chỉ tiêu nào",
  noTargetsHint: "Cán bộ Công an TP nhập chỉ tiêu theo văn bản",
  cityOnly: "Chỉ tiêu đặt cho toàn thành phố; bỏ chọn đơn vị để xem",
  target: "Chỉ tiêu",
  actual: "Thực hiện",
  reached: "Đạt so với chỉ tiêu",
  notYet: "Chưa tới",
  document: "Văn bản",
  setTarget: "Nhập chỉ tiêu",
  saveTarget: "Lưu chỉ tiêu",
  saved: "Đã lưu",
};

export const progressWords = {
  vi: {
    ...vi,
    fields: {
      year: "Năm",
      level: "Bậc",
      base: "Tính trên",
      target: "Số xã lũy kế",
      documentNumber: "Số văn bản",
      documentDate: "Ngày văn bản",
    },
    errors: {
      "level.required": "Chọn bậc",
      "base.required": "Chọn các xã được tính",
      "target.above-base": (_: string, count: string) =>
        `Chỉ tiêu không quá tổng số xã: ${formatNumber(Number(count), "vi")}`,
      "target.above-step-below": (_: string, count: string) =>
        `Chỉ tiêu không quá bậc ngay dưới của năm đó: ${formatNumber(Number(count), "vi")}`,
      "target.below-step-above": (_: string, count: string) =>
        `Chỉ tiêu không dưới bậc trên của năm đó: ${formatNumber(Number(count), "vi")}`,
      repeated: "Đã có: chỉ tiêu này đã ghi",
    },
    show: (field: string, value: unknown) => shown(field, value, baseWords.vi),
  },
  en: {
    title: "Progress of the rural standard",
    lead: "Cumulative by year, by area and against targets; higher steps lie inside lower ones and are never added",
    byYear: "By year",
    yearFinding: (day: string, standard: string, base: string) =>
      `By ${day}: ${standard} of ${base} at standard or above`,
    running: (day: string) => `up to ${day}`,
    year: "Year",
    day: "Up to",
    base: "All communes",
    none: "Not yet standard",
    cumulativeNote: "Cumulative: each lies inside the one before; steps are never added",
    byArea: "By area",
    groupBy: "Grouped by",
    group: { province: "Former province", district: "Former district", unit: "Unit of today" },
    areaNote: (base: string) => `Of ${base}; each row is a share of its own communes`,
    unitNote: (base: string) => `${base}, grouped by unit of today; former communes keep their steps`,
    total: "The whole area",
    targets: "Targets and results",
    targetsNote:
      "Cumulative targets for 31/12 of each year; results on the same day, this year's on the day shown",
    noTargets: "No target yet",
    noTargetsHint: "City staff enter targets from documents",
    cityOnly: "Targets are the whole city's; choose no unit to see them",
    target: "Target",
    actual: "Result",
    reached: "Result of target",
    notYet: "To come",
    document: "Document",
    setTarget: "Enter a target",
    saveTarget: "Save the target",
    saved: "Saved",
    fields: {
      year: "Year",
      level: "Step",
      base: "Counted on",
      target: "Communes, cumulative",
      documentNumber: "Document number",
      documentDate: "Day of the document",
    },
    errors: {
      "level.required": "Choose a step",
      "base.required": "Choose the communes it counts",
      "target.above-base": (_: string, count: string) =>
        `There are only ${formatNumber(Number(count), "en")} communes`,
      "target.above-step-below": (_: string, count: string) =>
        `No more than the step below in that year: ${formatNumber(Number(count), "en")}`,
      "target.below-step-above": (_: string, count: string) =>
        `No less than the step above in that year: ${formatNumber(Number(count), "en")}`,
      repeated: "Already there: this target is recorded",
    },
    show: (field: string, value: unknown) => shown(field, value, baseWords.en),
  },
} satisfies Words<
  typeof vi & {
    fields: Record<string, string>;
    errors: Record<string, string | ((label: string, argument: string) => string)>;
    show: (field: string, value: unknown) => string;
  }
>;

const baseWords: Words<Record<Base, string>> = {
  vi: { former: "Xã trước 01/07/2025", current: "Xã hiện nay" },
  en: { former: "Communes before 01/07/2025", current: "Communes of today" },
};

const shown = (field: string, value: unknown, bases: Record<string, string>) =>
  field === "base" ? (bases[String(value)] ?? String(value)) : String(value ?? "");
