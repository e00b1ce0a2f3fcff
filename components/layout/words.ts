import type { Words } from "@/lib/core/locale";

// One constant per part, so that a client file carries only its own words.

export type FormWords = {
  error: string;
  summary: string;
  optional: string;
  saving: string;
  cancel: string;
  leave: string;
  saved: string;
  less: (label: string) => string;
  more: (label: string) => string;
  choose: string;
  similar: string;
  similarHelp: (submit: string) => string;
  saveAnyway: string;
  conflict: string;
  conflictHelp: string;
  overtaken: string;
  overtakenHelp: string;
  goBack: string;
  field: string;
  theirs: string;
  yours: string;
  overwrite: string;
  reload: string;
  empty: string;
  reason: string;
  reasonHint: string;
  keep: string;
  tooLong: string;
  unsent: string;
  moreChoices: (count: number) => string;
  recent: string;
  added: string;
  pickUnit: string;
  unitUntil: string;
  remove: (label: string) => string;
};

export const formWords: Words<FormWords> = {
  vi: {
    error: "Lỗi",
    summary: "Có lỗi cần sửa",
    optional: "(không bắt buộc)",
    saving: "Đang lưu…",
    cancel: "Hủy",
    leave: "Nội dung vừa nhập chưa được lưu. Rời trang này?",
    saved: "Đã lưu",
    less: (label) => `Giảm ${label}`,
    more: (label) => `Tăng ${label}`,
    choose: "Chọn…",
    similar: "Có thể đã có rồi",
    similarHelp: (submit) => `Mở xem từng mục. Nếu đúng là mục khác, chọn “${submit}” ở cuối biểu mẫu.`,
    saveAnyway: "Vẫn lưu",
    conflict: "Người khác vừa sửa bản ghi này",
    conflictHelp:
      "Số của đồng chí chưa được lưu. So từng dòng dưới đây, rồi tải lại bản mới, hoặc ghi đè bằng số của mình ở cuối biểu mẫu.",
    overtaken: "Bản ghi này vừa thay đổi",
    overtakenHelp:
      "Nội dung vừa nhập chưa được lưu và không lưu được nữa; chép lại phần cần giữ ở dưới trước khi rời trang.",
    goBack: "Xem bản ghi hiện nay",
    field: "Mục",
    theirs: "Bản hiện có",
    yours: "Đồng chí nhập",
    overwrite: "Ghi đè bằng số của tôi",
    reload: "Tải lại bản mới",
    empty: "để trống",
    reason: "Lý do",
    reasonHint: "Ghi vào nhật ký thao tác.",
    keep: "Giữ nguyên",
    tooLong: "Phần này dài quá, rút ngắn lại",
    moreChoices: (count) => `Thêm ${count} mục`,
    recent: "Dùng gần đây",
    added: "Đã chọn",
    pickUnit: "Gõ tên để tìm, ví dụ phu loi",
    unitUntil: "đến",
    remove: (label) => `Bỏ ${label}`,
    unsent: "Chưa gửi được: máy chủ không trả lời. Nội dung còn nguyên, kiểm tra mạng rồi gửi lại",
  },
  en: {
    error: "Error",
    summary: "There are errors to correct",
    optional: "(optional)",
    saving: "Saving…",
    cancel: "Cancel",
    leave: "What you typed is not saved. Leave this page?",
    saved: "Saved",
    less: (label) => `Decrease ${label}`,
    more: (label) => `Increase ${label}`,
    choose: "Choose…",
    similar: "This may exist already",
    similarHelp: (submit) =>
      `Open each item. If yours is another one, choose “${submit}” at the foot of the form.`,
    saveAnyway: "Save anyway",
    conflict: "Someone else has just changed this record",
    conflictHelp:
      "Your figures are not saved. Compare the rows below, then reload the new version, or overwrite it with yours at the foot of the form.",
    overtaken: "This record has just changed",
    overtakenHelp:
      "What you typed is not saved and can no longer be; copy what you need from below before you leave.",
    goBack: "See the record as it stands",
    field: "Field",
    theirs: "Stored now",
    yours: "You typed",
    overwrite: "Overwrite with mine",
    reload: "Reload the new version",
    empty: "empty",
    reason: "Reason",
    reasonHint: "Kept in the audit log.",
    keep: "Keep it",
    tooLong: "This is too long; shorten it",
    moreChoices: (count) => `${count} more`,
    recent: "Used lately",
    added: "Chosen",
    pickUnit: "Type a name, such as phu loi",
    unitUntil: "until",
    remove: (label) => `Remove ${label}`,
    unsent: "Not sent: the server did not answer. Nothing is lost; check the network and send again",
  },
};

export type FilterWords = {
  filters: string;
  apply: string;
  clear: string;
  remove: (label: string) => string;
  active: string;
  close: string;
  all: string;
};

export const filterWords: Words<FilterWords> = {
  vi: {
    filters: "Bộ lọc",
    apply: "Lọc",
    clear: "Bỏ mọi bộ lọc",
    remove: (label) => `Bỏ lọc: ${label}`,
    active: "Đang lọc",
    close: "Đóng",
    all: "Tất cả",
  },
  en: {
    filters: "Filters",
    apply: "Filter",
    clear: "Clear all filters",
    remove: (label) => `Remove filter: ${label}`,
    active: "Filtered by",
    close: "Close",
    all: "All",
  },
};

export type FigureWords = {
  at_least: string;
  about: string;
  none: string;
  asOf: (date: string) => string;
  definition: string;
  source: string;
  asOfLabel: string;
  explain: (label: string) => string;
  rows: string;
  trend: string;
};

export const figureWords: Words<FigureWords> = {
  vi: {
    at_least: "hơn",
    about: "khoảng",
    none: "Chưa có số liệu",
    asOf: (date) => `đến ${date}`,
    definition: "Cách tính",
    source: "Nguồn",
    asOfLabel: "Số liệu đến",
    explain: (label) => `Giải thích: ${label}`,
    rows: "Xem danh sách",
    trend: "Diễn biến",
  },
  en: {
    at_least: "more than",
    about: "about",
    none: "No data yet",
    asOf: (date) => `to ${date}`,
    definition: "How it is counted",
    source: "Source",
    asOfLabel: "As of",
    explain: (label) => `About: ${label}`,
    rows: "Show the rows",
    trend: "Trend",
  },
};

export type ListWords = {
  shown: (shown: string, total?: string) => string;
  next: string;
  first: string;
  pages: string;
  noValue: string;
};

export const listWords: Words<ListWords> = {
  vi: {
    shown: (shown, total) => (total === undefined ? `${shown} dòng` : `${shown} trong ${total} dòng`),
    next: "Trang sau",
    first: "Về trang đầu",
    pages: "Trang",
    noValue: "Chưa cung cấp",
  },
  en: {
    shown: (shown, total) => (total === undefined ? `${shown} rows` : `${shown} of ${total} rows`),
    next: "Next page",
    first: "First page",
    pages: "Pages",
    noValue: "Not provided",
  },
};

/** What a ranking ranks. */
export type Ranked = "units" | "topics" | "channels" | "forms";

export type ChartWords = {
  table: string;
  none: string;
  period: string;
  unit: string;
  /** Opens the whole of a ranking, named by what it ranks. */
  rest: Record<Ranked, (count: string) => string>;
  views: string;
  cumulative: string;
  exclusive: string;
  cumulativeNote: string;
  exclusiveNote: (base: string, unit: string) => string;
  base: string;
  level: string;
  count: string;
  share: string;
  source: (source: string, date: string) => string;
};

export const chartWords: Words<ChartWords> = {
  vi: {
    table: "Xem bảng số liệu",
    none: "Kỳ này chưa có số liệu để vẽ.",
    period: "Kỳ",
    unit: "Đơn vị",
    rest: {
      units: (count) => `Xem cả ${count} đơn vị`,
      topics: (count) => `Xem cả ${count} chủ đề`,
      channels: (count) => `Xem cả ${count} hình thức tuyên truyền`,
      forms: (count) => `Xem cả ${count} hình thức khen thưởng`,
    },
    views: "Cách xem",
    cumulative: "Lũy kế",
    exclusive: "Tách bậc",
    cumulativeNote: "Bậc cao nằm trong bậc thấp, không cộng các số này với nhau.",
    exclusiveNote: (base, unit) => `Mỗi ${unit} nằm đúng một bậc; cộng lại bằng ${base}.`,
    base: "Tổng số",
    level: "Bậc",
    count: "Số lượng",
    share: "Tỷ lệ",
    source: (source, date) => `Nguồn: ${source}. Số liệu đến ${date}.`,
  },
  en: {
    table: "Show as a table",
    none: "There is nothing to draw for this period.",
    period: "Period",
    unit: "Unit",
    rest: {
      units: (count) => `Show all ${count} units`,
      topics: (count) => `Show all ${count} topics`,
      channels: (count) => `Show all ${count} channels`,
      forms: (count) => `Show all ${count} forms of award`,
    },
    views: "View",
    cumulative: "Cumulative",
    exclusive: "Exclusive",
    cumulativeNote: "Each step contains the ones above it; these figures are never added.",
    exclusiveNote: (base) => `Each one stands on exactly one step; together they are ${base}.`,
    base: "All",
    level: "Step",
    count: "Count",
    share: "Share",
    source: (source, date) => `Source: ${source}. As of ${date}.`,
  },
};

export type ShellWords = {
  portal: string;
  /** Two lines beside the mark. */
  brand: readonly [string, string];
  city: string;
  skip: string;
  main: string;
  log: string;
  more: string;
  account: string;
  demo: string;
  demoNote: string;
  theme: string;
  light: string;
  dark: string;
  system: string;
  loading: string;
  accountPage: string;
};

export const shellWords: Words<ShellWords> = {
  vi: {
    portal: "Phong trào Toàn dân bảo vệ an ninh Tổ quốc",
    brand: ["Toàn dân bảo vệ", "ANTQ Cần Thơ"],
    city: "Cổng theo dõi TP Cần Thơ",
    skip: "Đến nội dung chính",
    main: "Các mục chính",
    log: "Ghi nhận",
    more: "Thêm",
    account: "Tài khoản",
    demo: "Dữ liệu minh họa",
    demoNote: "Số liệu trên trang này được tạo ra để minh họa, không phải số liệu thật.",
    theme: "Nền",
    light: "Sáng",
    dark: "Tối",
    system: "Theo máy",
    loading: "Đang tải trang",
    accountPage: "Tài khoản của tôi",
  },
  en: {
    portal: "All-People's Movement for National Security",
    brand: ["People’s security", "movement, Cần Thơ"],
    city: "Cần Thơ city monitoring portal",
    skip: "Skip to the main content",
    main: "Main sections",
    log: "Log",
    more: "More",
    account: "Account",
    demo: "Demonstration data",
    demoNote: "The figures on this page were made up for demonstration; they are not real.",
    theme: "Background",
    light: "Light",
    dark: "Dark",
    system: "As the device",
    loading: "Loading the page",
    accountPage: "My account",
  },
};

export type ContextWords = {
  view: string;
  unit: string;
  period: string;
  custom: string;
  from: string;
  to: string;
  boundary: string;
  current: string;
  historical: string;
  asOf: string;
  change: string;
  show: string;
  range: (from: string, to: string) => string;
  /** Why two days are no range, and the period shown instead. */
  notRange: Record<"reversed" | "incomplete", (shown: string) => string>;
  standing: (date: string) => string;
  /** A day that has not come, where figures end today. */
  notAhead: (date: string) => string;
  /** A day that has not come, where something is decided for it. */
  planned: (date: string) => string;
};

export const contextWords: Words<ContextWords> = {
  vi: {
    view: "Phạm vi số liệu",
    unit: "Đơn vị",
    period: "Kỳ",
    custom: "Khoảng tự chọn",
    from: "Từ ngày",
    to: "Đến ngày",
    boundary: "Địa giới",
    current: "Địa giới hiện nay",
    historical: "Tại thời điểm",
    asOf: "Hiện trạng",
    change: "Đổi",
    show: "Xem",
    range: (from, to) => `${from}–${to}`,
    notRange: {
      reversed: (shown) => `Ngày đầu phải trước ngày cuối. Đang xem ${shown}`,
      incomplete: (shown) => `Chọn cả ngày đầu và ngày cuối. Đang xem ${shown}`,
    },
    standing: (date) => `hiện trạng ${date}`,
    notAhead: (date) => `Chưa có số liệu sau hôm nay. Đang xem hiện trạng ${date}`,
    planned: (date) => `${date} chưa tới: đây là dự kiến theo những quyết định đã ghi`,
  },
  en: {
    view: "Scope of the figures",
    unit: "Unit",
    period: "Period",
    custom: "Own range",
    from: "From",
    to: "To",
    boundary: "Boundaries",
    current: "Today's boundaries",
    historical: "As at the time",
    asOf: "Standing",
    change: "Change",
    show: "Show",
    range: (from, to) => `${from}–${to}`,
    notRange: {
      reversed: (shown) => `The first day must come before the last. Shown: ${shown}`,
      incomplete: (shown) => `Choose both the first and the last day. Shown: ${shown}`,
    },
    standing: (date) => `standing on ${date}`,
    notAhead: (date) => `There are no figures after today. Shown: standing on ${date}`,
    planned: (date) => `${date} has not come: this is what the decisions on record provide for`,
  },
};

/** Why a page tells its figures one way only. */
export const oneViewWords: Words<
  Record<"today" | "anyUnit" | "onePoint" | "oneUnit" | "comparison", string>
> = {
  vi: {
    today:
      "Chỉ xem theo địa giới hiện nay: việc phải làm thuộc đơn vị đang hoạt động, điểm của đơn vị cũ tính cho đơn vị nay quản lý.",
    anyUnit: "Tính mọi đơn vị, nên địa giới hiện nay và tại thời điểm cho cùng một số.",
    comparison:
      "Số đã ghi để so sánh tính theo địa giới hiện nay: đơn vị trong báo cáo cùng các đơn vị cũ của nó.",
    onePoint: "Số liệu của riêng điểm này, nên địa giới hiện nay và tại thời điểm cho cùng một số.",
    oneUnit: "Hồ sơ của riêng đơn vị này, không gộp đơn vị khác theo địa giới.",
  },
  en: {
    today:
      "By today's boundaries only: the work is for units in force; points of a former unit count for the one that carries it on.",
    anyUnit: "Every unit counts, so today's boundaries and those of the time give the same numbers.",
    comparison: "What is stored is compared by today's boundaries: the report's unit with its former units.",
    oneUnit: "The file of this unit alone; no other unit is counted in by boundaries.",
    onePoint:
      "Figures of this point alone, so today's boundaries and those of the time give the same numbers.",
  },
};

export type ErrorKind = "broken" | "refused" | "not-found" | "offline" | "unavailable";
export type ErrorWords = Record<ErrorKind, { title: string; detail: string }> & {
  id: string;
  home: string;
  back: string;
};

export const errorWords: Words<ErrorWords> = {
  vi: {
    broken: {
      title: "Trang này đang có sự cố",
      detail: "Dữ liệu đã lưu không bị mất. Tải lại trang; nếu vẫn vậy, báo quản trị kèm mã dưới đây.",
    },
    refused: {
      title: "Tài khoản này không có quyền xem trang",
      detail: "Nếu công việc cần đến trang này, đề nghị quản trị cấp quyền.",
    },
    "not-found": {
      title: "Không tìm thấy trang",
      detail: "Địa chỉ sai, bản ghi đã bị xóa, hoặc nằm ngoài địa bàn của tài khoản.",
    },
    offline: { title: "Không có mạng", detail: "Kiểm tra kết nối rồi tải lại trang." },
    unavailable: { title: "Hệ thống tạm ngừng", detail: "Cơ sở dữ liệu chưa trả lời. Thử lại sau ít phút." },
    id: "Mã sự cố",
    home: "Về trang tổng quan",
    back: "Tải lại trang",
  },
  en: {
    broken: {
      title: "Something broke on this page",
      detail:
        "Nothing that was saved is lost. Reload the page; if it stays, tell the administrator the code below.",
    },
    refused: {
      title: "This account may not see this page",
      detail: "If your work needs it, ask the administrator for the right.",
    },
    "not-found": {
      title: "Page not found",
      detail: "The address is wrong, the record was deleted, or it lies outside the account's area.",
    },
    offline: { title: "No network", detail: "Check the connection, then reload the page." },
    unavailable: {
      title: "The system is paused",
      detail: "The database does not answer. Try again in a few minutes.",
    },
    id: "Error code",
    home: "To the overview",
    back: "Reload the page",
  },
};

export const timeWords: Words<{ title: string }> = {
  vi: { title: "Xem tại ngày" },
  en: { title: "As of" },
};
