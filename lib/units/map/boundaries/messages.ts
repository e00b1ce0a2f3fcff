import { formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { FormWords } from "@/lib/core/refusal";
import type { FileFault, ShapeFault, Untaken } from "./rules";
import { mostPoints, readNoShape } from "./rules";
import { mostBytes } from "./schema";

export type BoundaryState = "draft" | "active" | "replaced" | "retired";

const limit = { megabytes: String(mostBytes / 1_000_000), points: mostPoints };

/** Why a file was refused, and what to do about it. */
const fileFaults: Words<Record<Exclude<FileFault, "no-shape"> | "torn", string>> = {
  vi: {
    torn: "Tệp chưa lên hết, gửi lại",
    "not-utf8": "Tệp không ở bảng mã UTF-8. Lưu lại tệp dưới dạng UTF-8",
    "not-json": "Tệp không đọc được như GeoJSON. Xuất lại từ phần mềm bản đồ dưới dạng GeoJSON",
    "not-geojson": "Tệp phải là một FeatureCollection của GeoJSON có ít nhất một đối tượng",
    "too-deep": "Tệp lồng nhiều lớp hơn một tệp GeoJSON. Xuất lại từ phần mềm bản đồ",
    "too-many-points": `Tệp có quá ${formatNumber(limit.points, "vi")} điểm. Đơn giản hóa ranh giới rồi tải lên lại`,
    metres: "Tọa độ trong tệp tính bằng mét, như VN-2000. Chuyển tệp sang hệ WGS84 (kinh độ, vĩ độ)",
    "other-crs": "Tệp ghi một hệ tọa độ khác. Chuyển tệp sang hệ WGS84 (EPSG:4326)",
    swapped: "Tọa độ trong tệp đảo thứ tự. GeoJSON ghi kinh độ trước, vĩ độ sau",
    elsewhere: "Ranh giới trong tệp nằm ngoài thành phố. Kiểm tra hệ tọa độ và địa phương",
    "no-code": "Không có trường nào trong tệp chứa mã đơn vị năm chữ số",
    "unclear-code": "Nhiều trường trong tệp cùng chứa mã đơn vị. Chọn trường dùng để ghép",
    "no-unit": "Trường đã chọn không chứa mã của đơn vị nào",
  },
  en: {
    torn: "The file did not arrive whole; send it again",
    "not-utf8": "The file is not UTF-8. Save it as UTF-8",
    "not-json": "The file cannot be read as GeoJSON. Export it as GeoJSON again",
    "not-geojson": "The file must be a GeoJSON FeatureCollection with at least one feature",
    "too-deep": "The file is nested deeper than GeoJSON is. Export it again",
    "too-many-points": `The file holds more than ${formatNumber(limit.points, "en")} points. Simplify the boundaries and upload again`,
    metres: "The file's coordinates are metres, such as VN-2000. Convert it to WGS84 (longitude, latitude)",
    "other-crs": "The file names another coordinate system. Convert it to WGS84 (EPSG:4326)",
    swapped: "The file's coordinates are the other way round. GeoJSON writes longitude first, then latitude",
    elsewhere: "The boundaries lie outside the city. Check the coordinate system and the place",
    "no-code": "No property of the file holds units' codes of five digits",
    "unclear-code": "Several properties of the file hold units' codes. Choose the one to match by",
    "no-unit": "The chosen property holds no unit's code",
  },
};

export const shapeFaultWords: Words<Record<ShapeFault, string>> = {
  vi: {
    "no-geometry": "không có hình",
    "not-polygon": "không phải vùng khép kín (Polygon, MultiPolygon)",
    number: "có tọa độ không phải là số",
    unclosed: "có vòng chưa khép kín",
    "few-points": "có vòng ít hơn bốn điểm",
    crossing: "có cạnh cắt nhau",
    flat: "có vòng không có diện tích",
    outside: "có điểm ngoài thành phố",
  },
  en: {
    "no-geometry": "has no shape",
    "not-polygon": "is not an area (Polygon, MultiPolygon)",
    number: "has a coordinate that is no number",
    unclosed: "has a ring that is not closed",
    "few-points": "has a ring of fewer than four points",
    crossing: "has edges that cross",
    flat: "has a ring that encloses nothing",
    outside: "has points outside the city",
  },
};

const untakenWords: Words<Record<Untaken["why"], string>> = {
  vi: { ...shapeFaultWords.vi, duplicate: "mã có ở nhiều vùng, không rõ vùng nào đúng" },
  en: { ...shapeFaultWords.en, duplicate: "several areas have its code, and it is not clear which is right" },
};

/** Why a file whose codes are right gave no unit a shape: unit by unit. */
const noShape =
  (locale: Locale, title: string, rest: (count: string) => string): FieldSentence =>
  (_, argument) => {
    const { units, more } = readNoShape(argument);
    const told = units.map(
      ({ code, why, fullName }) => `${fullName} (${code}): ${untakenWords[locale][why]}`,
    );
    return [title, [...told, ...(more > 0 ? [rest(formatNumber(more, locale))] : [])].join("; ")].join(". ");
  };

export const boundaryStateWords: Words<Record<BoundaryState, string>> = {
  vi: { draft: "Chờ xem lại", active: "Đang dùng", replaced: "Đã thay", retired: "Đã gỡ" },
  en: { draft: "To be checked", active: "In use", replaced: "Replaced", retired: "Taken off" },
};

type BoundaryWords = {
  title: string;
  lead: string;
  back: string;
  backToSets: string;
  sets: string;
  none: string;
  noneHint: string;
  upload: string;
  file: string;
  fileHint: string;
  chooseFile: string;
  noFile: string;
  source: string;
  sourceHint: string;
  property: string;
  propertyHint: string;
  found: (names: string) => string;
  send: string;
  nothingYet: string;
  fields: Record<string, string>;
  errors: Record<string, string | FieldSentence>;
  refused: string;
  tooLarge: string;
  tooMany: string;
  check: string;
  checkFinding: (units: string, of: string) => string;
  features: string;
  matched: string;
  missing: string;
  missingNote: string;
  extra: string;
  unnamed: string;
  duplicates: string;
  duplicatesNote: string;
  faulty: string;
  points: string;
  pointsKept: (kept: string, of: string) => string;
  propertyUsed: string;
  hash: string;
  size: string;
  uploaded: string;
  state: string;
  unitsOf: (count: string) => string;
  nothing: string;
  activate: string;
  again: string;
  activateConsequence: (units: string, rest: string) => string;
  retire: string;
  discard: string;
  retireConsequence: string;
  discardConsequence: string;
  activated: string;
  retired: string;
  uploadedNote: string;
  preview: string;
  reasonGiven: string;
};

export const boundaryWords = {
  vi: {
    title: "Ranh giới chính thức",
    lead: "Tệp GeoJSON của cơ quan có thẩm quyền; chưa có thì bản đồ là sơ đồ tính từ vị trí các đơn vị",
    back: "Bản đồ",
    backToSets: "Ranh giới chính thức",
    sets: "Các bộ ranh giới",
    none: "Chưa có bộ ranh giới nào",
    noneHint: "Bản đồ đang dùng sơ đồ tính từ vị trí các đơn vị.",
    upload: "Tải lên bộ ranh giới",
    file: "Tệp GeoJSON",
    chooseFile: "Chọn tệp",
    noFile: "Chưa chọn tệp",
    fileHint: `Hệ WGS84, mỗi đơn vị một vùng, có trường chứa mã đơn vị; không quá ${limit.megabytes} MB`,
    source: "Nguồn",
    sourceHint: "Cơ quan ban hành và ngày, như trên văn bản",
    property: "Trường chứa mã đơn vị",
    propertyHint: "Để trống thì tự tìm",
    found: (names) => `Các trường trong tệp: ${names}`,
    send: "Tải lên và xem trước",
    nothingYet: "Bản đồ chưa thay đổi cho đến khi bộ ranh giới được đưa lên.",
    fields: {
      file: "Tệp GeoJSON",
      source: "Nguồn",
      property: "Trường chứa mã đơn vị",
      reason: "Lý do",
      active: "Đang dùng",
      units: "Số đơn vị",
      sha256: "Mã băm của tệp",
      bytes: "Dung lượng",
    },
    errors: {
      ...fileFaults.vi,
      "no-shape": noShape("vi", "Không lấy được vùng nào", (count) => `và ${count} đơn vị khác`),
      "not-draft": "Bộ ranh giới này đã đổi trạng thái. Mở lại trang",
    },
    refused: "Chưa nhận được tệp",
    tooLarge: `Tệp vượt quá ${limit.megabytes} MB`,
    tooMany: "Đã tải lên nhiều lần trong một giờ. Thử lại sau",
    check: "Xem trước",
    checkFinding: (units, of) => `Ghép được ${units} trên ${of} đơn vị của hôm nay`,
    features: "Vùng trong tệp",
    matched: "Đơn vị ghép được",
    missing: "Đơn vị chưa có ranh giới",
    missingNote: "Các đơn vị này vẫn vẽ theo sơ đồ",
    extra: "Mã không thuộc đơn vị nào của hôm nay",
    unnamed: "Vùng không có mã đơn vị",
    duplicates: "Mã xuất hiện nhiều lần",
    duplicatesNote: "chưa lấy, vì không rõ vùng nào đúng",
    faulty: "Vùng không lấy được",
    points: "Số điểm",
    pointsKept: (kept, of) => `${kept} trên ${of} điểm, sau khi đơn giản hóa`,
    propertyUsed: "Ghép theo trường",
    hash: "Mã băm SHA-256",
    size: "Dung lượng",
    uploaded: "Tải lên",
    state: "Tình trạng",
    unitsOf: (count) => `${count} đơn vị`,
    nothing: "Không có",
    activate: "Đưa lên bản đồ",
    again: "Dùng lại bộ này",
    activateConsequence: (units, rest) =>
      `Bản đồ vẽ ${units} đơn vị theo bộ này, ${rest} đơn vị theo sơ đồ. Bộ đang dùng (nếu có) được giữ lại và có thể dùng lại.`,
    retire: "Gỡ khỏi bản đồ",
    discard: "Bỏ bộ này",
    retireConsequence:
      "Bản đồ trở về sơ đồ tính từ vị trí các đơn vị. Bộ ranh giới vẫn được giữ và có thể dùng lại.",
    discardConsequence: "Bộ ranh giới không được đưa lên bản đồ. Bản đồ không thay đổi.",
    activated: "Đã đưa bộ ranh giới lên bản đồ",
    retired: "Đã gỡ bộ ranh giới",
    uploadedNote: "Đã đọc tệp. Xem lại trước khi đưa lên bản đồ",
    preview: "Hình các đơn vị",
    reasonGiven: "Lý do gỡ",
  },
  en: {
    title: "Official boundaries",
    lead: "A GeoJSON file of the competent authority; without one the map is a scheme computed from where units stand",
    back: "Map",
    backToSets: "Official boundaries",
    sets: "Sets of boundaries",
    none: "No set of boundaries yet",
    noneHint: "The map is a scheme computed from where units stand.",
    upload: "Upload a set of boundaries",
    file: "GeoJSON file",
    chooseFile: "Choose a file",
    noFile: "No file chosen",
    fileHint: `WGS84, an area for each unit, a property with units' codes; ${limit.megabytes} MB at most`,
    source: "Source",
    sourceHint: "Who issued it and when, as on the document",
    property: "Property with units' codes",
    propertyHint: "Left empty, it is looked for",
    found: (names) => `Properties in the file: ${names}`,
    send: "Upload and check",
    nothingYet: "The map does not change until the set is put on it.",
    fields: {
      file: "GeoJSON file",
      source: "Source",
      property: "Property with units' codes",
      reason: "Reason",
      active: "In use",
      units: "Units",
      sha256: "Hash of the file",
      bytes: "Size",
    },
    errors: {
      ...fileFaults.en,
      "no-shape": noShape("en", "No area could be taken", (count) => `and ${count} other units`),
      "not-draft": "This set has changed its state. Open the page again",
    },
    refused: "The file was not taken",
    tooLarge: `The file is larger than ${limit.megabytes} MB`,
    tooMany: "Many uploads within an hour. Try again later",
    check: "Check",
    checkFinding: (units, of) => `${units} of today's ${of} units were matched`,
    features: "Areas in the file",
    matched: "Units matched",
    missing: "Units without boundaries",
    missingNote: "They are drawn by the scheme",
    extra: "Codes of no unit of today",
    unnamed: "Areas without a unit's code",
    duplicates: "Codes that occur several times",
    duplicatesNote: "not taken, since it is not clear which area is right",
    faulty: "Areas that could not be taken",
    points: "Points",
    pointsKept: (kept, of) => `${kept} of ${of} points, after simplifying`,
    propertyUsed: "Matched by",
    hash: "SHA-256",
    size: "Size",
    uploaded: "Uploaded",
    state: "State",
    unitsOf: (count) => `${count} units`,
    nothing: "None",
    activate: "Put on the map",
    again: "Use this set again",
    activateConsequence: (units, rest) =>
      `The map draws ${units} units by this set and ${rest} by the scheme. The set in use, if any, is kept and can be used again.`,
    retire: "Take off the map",
    discard: "Discard this set",
    retireConsequence:
      "The map returns to the scheme computed from where units stand. The set is kept and can be used again.",
    discardConsequence: "The set is not put on the map. The map does not change.",
    activated: "The set of boundaries is on the map",
    retired: "The set of boundaries was taken off",
    uploadedNote: "The file was read. Check it before it goes on the map",
    preview: "Shapes of the units",
    reasonGiven: "Why it was taken off",
  },
} satisfies FormWords & Words<BoundaryWords>;
