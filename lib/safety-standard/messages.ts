import type { Words } from "@/lib/core/locale";
import type { AreaKind, SafetyKind, SafetyState } from "@/prisma/client/enums";

export const safetyKindWords: Words<Record<SafetyKind, string>> = {
  vi: {
    area: "Khu dân cư",
    agency: "Cơ quan",
    enterprise: "Doanh nghiệp",
    school: "Cơ sở giáo dục",
    commune: "Phường, xã",
  },
  en: {
    area: "Residential areas",
    agency: "Agencies",
    enterprise: "Enterprises",
    school: "Schools",
    commune: "Wards, communes",
  },
};

/** As it stands after a number: "còn thiếu 2 khu dân cư". */
export const safetyUnitWords: Words<Record<SafetyKind, string>> = {
  vi: {
    area: "khu dân cư",
    agency: "cơ quan",
    enterprise: "doanh nghiệp",
    school: "cơ sở giáo dục",
    commune: "phường, xã",
  },
  en: {
    area: "residential areas",
    agency: "agencies",
    enterprise: "enterprises",
    school: "schools",
    commune: "wards, communes",
  },
};

/** `none`: nobody registered it, which is known and not the same as having no data (T17). */
export const safetyStateWords: Words<Record<SafetyState | "none", string>> = {
  vi: {
    none: "Chưa đăng ký",
    registered: "Đã đăng ký",
    scored: "Đã tự chấm",
    proposed: "Đã đề nghị",
    recognized: "Đã công nhận",
    refused: "Không công nhận",
    revoked: "Đã thu hồi",
    withdrawn: "Đã hủy đăng ký",
  },
  en: {
    none: "Not registered",
    registered: "Registered",
    scored: "Self-scored",
    proposed: "Proposed",
    recognized: "Recognised",
    refused: "Refused",
    revoked: "Revoked",
    withdrawn: "Withdrawn",
  },
};

const areaWords: Words<Record<AreaKind, string>> = {
  vi: { zone: "Khu vực", quarter: "Khóm", hamlet: "Ấp", other: "Khu dân cư" },
  en: { zone: "Zone", quarter: "Quarter", hamlet: "Hamlet", other: "Area" },
};

/** An area's name with what it is, where the name does not begin with that already. */
export function areaName(name: string, kind: AreaKind | null, locale: "vi" | "en"): string {
  if (kind === null) return name;
  const known = Object.values(areaWords.vi).some((word) => name.toLowerCase().startsWith(word.toLowerCase()));
  return known ? name : `${areaWords[locale][kind]} ${name}`;
}

const vi = {
  title: "An toàn về an ninh, trật tự",
  lead: "Khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục và phường, xã đạt tiêu chuẩn theo từng năm (Thông tư 124/2021/TT-BCA, 48/2025/TT-BCA)",
  year: "Năm",
  yearOf: (year: number) => `Năm ${year}`,
  view: "Phạm vi xem",
  unit: "Đơn vị",
  show: "Xem",
  saved: "Đã lưu",
  source: "Hồ sơ An toàn về ANTT do các phường, xã nhập",
  counted: (day: string) => `Tính đến ngày ${day}, theo địa giới của ngày đó`,
  mergedYear:
    "Năm 2025 có sáp nhập ngày 01/07/2025: tính theo địa giới ngày 31/12/2025. Khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký ở phường, xã cũ tính cho đơn vị đang mang địa bàn đó.",
  registered: "Đã đăng ký",
  recognized: "Đã công nhận",
  base: "Tổng số",
  kind: "Đối tượng",
  byKind: "Theo đối tượng",
  byUnit: "Theo đơn vị",
  byUnitFinding: (met: string, failing: string, unknown: string) =>
    `${met} đơn vị đủ điều kiện, ${failing} chưa đủ, ${unknown} chưa đủ số liệu để kết luận`,
  noData: "Chưa có số liệu",
  definitions: {
    registered: (kind: string) =>
      `Số ${kind} đã đăng ký phấn đấu trong năm, không tính đăng ký đã hủy. Gồm cả số đã được công nhận.`,
    recognized: (kind: string) =>
      `Số ${kind} có quyết định công nhận của năm, không tính quyết định đã thu hồi. Tỷ lệ tính trên tổng số có trong danh sách vào ngày tính.`,
  },
  missing: "Còn thiếu",
  nothingMissing: "Không thiếu",
  verdict: "Điều kiện",
  verdicts: { met: "Đủ điều kiện", failing: "Chưa đủ", unknown: "Chưa đủ số liệu" },
  allVerdicts: "Mọi kết quả",
  search: "Tìm đơn vị",
  noneFoundHint: "Bỏ bớt bộ lọc",
  notThen: "Chưa có trong năm này",
  areas: "Khu dân cư công nhận",
  others: "Cơ quan, doanh nghiệp, cơ sở giáo dục",
  noneFound: "Không có đơn vị nào khớp",
  emptyTitle: "Không có đơn vị nào trong phạm vi này",
  emptyHint: "Chọn đơn vị khác hoặc xem theo địa giới hiện nay",
  thresholds: "Ngưỡng theo quy định",
  subjects: "Danh sách cơ quan, doanh nghiệp, cơ sở giáo dục",
  finding: (recognized: string, base: string, share: string) =>
    `${recognized} trong ${base} khu dân cư được công nhận, bằng ${share}`,
  noAreas: "Chưa có danh sách khu dân cư của năm này",
  list: "Danh sách theo năm",
  ownYear: (year: number) => `Xem năm ${year} của đơn vị`,
  unitPage: "Hồ sơ đơn vị",
  subjectsShort: "Danh sách cơ quan, trường",
  countLine: (registered: string, recognized: string, base: string) =>
    `Đăng ký ${registered}, công nhận ${recognized} trong ${base}`,
  beforeColumn: (year: number) => `Công nhận năm ${year}`,
  sumNote: "Tỷ lệ tính lại từ tổng các cột, không lấy trung bình.",
};

export const safetyWords: Words<typeof vi> = {
  vi,
  en: {
    title: "Safety and security standard",
    lead: "Residential areas, agencies, enterprises, schools, wards and communes that meet the standard, year by year (Circulars 124/2021/TT-BCA, 48/2025/TT-BCA)",
    year: "Year",
    yearOf: (year) => `Year ${year}`,
    view: "View",
    unit: "Unit",
    show: "Show",
    saved: "Saved",
    source: "Records entered by wards and communes",
    counted: (day) => `As of ${day}, by the boundaries of that day`,
    mergedYear:
      "Units merged on 01/07/2025: the year 2025 is counted by the boundaries of 31/12/2025. What was registered in a former ward or commune counts for the unit that carries its area.",
    registered: "Registered",
    recognized: "Recognised",
    base: "All",
    kind: "Kind",
    byKind: "By kind",
    byUnit: "By unit",
    byUnitFinding: (met, failing, unknown) =>
      `${met} units meet the conditions, ${failing} do not, of ${unknown} too little is known`,
    noData: "No data yet",
    definitions: {
      registered: (kind) =>
        `Number of ${kind} registered for the year, without registrations that were withdrawn. Includes those recognised.`,
      recognized: (kind) =>
        `Number of ${kind} recognised for the year, without revoked recognitions. The share is of all on the list on the day.`,
    },
    missing: "Missing",
    nothingMissing: "Nothing",
    verdict: "Conditions",
    verdicts: { met: "Met", failing: "Not met", unknown: "Too little known" },
    allVerdicts: "All results",
    search: "Find a unit",
    noneFoundHint: "Take away a filter",
    notThen: "Not a unit that year",
    areas: "Areas recognised",
    others: "Agencies, enterprises, schools",
    noneFound: "No unit matches",
    emptyTitle: "No unit in this view",
    emptyHint: "Choose another unit or today's boundaries",
    thresholds: "Thresholds in law",
    subjects: "Agencies, enterprises and schools",
    finding: (recognized, base, share) => `${recognized} of ${base} residential areas recognised: ${share}`,
    noAreas: "No residential areas are listed for this year",
    list: "The year's list",
    ownYear: (year) => `Own unit in ${year}`,
    unitPage: "The unit's page",
    subjectsShort: "Agencies and schools",
    countLine: (registered, recognized, base) =>
      `${registered} registered, ${recognized} recognised of ${base}`,
    beforeColumn: (year) => `Recognised in ${year}`,
    sumNote: "Shares are made from the sums of the columns, never averaged.",
  },
};
