import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { RuralLevel } from "@/prisma/client/enums";
import type { Base } from "./catalog";
import type { Standing } from "./rules";
import type { LevelFilter } from "./schema";

export const levelWords: Words<Record<RuralLevel, string>> = {
  vi: { standard: "Đạt chuẩn", advanced: "Nâng cao", exemplary: "Kiểu mẫu" },
  en: { standard: "Standard", advanced: "Advanced", exemplary: "Exemplary" },
};

export const standingWords: Words<Record<Standing, string>> = {
  vi: { none: "Chưa đạt chuẩn", ...levelWords.vi },
  en: { none: "Not yet standard", ...levelWords.en },
};

/** Today's communes begin without a decision of their own, which is not the same as falling short of the standard. */
export const undecidedWords: Words<string> = { vi: "Chưa công nhận", en: "Not recognised yet" };

/** "2021-2025" as it is printed; sets for wards are named by their year. */
export const criteriaSetLabel = (key: string) => key.replace(/^do-thi-/, "").replace("-", "–");

/** Rows of the ladder in its two views: "on this step or above" and "on exactly this step" (T1). */
export const levelFilterWords: Words<Record<LevelFilter, string>> = {
  vi: {
    standard: "Đạt chuẩn trở lên",
    advanced: "Nâng cao trở lên",
    exemplary: "Kiểu mẫu",
    none: "Chưa đạt chuẩn",
    "only-standard": "Chỉ đạt chuẩn",
    "only-advanced": "Chỉ nâng cao",
  },
  en: {
    standard: "Standard or above",
    advanced: "Advanced or above",
    exemplary: "Exemplary",
    none: "Not yet standard",
    "only-standard": "Standard only",
    "only-advanced": "Advanced only",
  },
};

/** Apart from the rest, so that the browser carries only these. */
export const criteriaWords = {
  vi: {
    hint: "Bộ tiêu chí theo ngày quyết định:",
    from: (set: string, day: string) => `${set}, quyết định từ ${day}`,
  },
  en: {
    hint: "The criteria follow from the day of the decision:",
    from: (set: string, day: string) => `${set}, decisions from ${day}`,
  },
} satisfies Words<{ hint: string; from: (set: string, day: string) => string }>;

const vi = {
  title: "Nông thôn mới",
  lead: "Bậc nông thôn mới của từng xã theo quyết định công nhận; bậc cao nằm trong bậc thấp",
  ladder: "Thang bậc nông thôn mới",
  ladderTwin: { cumulative: "Cùng số liệu, cách lũy kế", exclusive: "Cùng số liệu, cách tách bậc" } as Record<
    "cumulative" | "exclusive",
    string
  >,
  communeUnit: "xã",
  /** T2: a share always says of what. */
  baseOf: {
    former: (count: string) => `${count} xã tại thời điểm 30/06/2025`,
    current: (count: string) => `${count} xã hiện nay (từ 01/07/2025)`,
  } as Record<Base, (count: string) => string>,
  baseName: { former: "Xã trước 01/07/2025", current: "Xã hiện nay" } as Record<Base, string>,
  bases: "Tính trên",
  baseNote: {
    former: "Bậc thuộc về xã được công nhận; xã đã sáp nhập giữ bậc của mình. Không chia cho 72 xã hiện nay.",
    current:
      "Chỉ tính bậc công nhận cho 72 xã hiện nay theo quyết định từ 01/07/2025. Không cộng với số của 167 xã trước đó.",
  } as Record<Base, string>,
  allOfBase: "Tổng số xã",
  source: "Quyết định công nhận xã nông thôn mới",
  definitions: {
    base: {
      former:
        "Số xã còn hiệu lực ngày 30/06/2025, trước khi sắp xếp theo Nghị quyết 1668/NQ-UBTVQH15. Không kể phường, thị trấn.",
      current: "Số xã đang hoạt động vào ngày tính, từ 01/07/2025. Không kể phường.",
    } as Record<Base, string>,
    standard: "Số xã có quyết định đạt chuẩn còn hiệu lực vào ngày tính, kể cả xã đã lên nâng cao, kiểu mẫu.",
    advanced:
      "Số xã có quyết định nâng cao còn hiệu lực vào ngày tính, kể cả xã đã lên kiểu mẫu. Nằm trong số đạt chuẩn.",
    exemplary: "Số xã có quyết định kiểu mẫu còn hiệu lực vào ngày tính. Nằm trong số nâng cao.",
    onlyNone: {
      former: "Số xã chưa có quyết định đạt chuẩn còn hiệu lực vào ngày tính.",
      current:
        "Số xã hiện nay chưa có quyết định nào từ 01/07/2025; bậc của các xã cũ trong đó tính ở 167 xã.",
    } as Record<Base, string>,
    onlyStandard: "Số xã đạt chuẩn mà chưa lên nâng cao.",
    onlyAdvanced: "Số xã nâng cao mà chưa lên kiểu mẫu.",
    onlyExemplary: "Số xã ở bậc cao nhất: kiểu mẫu.",
  },
  finding: {
    former: (standard: string, base: string, share: string) =>
      `${standard} trong ${base} đạt chuẩn, bằng ${share}`,
    current: (standard: string, base: string, share: string) =>
      `${standard} trong ${base} đã có quyết định đạt chuẩn, bằng ${share}`,
  } as Record<Base, (standard: string, base: string, share: string) => string>,
  noCommune: "Địa bàn này không có xã nào trong số được tính",
  noCommuneHint: "Đổi sang địa giới hiện nay để thấy các xã cũ nay thuộc đơn vị này",
  showCurrent: "Xem theo địa giới hiện nay",
  showAll: "Xem toàn bộ địa bàn",
  list: "Các xã",
  commune: "Xã",
  standing: "Bậc",
  district: "Huyện, thị xã cũ",
  province: "Tỉnh, thành phố cũ",
  allProvinces: "Mọi tỉnh, thành phố",
  level: "Bậc",
  allLevels: "Mọi bậc",
  search: "Tìm xã, huyện, đơn vị hiện nay",
  nowPartOf: (unit: string) => `nay thuộc ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
  currentUnit: "Nay thuộc",
  emptyTitle: "Không có xã nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc chọn ngày khác",
  recognize: "Ghi công nhận",
  recognizeTitle: "Ghi công nhận xã nông thôn mới",
  recognizeNext: (level: string) => `Ghi công nhận ${level}`,
  save: "Lưu công nhận",
  saved: "Đã lưu",
  stepsTitle: "Các bậc đã công nhận",
  noSteps: "Chưa có quyết định nào",
  noStepsHint: "Bậc đầu tiên là đạt chuẩn",
  noStepsCurrent: "Chưa có quyết định nào từ 01/07/2025; bậc của các xã cũ xem bên dưới",
  nextTitle: "Bậc có thể ghi tiếp",
  nextNone: "Đã ở bậc cao nhất",
  againTitle: (set: string) => `Công nhận lại theo bộ tiêu chí ${set}`,
  decidableUntil: (day: string) => `Chỉ ghi được quyết định đến hết ${day}`,
  criteriaSet: "Bộ tiêu chí",
  communeAndStep: "Xã và bậc",
  communeHint: "Chọn xã của ngày quyết định: trước 01/07/2025 là xã cũ",
  stepNeeds: {
    standard: "Bậc đầu tiên",
    advanced: "Cần đạt chuẩn trước",
    exemplary: "Cần nâng cao trước",
  } as Record<RuralLevel, string>,
  decisionTitle: "Quyết định",
  found: (count: string, day: string) => `${count} xã, hiện trạng ngày ${day}`,
  revoke: (level: string) => `Thu hồi ${level}`,
  revokeConsequence: (commune: string, level: string, decision: string) =>
    `${commune} không còn ở bậc ${level} (${decision}) từ ngày thu hồi. Quyết định và lý do vẫn lưu.`,
  revokedFrom: (day: string) => `Thu hồi từ ${day}`,
  decision: (number: string, day: string) => `Quyết định ${number} ngày ${day}`,
  validFrom: (day: string) => `có hiệu lực từ ${day}`,
  validFromHint: "Bỏ trống nếu có hiệu lực từ ngày quyết định",
  parts: "Các xã cũ thuộc địa bàn",
  partsNote: "Hiện trạng hôm nay, mỗi xã giữ bậc đã được công nhận",
  wardNote: "Phường không xét nông thôn mới; dưới đây là các xã cũ nay thuộc phường",
  former: "Xã đến 30/06/2025",
  currentCommunes: "Xã hiện nay",
  endedCommunes: "Xã đổi tên, giải thể từ 01/07/2025",
  unitPage: "Hồ sơ đơn vị",
  urbanPage: "Xem đô thị văn minh của phường",
  mergerMark: "Sắp xếp 01/07/2025",
  views: {
    label: "Nông thôn mới, đô thị văn minh",
    ladder: "Thang bậc",
    progress: "Tiến độ, chỉ tiêu",
    urban: "Đô thị văn minh",
    criteria: "Bộ tiêu chí",
  },
};

export const ruralWords = {
  vi: {
    ...vi,
    fields: {
      unitId: "Xã",
      level: "Bậc",
      decisionNumber: "Số quyết định",
      decisionDate: "Ngày quyết định",
      validFrom: "Có hiệu lực từ",
      revokedOn: "Ngày thu hồi",
      reason: "Lý do thu hồi",
    },
    errors: {
      "unitId.required": "Chọn xã",
      "unitId.not-a-commune": "Chọn một xã; phường, thị trấn không xét nông thôn mới",
      "unitId.not-a-number": "Chọn xã trong danh sách",
      "level.required": "Chọn bậc",
      "validFrom.too-late": "Ngày hiệu lực không quá 12 tháng sau ngày quyết định",
      "validFrom.unit-not-then": "Xã này không còn vào ngày hiệu lực. Chọn ngày khi xã còn tồn tại",
      "level.already-held": "Đã có: xã đang giữ bậc này theo cùng bộ tiêu chí",
      "level.needs-standard": "Thiếu bậc đạt chuẩn: ghi quyết định đạt chuẩn của xã này trước",
      "level.needs-both": "Thiếu bậc đạt chuẩn và nâng cao: ghi lần lượt hai quyết định đó trước",
      "level.needs-advanced": "Thiếu bậc nâng cao: ghi quyết định nâng cao của xã này trước",
      "level.step-below-missing": "Thiếu bậc ngay dưới: ghi quyết định của bậc đó trước",
      "revokedOn.step-above-stands": "Bậc trên của xã này còn hiệu lực vào ngày đó; thu hồi bậc trên trước",
      repeated: "Đã có: công nhận này đã ghi. Mở hồ sơ xã để xem",
      conflict: "Bậc này vừa được người khác thu hồi. Tải lại trang để xem",
    },
    show: (field: string, value: unknown) => shown(field, value),
  },
  en: {
    title: "Rural standard",
    lead: "Each commune's step on the ladder by its decisions; higher steps lie inside lower ones",
    ladder: "The ladder",
    ladderTwin: { cumulative: "The same, cumulative", exclusive: "The same, exclusive" },
    communeUnit: "communes",
    baseOf: {
      former: (count: string) => `${count} communes as of 30/06/2025`,
      current: (count: string) => `${count} communes of today (since 01/07/2025)`,
    },
    baseName: { former: "Communes before 01/07/2025", current: "Communes of today" },
    bases: "Counted on",
    baseNote: {
      former:
        "A step belongs to the commune it was granted to; merged communes keep theirs. Never divided by today's 72.",
      current:
        "Only steps granted to today's 72 communes by decisions since 01/07/2025. Never added to the 167 before them.",
    },
    allOfBase: "All communes",
    source: "Decisions recognising rural communes",
    definitions: {
      base: {
        former:
          "Communes in force on 30/06/2025, before Resolution 1668/NQ-UBTVQH15. Wards and townships are not counted.",
        current: "Communes in force on the day, since 01/07/2025. Wards are not counted.",
      },
      standard: "Communes whose decision on the standard is in force on the day, those further up included.",
      advanced:
        "Communes whose decision on the advanced step is in force on the day, exemplary ones included. Part of those at standard.",
      exemplary:
        "Communes whose decision on the exemplary step is in force on the day. Part of the advanced ones.",
      onlyNone: {
        former: "Communes without a decision on the standard in force on the day.",
        current:
          "Communes of today without a decision since 01/07/2025; the steps of the former communes in them count among the 167.",
      },
      onlyStandard: "Communes at standard and not yet advanced.",
      onlyAdvanced: "Advanced communes that are not yet exemplary.",
      onlyExemplary: "Communes on the highest step.",
    },
    finding: {
      former: (standard: string, base: string, share: string) =>
        `${standard} of ${base} reached the standard: ${share}`,
      current: (standard: string, base: string, share: string) =>
        `${standard} of ${base} have a decision on the standard: ${share}`,
    },
    noCommune: "No commune that is counted lies here",
    noCommuneHint: "Switch to today's boundaries to see the former communes of this unit",
    showCurrent: "Show today's boundaries",
    showAll: "Show the whole area",
    list: "Communes",
    commune: "Commune",
    standing: "Step",
    district: "Former district",
    province: "Former province",
    allProvinces: "All provinces",
    level: "Step",
    allLevels: "All steps",
    search: "Find a commune, district or unit of today",
    nowPartOf: (unit: string) => `now in ${unit}`,
    currentUnit: "Now in",
    emptyTitle: "No commune matches these filters",
    emptyHint: "Remove a filter or choose another day",
    recognize: "Record a step",
    recognizeTitle: "Record a step of the rural standard",
    recognizeNext: (level: string) => `Record ${level}`,
    save: "Save the step",
    saved: "Saved",
    stepsTitle: "Steps granted",
    noSteps: "No decision yet",
    noStepsHint: "The first step is the standard",
    noStepsCurrent: "No decision since 01/07/2025; the former communes' steps stand below",
    nextTitle: "Steps that can be recorded next",
    nextNone: "On the highest step",
    againTitle: (set: string) => `Granted again by the criteria of ${set}`,
    decidableUntil: (day: string) => `Only decisions up to ${day}`,
    criteriaSet: "Criteria",
    communeAndStep: "Commune and step",
    communeHint: "Choose the commune of the decision's day: before 01/07/2025 a former one",
    stepNeeds: {
      standard: "The first step",
      advanced: "Needs the standard first",
      exemplary: "Needs the advanced step first",
    },
    decisionTitle: "Decision",
    found: (count: string, day: string) => `${count} communes, standing on ${day}`,
    revoke: (level: string) => `Revoke ${level}`,
    revokeConsequence: (commune: string, level: string, decision: string) =>
      `${commune} is no longer on the step ${level} (${decision}) from that day. Decision and reason stay.`,
    revokedFrom: (day: string) => `Revoked from ${day}`,
    decision: (number: string, day: string) => `Decision ${number} of ${day}`,
    validFrom: (day: string) => `in force from ${day}`,
    validFromHint: "Leave empty when it counts from the decision's day",
    parts: "Former communes of this area",
    partsNote: "As they stand today; each keeps the step it was granted",
    wardNote: "Wards have no rural standard; these are the former communes in it",
    former: "Communes up to 30/06/2025",
    currentCommunes: "Communes of today",
    endedCommunes: "Communes renamed or dissolved since 01/07/2025",
    unitPage: "The unit's page",
    urbanPage: "See the ward's urban recognition",
    mergerMark: "Merger of 01/07/2025",
    views: {
      label: "Rural standard and urban recognition",
      ladder: "The ladder",
      progress: "Progress and targets",
      urban: "Civilised urban units",
      criteria: "Criteria",
    },
    fields: {
      unitId: "Commune",
      level: "Step",
      decisionNumber: "Decision number",
      decisionDate: "Day of the decision",
      validFrom: "In force from",
      revokedOn: "Day of revocation",
      reason: "Reason for revoking",
    },
    errors: {
      "unitId.required": "Choose a commune",
      "unitId.not-a-commune": "Choose a commune; wards and townships have no rural standard",
      "unitId.not-a-number": "Choose a commune from the list",
      "level.required": "Choose a step",
      "validFrom.too-late": "The step must come into force within 12 months of the decision",
      "validFrom.unit-not-then": "This commune no longer existed on that day. Choose a day when it did",
      "level.already-held": "Already there: the commune holds this step by the same criteria",
      "level.needs-standard": "The standard is missing: record this commune's decision on it first",
      "level.needs-both":
        "The standard and the advanced step are missing: record both decisions first, in that order",
      "level.needs-advanced": "The advanced step is missing: record this commune's decision on it first",
      "level.step-below-missing": "The step just below is missing: record its decision first",
      "revokedOn.step-above-stands":
        "A higher step of this commune is in force on that day; revoke that first",
      repeated: "Already there: this step is recorded. Open the commune to see it",
      conflict: "Somebody has just revoked this step. Reload the page to see it",
    },
    show: (field: string, value: unknown) => shown(field, value),
  },
} satisfies Words<
  typeof vi & {
    fields: Record<string, string>;
    errors: Record<string, string>;
    show: (field: string, value: unknown) => string;
  }
>;

/** A stored value as the screen shows it, for comparing two editions. */
const shown = (field: string, value: unknown): string =>
  field === "revokedOn" && typeof value === "string" ? formatDate(value) : String(value ?? "");
