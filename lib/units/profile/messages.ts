import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { Qualifier, UnitFactKind } from "@/prisma/client/enums";

type FactWords = Record<UnitFactKind, { label: string; unit: string; definition: string }>;

/** What each fact counts, in its own unit. */
export const factWords: Words<FactWords> = {
  vi: {
    area: {
      label: "Diện tích",
      unit: "km²",
      definition: "Diện tích tự nhiên, số có ngày gần nhất đến ngày xem.",
    },
    population: {
      label: "Dân số",
      unit: "người",
      definition: "Quy mô dân số, số có ngày gần nhất đến ngày xem.",
    },
    households: { label: "Số hộ", unit: "hộ", definition: "Số hộ dân cư, số có ngày gần nhất đến ngày xem." },
    guard_teams: {
      label: "Tổ bảo vệ ANTT",
      unit: "tổ",
      definition: "Số Tổ bảo vệ an ninh, trật tự theo Luật 30/2023/QH15, số có ngày gần nhất đến ngày xem.",
    },
    guard_members: {
      label: "Thành viên Tổ bảo vệ ANTT",
      unit: "thành viên",
      definition: "Số người tham gia Tổ bảo vệ an ninh, trật tự, số có ngày gần nhất đến ngày xem.",
    },
  },
  en: {
    area: {
      label: "Area",
      unit: "km²",
      definition: "Natural area; the figure with the latest day up to the day shown.",
    },
    population: {
      label: "Population",
      unit: "people",
      definition: "Population; the figure with the latest day up to the day shown.",
    },
    households: {
      label: "Households",
      unit: "households",
      definition: "Households; the figure with the latest day up to the day shown.",
    },
    guard_teams: {
      label: "Security guard teams",
      unit: "teams",
      definition:
        "Security and order guard teams under Law 30/2023/QH15; the figure with the latest day up to the day shown.",
    },
    guard_members: {
      label: "Members of guard teams",
      unit: "members",
      definition:
        "People in security and order guard teams; the figure with the latest day up to the day shown.",
    },
  },
};

export const factQualifierWords: Words<Record<Qualifier, string>> = {
  vi: { exact: "Đúng", at_least: "Hơn", about: "Khoảng" },
  en: { exact: "Exactly", at_least: "More than", about: "About" },
};

const count = (argument: string, locale: Locale) => formatNumber(Number(argument), locale);

const errors: Words<Record<string, string | FieldSentence>> = {
  vi: {
    "value.not-a-figure": "Giá trị phải là số, ví dụ 95.516 hoặc 26,79",
    "value.not-a-number": "Số này phải là số nguyên; chỉ diện tích có phần thập phân",
    "value.no-area": "Diện tích phải lớn hơn 0 km²",
    "value.below-households": (_, argument, locale) =>
      `Dân số không thể ít hơn số hộ đã ghi là ${count(argument, locale)}. Kiểm tra lại hoặc rút số hộ sai`,
    "value.above-population": (_, argument, locale) =>
      `Số hộ không thể nhiều hơn dân số đã ghi là ${count(argument, locale)}. Kiểm tra lại hoặc rút số dân sai`,
    "value.below-teams": (_, argument, locale) =>
      `Số thành viên không thể ít hơn số tổ đã ghi là ${count(argument, locale)}`,
    "value.above-members": (_, argument, locale) =>
      `Số tổ không thể nhiều hơn số thành viên đã ghi là ${count(argument, locale)}`,
    "value.known-already": "Số này đã được ghi, cùng ngày và cùng nguồn",
    "until.before-since": (_, argument) =>
      `Ngày thôi giữ không thể trước ngày bắt đầu ${formatDate(argument)}`,
    "title.phone-number": "Chỉ ghi chức vụ, không ghi số điện thoại",
    "holder.phone-number": "Chỉ ghi họ tên, không ghi số điện thoại",
    "source.markup": "Ghi nguồn bằng chữ thường, bỏ các ký hiệu lập trình như <, &…;",
    "title.markup": "Ghi chức vụ bằng chữ thường, bỏ các ký hiệu lập trình như <, &…;",
    "holder.markup": "Ghi họ tên bằng chữ thường, bỏ các ký hiệu lập trình như <, &…;",
    "introduction.markup": "Viết giới thiệu bằng chữ thường, bỏ các ký hiệu lập trình như <, &…;",
    "asOf.unit-not-then": (_, offered) =>
      `Đơn vị này không tồn tại vào ngày đó${offered ? ` (ngày đó là ${offered})` : ""}. Sửa ngày, hoặc ghi cho đơn vị của ngày đó`,
    "since.unit-not-then": (_, offered) =>
      `Đơn vị này không tồn tại vào ngày bắt đầu${offered ? ` (ngày đó là ${offered})` : ""}. Sửa ngày, hoặc ghi cho đơn vị của ngày đó`,
    "until.unit-not-then": (_, offered) =>
      `Đơn vị này không còn vào ngày đó${offered ? ` (ngày đó là ${offered})` : ""}. Ghi ngày không sau ngày cuối của đơn vị`,
  },
  en: {
    "value.not-a-figure": "Enter a number, such as 95,516 as 95516, or 26.79",
    "value.not-a-number": "This must be a whole number; only an area has decimals",
    "value.no-area": "The area must be more than 0 km²",
    "value.below-households": (_, argument, locale) =>
      `The population cannot be less than the ${count(argument, locale)} households recorded. Check it, or withdraw the wrong figure`,
    "value.above-population": (_, argument, locale) =>
      `Households cannot be more than the population recorded, ${count(argument, locale)}. Check it, or withdraw the wrong figure`,
    "value.below-teams": (_, argument, locale) =>
      `Members cannot be fewer than the ${count(argument, locale)} teams recorded`,
    "value.above-members": (_, argument, locale) =>
      `Teams cannot be more than the ${count(argument, locale)} members recorded`,
    "value.known-already": "This figure is recorded already, with the same day and source",
    "until.before-since": (_, argument) => `The last day cannot be before the first, ${formatDate(argument)}`,
    "title.phone-number": "Enter the post only, no telephone number",
    "holder.phone-number": "Enter the name only, no telephone number",
    "source.markup": "Write the source in plain words, without program signs such as < or &…;",
    "title.markup": "Write the post in plain words, without program signs such as < or &…;",
    "holder.markup": "Write the name in plain words, without program signs such as < or &…;",
    "introduction.markup": "Write the introduction in plain words, without program signs such as < or &…;",
    "asOf.unit-not-then": (_, offered) =>
      `This unit did not exist on that day${offered ? ` (on that day it was ${offered})` : ""}. Change the day, or record it for the unit of that day`,
    "since.unit-not-then": (_, offered) =>
      `This unit did not exist on the first day${offered ? ` (on that day it was ${offered})` : ""}. Change the day, or enter it for the unit of that day`,
    "until.unit-not-then": (_, offered) =>
      `This unit was gone by then${offered ? ` (on that day it was ${offered})` : ""}. Enter a day up to the unit's last one`,
  },
};

const vi = {
  fields: {
    kind: "Loại số liệu",
    value: "Giá trị",
    qualifier: "Mức chính xác",
    asOf: "Số liệu đến ngày",
    source: "Nguồn",
    title: "Chức vụ",
    holder: "Người giữ",
    since: "Từ ngày",
    until: "Đến ngày",
    first: "Dân tộc đông nhất",
    second: "Đông thứ hai",
    third: "Đông thứ ba",
    fourth: "Đông thứ tư",
    introduction: "Giới thiệu",
    ethnicGroups: "Dân tộc",
    reason: "Lý do",
  } as Record<string, string>,
  errors: errors.vi,
  asOf: (day: string) => `Hồ sơ ngày ${day}`,
  updateProfile: "Cập nhật hồ sơ",
  openFigures: "Xem tổng quan",
  notThen: (name: string, day: string) => `${name} chưa có hoặc không còn vào ngày ${day}`,
  notYet: (name: string, day: string, first: string) =>
    `Ngày ${day} chưa có ${name}: đơn vị này thành lập ngày ${first}`,
  noMore: (name: string, day: string, last: string) =>
    `Ngày ${day} không còn ${name}: đơn vị này hoạt động đến hết ngày ${last}`,
  insteadBefore: (count: string) => `Khi đó địa bàn này gồm ${count} đơn vị:`,
  insteadAfter: "Khi đó địa bàn này thuộc:",
  insteadNone: "Không có đơn vị nào liền trước hoặc liền sau vào ngày đó.",
  ownDay: (day: string) => `Xem đơn vị này vào ngày ${day}`,
  nowUnder: "Nay thuộc",
  thenUnder: "Khi đó thuộc",
  facts: "Số liệu của đơn vị",
  factsFinding: "Số có ngày gần nhất đến ngày xem; số khác đứng ngay bên dưới, không bị ghi đè.",
  otherSources: "Số của ngày khác, nguồn khác",
  reference: "Công văn 2896/BNV-CQĐP năm 2025",
  formerlyOf: (name: string) => `ghi cho ${name}, trước khi đổi tên hoặc đổi loại`,
  allFacts: (count: string) => `Xem tất cả ${count} số đã ghi`,
  noFacts: "Chưa có số liệu nào của đơn vị này đến ngày xem",
  identity: "Thông tin chung",
  type: "Loại",
  code: "Mã",
  validity: "Hiệu lực",
  clause: "Khoản thành lập",
  ethnic: "Dân tộc",
  introduction: "Giới thiệu",
  posts: "Chức vụ",
  noPosts: "Chưa ghi chức vụ nào vào ngày này",
  post: "Chức vụ",
  holder: "Người giữ",
  days: "Thời gian",
  fromDay: (day: string) => `từ ${day}`,
  toDay: (day: string) => `đến ${day}`,
  notStated: "không nêu tên",
  source: "Nguồn",
  factsTitle: "Số liệu đã ghi",
  factsLead: "Mỗi số giữ ngày và nguồn của mình; số mới không ghi đè số cũ.",
  day: "Ngày",
  value: "Giá trị",
  all: "Tất cả",
  saved: "Đã lưu",
  withdrawn: "Đã rút số liệu",
  record: "Ghi số liệu",
  recordHint: "Số cũ vẫn đứng cạnh số mới. Số sai thì rút, có lý do.",
  valueHint: "Ví dụ 95.516 hoặc 26,79",
  sourceHint: "Văn bản, báo cáo hoặc bài báo nêu số này",
  withdraw: "Rút số liệu",
  withdrawConsequence: (fact: string) =>
    `${fact} sẽ không còn trong hồ sơ. Nhật ký thao tác giữ số và lý do.`,
  editTitle: "Cập nhật hồ sơ",
  textTitle: "Dân tộc và giới thiệu",
  saveText: "Lưu dân tộc và giới thiệu",
  groupsHint: "Xếp từ đông nhất; bỏ trống phần không có số liệu",
  postsTitle: "Chức vụ",
  addPost: "Ghi chức vụ",
  postHint: "Ghi như trên văn bản, ví dụ Trưởng Công an phường. Không ghi số điện thoại.",
  endPost: "Ghi ngày thôi giữ",
  noPostsYet: "Chưa ghi chức vụ nào",
  none: "Không ghi",
};
export type ProfileWords = typeof vi;

const en: ProfileWords = {
  fields: {
    kind: "Figure",
    value: "Value",
    qualifier: "Exactness",
    asOf: "As of",
    source: "Source",
    title: "Post",
    holder: "Holder",
    since: "From",
    until: "Until",
    first: "Largest ethnic group",
    second: "Second largest",
    third: "Third largest",
    fourth: "Fourth largest",
    introduction: "Introduction",
    ethnicGroups: "Ethnic groups",
    reason: "Reason",
  },
  errors: errors.en,
  asOf: (day) => `As of ${day}`,
  updateProfile: "Update the profile",
  openFigures: "Open the overview",
  notThen: (name, day) => `${name} did not exist on ${day}`,
  notYet: (name, day, first) => `There was no ${name} on ${day}: it was formed on ${first}`,
  noMore: (name, day, last) => `There was no ${name} on ${day}: it existed until ${last}`,
  insteadBefore: (count) => `Its area was ${count} units then:`,
  insteadAfter: "Its area belonged to:",
  insteadNone: "No unit before or after it existed on that day.",
  ownDay: (day) => `See this unit on ${day}`,
  nowUnder: "Now part of",
  thenUnder: "Then part of",
  facts: "The unit's figures",
  factsFinding:
    "The figure with the latest day up to the day shown; others stand below it, nothing is overwritten.",
  otherSources: "Figures of other days and sources",
  reference: "Official letter 2896/BNV-CQĐP of 2025",
  formerlyOf: (name) => `recorded for ${name}, before the change of name or type`,
  allFacts: (count) => `All ${count} recorded figures`,
  noFacts: "No figure of this unit up to the day shown",
  identity: "About",
  type: "Type",
  code: "Code",
  validity: "In force",
  clause: "Clause",
  ethnic: "Ethnic groups",
  introduction: "Introduction",
  posts: "Posts",
  noPosts: "No post entered for this day",
  post: "Post",
  holder: "Holder",
  days: "Time",
  fromDay: (day) => `from ${day}`,
  toDay: (day) => `until ${day}`,
  notStated: "not named",
  source: "Source",
  factsTitle: "Recorded figures",
  factsLead: "Each keeps its day and source; a new one does not overwrite an old one.",
  day: "Day",
  value: "Value",
  all: "All",
  saved: "Saved",
  withdrawn: "The figure is withdrawn",
  record: "Record a figure",
  recordHint: "Older figures stay beside it. A wrong one is withdrawn with a reason.",
  valueHint: "Such as 95516 or 26.79",
  sourceHint: "The document, report or article that states it",
  withdraw: "Withdraw the figure",
  withdrawConsequence: (fact) => `${fact} will leave the profile. The audit log keeps it and the reason.`,
  editTitle: "Update the profile",
  textTitle: "Ethnic groups and introduction",
  saveText: "Save ethnic groups and introduction",
  groupsHint: "The largest first; leave empty what is not known",
  postsTitle: "Posts",
  addPost: "Enter a post",
  postHint: "As on the document, such as Head of the ward police. No telephone number.",
  endPost: "Enter the last day",
  noPostsYet: "No post entered yet",
  none: "None",
};

/** A code kept by a form in words: what kind of figure, how exact. */
const shownIn =
  (locale: Locale) =>
  (field: string, value: unknown): string => {
    if (field === "kind") return factWords[locale][value as UnitFactKind]?.label ?? String(value);
    if (field === "qualifier") return factQualifierWords[locale][value as Qualifier] ?? String(value);
    if (value === null || value === undefined || value === "") return "–";
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value);
  };

export const profileWords = {
  vi: { ...vi, show: shownIn("vi") },
  en: { ...en, show: shownIn("en") },
};
