import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import { blockWords, principleWords, recognitionWords } from "../../messages";
import { originWords, statusWords } from "../messages";
import { type ListColumn, notRated, type SortColumn } from "./catalog";
import { boundsText, rangeFaults, sortOf, type unknownIn } from "./rules";
import type { PointChoice } from "./schema";

type ListWords = {
  notes: Record<"unknown" | "unread" | "bounds-of-none", (what: string) => string> &
    Record<"bounds-reversed" | "days-reversed", (from: string, to: string) => string>;
  title: string;
  search: string;
  all: string;
  moreFilters: string;
  model: string;
  status: string;
  groups: Record<"in-force" | "waiting" | "ended" | "all", string>;
  groupLabel: string;
  stateLabel: string;
  grade: string;
  notRated: string;
  level: string;
  indicator: string;
  anyIndicator: string;
  least: string;
  most: string;
  startedFrom: string;
  startedTo: string;
  started: (from: string, to: string) => string;
  since: (day: string) => string;
  until: (day: string) => string;
  sort: string;
  order: (label: string, descending: boolean) => string;
  usualOrder: string;
  columns: Record<ListColumn | "site" | "reading", string>;
  pastNote: string;
  seeToday: string;
  columnsTitle: string;
  columnsHint: string;
  applyColumns: string;
  export: string;
  bulk: string;
  noData: string;
  emptyTitle: string;
  emptyHint: string;
  found: string;
  foundModels: string;
  foundDefinition: string;
  modelsDefinition: string;
  teamsDefinition: string;
  membersDefinition: string;
  unknown: (points: string) => string;
  source: string;
  asOf: string;
  field: string;
  block: string;
  principle: string;
  origin: string;
  changed: (points: string) => string;
  fields: Record<string, string>;
  errors: Record<string, string>;
};

const vi: ListWords = {
  notes: {
    unknown: (what) => `${what}: không có mục đã chọn trong danh mục, nên không lọc theo mục này`,
    unread: (what) => `“${what}” không phải số, nên không lọc theo số này. Nhập số, ví dụ 12 hoặc 12,5`,
    "bounds-of-none": () => "Chọn một chỉ số để lọc từ số này đến số kia",
    "bounds-reversed": (from, to) => `Chỉ số từ ${from} lớn hơn đến ${to}, nên không điểm nào khớp`,
    "days-reversed": (from, to) => `Bắt đầu từ ngày ${from} sau đến ngày ${to}, nên không điểm nào khớp`,
  },
  title: "Điểm mô hình",
  search: "Tìm mô hình, nơi chạy, địa chỉ",
  all: "Tất cả",
  moreFilters: "Thêm bộ lọc",
  model: "Mô hình",
  status: "Tình trạng",
  groups: { "in-force": "Đang duy trì", waiting: "Chưa ra mắt", ended: "Đã kết thúc", all: "Mọi tình trạng" },
  groupLabel: "Nhóm",
  stateLabel: "Từng tình trạng",
  grade: "Xếp loại",
  notRated: "Chưa xếp loại",
  level: "Công nhận",
  indicator: "Chỉ số",
  anyIndicator: "Không lọc",
  least: "Chỉ số từ",
  most: "Chỉ số đến",
  startedFrom: "Bắt đầu từ ngày",
  startedTo: "Bắt đầu đến ngày",
  started: (from, to) => `Bắt đầu ${from} – ${to}`,
  since: (day) => `Bắt đầu từ ${day}`,
  until: (day) => `Bắt đầu đến ${day}`,
  sort: "Thứ tự",
  order: (label, descending) => `${label}, ${descending ? "giảm dần" : "tăng dần"}`,
  usualOrder: "Mới bắt đầu trước",
  columns: {
    site: "Nơi chạy mô hình",
    model: "Mô hình",
    unit: "Đơn vị",
    siteKind: "Loại địa điểm",
    address: "Địa chỉ",
    status: "Tình trạng",
    startedOn: "Bắt đầu",
    decision: "Quyết định",
    coreForce: "Lực lượng nòng cốt",
    teams: "Tổ",
    members: "Thành viên",
    grade: "Xếp loại",
    level: "Công nhận",
    budgetFunding: "Ngân sách (đồng)",
    socialFunding: "Xã hội hóa (đồng)",
    contactPost: "Đầu mối",
    lastSession: "Tuyên truyền gần nhất",
    reading: "Chỉ số",
  },
  pastNote:
    "Tình trạng, xếp loại, công nhận, số tổ, thành viên và đơn vị là của ngày này. Địa chỉ, lực lượng, kinh phí và đầu mối là ghi chép hiện nay.",
  seeToday: "Xem danh sách hiện nay",
  columnsTitle: "Chọn cột",
  columnsHint: "Cột được chọn cũng là cột của bảng xuất ra.",
  applyColumns: "Hiện các cột đã chọn",
  export: "Xuất bảng tính",
  bulk: "Thay đổi cùng lúc",
  noData: "Chưa có số liệu",
  emptyTitle: "Không có điểm nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc, chọn tình trạng khác hoặc gõ tên không dấu",
  found: "Điểm mô hình",
  foundModels: "Thuộc số mô hình",
  foundDefinition: "Số điểm khớp bộ lọc vào ngày tính; mặc định chỉ tính điểm đang duy trì.",
  modelsDefinition: "Số mô hình khác nhau của các điểm khớp bộ lọc.",
  teamsDefinition: "Tổng số tổ của các điểm khớp bộ lọc, theo số liệu của ngày tính.",
  membersDefinition: "Tổng số thành viên của các tổ tại các điểm khớp bộ lọc, theo số liệu của ngày tính.",
  unknown: (points) => `${points} điểm chưa có số liệu, nên đây là số tối thiểu.`,
  asOf: "Đến ngày",
  field: "Lĩnh vực",
  block: "Khối",
  principle: "Phương châm",
  origin: "Nguồn gốc",
  source: "Danh mục mô hình và quyết định từng điểm",
  changed: (points) => `Đã thay đổi ${points} điểm`,
  fields: {},
  errors: {
    "too-many": "Tài khoản này đã xuất 20 bảng trong một giờ. Đợi hết giờ rồi xuất tiếp",
    "too-large": "Bảng quá dài để xuất một lần. Lọc hẹp lại rồi xuất từng phần",
  },
};

const en: ListWords = {
  notes: {
    unknown: (what) => `${what}: what was chosen is not on the list, so nothing is filtered by it`,
    unread: (what) => `“${what}” is no number, so nothing is filtered by it. Enter one such as 12 or 12.5`,
    "bounds-of-none": () => "Choose an indicator to filter from one number to another",
    "bounds-reversed": (from, to) => `The indicator from ${from} is above to ${to}, so no point matches`,
    "days-reversed": (from, to) => `Begun from ${from} is after until ${to}, so no point matches`,
  },
  title: "Model points",
  search: "Search model, site, address",
  all: "All",
  moreFilters: "More filters",
  model: "Model",
  status: "Status",
  groups: { "in-force": "In force", waiting: "Not launched", ended: "Ended", all: "Any status" },
  groupLabel: "Group",
  stateLabel: "Single status",
  grade: "Rating",
  notRated: "Not rated",
  level: "Recognition",
  indicator: "Indicator",
  anyIndicator: "No filter",
  least: "Indicator from",
  most: "Indicator to",
  startedFrom: "Begun from",
  startedTo: "Begun until",
  started: (from, to) => `Begun ${from} – ${to}`,
  since: (day) => `Begun from ${day}`,
  until: (day) => `Begun until ${day}`,
  sort: "Order",
  order: (label, descending) => `${label}, ${descending ? "downwards" : "upwards"}`,
  usualOrder: "Latest begun first",
  columns: {
    site: "Site",
    model: "Model",
    unit: "Unit",
    siteKind: "Kind of site",
    address: "Address",
    status: "Status",
    startedOn: "Begun",
    decision: "Decision",
    coreForce: "Core force",
    teams: "Teams",
    members: "Members",
    grade: "Rating",
    level: "Recognition",
    budgetFunding: "Budget (đồng)",
    socialFunding: "Social funding (đồng)",
    contactPost: "Contact post",
    lastSession: "Latest outreach",
    reading: "Indicator",
  },
  pastNote:
    "Status, rating, recognition, teams, members and unit are those of this day. Address, force, funding and contact are as recorded today.",
  seeToday: "See the list of today",
  columnsTitle: "Choose columns",
  columnsHint: "The columns chosen are those of the exported sheet, too.",
  applyColumns: "Show these columns",
  export: "Export a spreadsheet",
  bulk: "Change together",
  noData: "No data",
  emptyTitle: "No point matches these filters",
  emptyHint: "Remove a filter, choose another status or type a name without accents",
  found: "Model points",
  foundModels: "Of so many models",
  foundDefinition: "Points that match the filters on the day; only those in force unless chosen otherwise.",
  modelsDefinition: "Different models of the points that match the filters.",
  teamsDefinition: "Teams of the points that match the filters, by the figures of the day.",
  membersDefinition: "Members of the teams at the points that match the filters, by the figures of the day.",
  unknown: (points) => `${points} points have no figure, so this is a lower bound.`,
  asOf: "As of",
  field: "Field",
  block: "Block",
  principle: "Principle",
  origin: "Origin",
  source: "Register of models and each point's decision",
  changed: (points) => `${points} points changed`,
  fields: {},
  errors: {
    "too-many": "This account has exported 20 sheets within an hour. Wait until the hour is over",
    "too-large": "Too long for one sheet. Narrow the filters and export it in parts",
  },
};

export const listWords: Words<ListWords> = { vi, en };

/** What the audit log calls the parts of an export's filter. */
const exported = ({ columns, ...words }: ListWords): Record<string, string> => ({
  rows: words.found,
  asOf: words.asOf,
  unit: columns.unit,
  q: words.search,
  model: words.model,
  field: words.field,
  block: words.block,
  principle: words.principle,
  force: columns.coreForce,
  status: words.status,
  grade: words.grade,
  level: words.level,
  site: columns.siteKind,
  origin: words.origin,
  indicator: words.indicator,
  least: words.least,
  most: words.most,
  startedFrom: words.startedFrom,
  startedTo: words.startedTo,
  sort: words.sort,
});
export const exportWords = { vi: { fields: exported(vi) }, en: { fields: exported(en) } };

/** An order in words: "Tổ, giảm dần"; the usual one by what it means. */
export function orderLabel(sort: Parameters<typeof sortOf>[0], locale: Locale): string {
  const words = listWords[locale];
  const { by, descending } = sortOf(sort);
  return by === "startedOn" && descending
    ? words.usualOrder
    : words.order(words.columns[by satisfies SortColumn], descending);
}

type Offered = {
  lists: Record<"field" | "force" | "site" | "grade", CodeItem[]>;
  indicators: { id: string; name: string }[];
  modelName?: string;
};

/** What narrows the list in words, each with the parameters it stands for; as chips, and over an exported sheet. */
export function filterLabels(
  choice: PointChoice,
  { lists, indicators, modelName }: Offered,
  locale: Locale,
): { names: (keyof PointChoice)[]; label: string }[] {
  const words = listWords[locale];
  const { q, status, field, block, principle, force, grade, level, site, origin } = choice;
  const labelIn = (list: CodeItem[], code: string | undefined) =>
    code && (codeLabels(list, locale)[code] ?? code);
  const indicator = indicators.find(({ id }) => id === choice.indicator);
  const labels: [names: (keyof PointChoice)[], label: string | false | undefined][] = [
    [["q"], q && `“${q}”`],
    [["model"], modelName && `${words.model}: ${modelName}`],
    [["status"], status && status !== "in-force" && `${words.status}: ${stateName(status, locale)}`],
    [["field"], labelIn(lists.field, field)],
    [["block"], block && blockWords[locale][block]],
    [["principle"], principle && principleWords[locale][principle]],
    [["force"], labelIn(lists.force, force)],
    [["grade"], grade === notRated ? words.notRated : labelIn(lists.grade, grade)],
    [["level"], level && recognitionWords[locale][level]],
    [["site"], labelIn(lists.site, site)],
    [["origin"], origin && originWords[locale][origin]],
    [["startedFrom", "startedTo"], spanText(choice, locale)],
    [["indicator", "least", "most"], indicator && `${indicator.name} ${boundsText(choice, locale)}`.trim()],
  ];
  return labels.flatMap(([names, label]) => (label ? [{ names, label }] : []));
}

/** What an address or a form asks for that cannot be found by, in sentences at the filters. */
export function filterNotes(
  choice: PointChoice,
  { ignored, unread }: { ignored: ReturnType<typeof unknownIn>; unread: readonly string[] },
  locale: Locale,
): string[] {
  const { notes, columns, ...words } = listWords[locale];
  const names = { field: words.field, force: columns.coreForce, site: columns.siteKind, grade: words.grade };
  const number = (value: number | undefined) => formatNumber(value ?? 0, locale);
  return [
    ...ignored.map((name) => notes.unknown(names[name])),
    ...unread.map((typed) => notes.unread(typed.slice(0, 20))),
    ...rangeFaults(choice).map((fault) =>
      fault === "days-reversed"
        ? notes[fault](formatDate(choice.startedFrom ?? ""), formatDate(choice.startedTo ?? ""))
        : notes[fault](number(choice.least), number(choice.most)),
    ),
  ];
}

/** A state or a group of them, as it stands in a sentence. */
function stateName(status: NonNullable<PointChoice["status"]>, locale: Locale): string {
  const groups: Record<string, string> = listWords[locale].groups;
  const states: Record<string, string> = statusWords[locale];
  return (groups[status] ?? states[status] ?? status).toLowerCase();
}

/** Between which days points began. */
function spanText({ startedFrom, startedTo }: PointChoice, locale: Locale): string | undefined {
  const words = listWords[locale];
  if (startedFrom && startedTo) return words.started(formatDate(startedFrom), formatDate(startedTo));
  if (startedFrom) return words.since(formatDate(startedFrom));
  return startedTo && words.until(formatDate(startedTo));
}
