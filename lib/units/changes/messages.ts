import { formatDate } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { ChangeKind, ChangeState } from "./catalog";

export const changeKindWords: Words<Record<ChangeKind, string>> = {
  vi: {
    create: "Thành lập đơn vị",
    rename: "Đổi tên đơn vị",
    retype: "Đổi loại đơn vị",
    merge: "Nhập đơn vị",
    split: "Chia tách đơn vị",
    transfer: "Điều chuyển một phần",
    dissolve: "Giải thể đơn vị",
  },
  en: {
    create: "Create a unit",
    rename: "Rename a unit",
    retype: "Change a unit's type",
    merge: "Merge units",
    split: "Split a unit",
    transfer: "Transfer a part",
    dissolve: "Dissolve a unit",
  },
};

export const changeStateWords: Words<Record<ChangeState, string>> = {
  vi: { waiting: "Đang chờ hiệu lực", "in-effect": "Có hiệu lực", undone: "Đã hủy" },
  en: { waiting: "Waiting to take effect", "in-effect": "In effect", undone: "Undone" },
};

/** Kinds of records that hang on a unit, by the table they stand in; others are told in general. */
const dependentWords: Words<Record<string, string>> = {
  vi: {
    outreach_session: "cuộc tuyên truyền, kể cả phối hợp",
    session_plan: "kế hoạch tuyên truyền",
    session_template: "mẫu cuộc tuyên truyền",
    nil_declaration: "báo không phát sinh",
    attached_file: "ảnh, tệp đính kèm",
    model_point: "điểm mô hình",
    point_step: "bước của điểm mô hình",
    point_size: "lần ghi tổ, thành viên",
    point_rating: "xếp loại điểm",
    point_evaluation: "phiếu đánh giá điểm",
    indicator_reading: "số liệu chỉ số",
    recognition: "công nhận mô hình, điểm",
    award: "khen thưởng",
    rural_recognition: "công nhận nông thôn mới",
    app_user: "tài khoản",
    unit_fact: "số liệu hồ sơ đơn vị",
    unit_post: "chức danh trong hồ sơ đơn vị",
    unit_profile: "hồ sơ đơn vị",
    residential_area: "khu dân cư",
    residential_area_move: "khu dân cư chuyển đến",
    unit_boundary: "ranh giới trên bản đồ",
    criterion_finding: "kết quả tiêu chí nông thôn mới",
    rural_target: "chỉ tiêu nông thôn mới",
    urban_recognition: "công nhận đô thị văn minh",
    safety_subject: "đối tượng đăng ký an toàn về ANTT",
    safety_record: "hồ sơ an toàn về ANTT",
    safety_step: "bước công nhận an toàn về ANTT",
    safety_discipline: "ghi nhận kỷ luật",
  },
  en: {
    outreach_session: "outreach sessions, joint ones included",
    session_plan: "plans of sessions",
    session_template: "session templates",
    nil_declaration: "nil declarations",
    attached_file: "photos and files",
    model_point: "model points",
    point_step: "steps of model points",
    point_size: "sizes of model points",
    point_rating: "ratings of points",
    point_evaluation: "score sheets of points",
    indicator_reading: "indicator readings",
    recognition: "recognitions of models and points",
    award: "awards",
    rural_recognition: "rural standard recognitions",
    app_user: "accounts",
    unit_fact: "facts of the unit's profile",
    unit_post: "posts of the unit's profile",
    unit_profile: "the unit's profile",
    residential_area: "residential areas",
    residential_area_move: "residential areas that moved in",
    unit_boundary: "boundaries on the map",
    criterion_finding: "findings on criteria of the rural standard",
    rural_target: "targets of the rural standard",
    urban_recognition: "recognitions of urban civility",
    safety_subject: "subjects of the security standard",
    safety_record: "records of the security standard",
    safety_step: "steps of the security standard",
    safety_discipline: "disciplinary notes",
  },
};

export const dependentLabel = (source: string, locale: Locale): string =>
  dependentWords[locale][source] ?? (locale === "vi" ? "dữ liệu khác" : "other records");

/** "2026-01-01|Xã A" → what is said of the unit and the day. */
const ofUnit =
  (say: (unit: string, day: string) => string): FieldSentence =>
  (_, argument) => {
    const [day = "", unit = ""] = argument.split("|");
    return say(unit, formatDate(day));
  };
const named =
  (say: (name: string) => string): FieldSentence =>
  (_, argument) =>
    say(argument);

const rowFields = (say: (field: string, row: number) => string, names: Record<string, string>) =>
  Object.fromEntries(
    [1, 2, 3, 4].flatMap((row) =>
      Object.entries(names).map(([field, label]) => [`${field}${row}`, say(label, row)]),
    ),
  );

const vi = {
  title: "Thay đổi đơn vị",
  lead: "Mỗi thay đổi theo một quyết định, có ngày hiệu lực. Số liệu đã ghi không bị sửa; tổng theo địa giới hiện nay và phạm vi của cán bộ đổi theo ngày hiệu lực.",
  open: "Thay đổi đơn vị",
  make: "Nhập thay đổi",
  chooseKind: "Chọn loại thay đổi",
  kindHints: {
    create: "Đơn vị không có đơn vị nào trước đó trong danh mục",
    rename: "Giữ nguyên địa giới, đổi tên",
    retype: "Xã thành phường, thị trấn thành phường",
    merge: "Nhập từ hai đơn vị trở lên, có thể kèm một phần của đơn vị khác",
    split: "Một đơn vị thành nhiều đơn vị; một đơn vị là phần còn lại",
    transfer: "Một phần của đơn vị này sang đơn vị khác, cả hai vẫn còn",
    dissolve: "Đơn vị chấm dứt, địa bàn về các đơn vị khác đang có",
  } as Record<ChangeKind, string>,
  decisionGroup: "Căn cứ và hiệu lực",
  unitsGroup: "Đơn vị",
  newGroup: {
    create: "Đơn vị mới",
    rename: "Sau khi đổi tên",
    retype: "Sau khi đổi loại",
    merge: "Đơn vị sau khi nhập",
    split: "Các đơn vị sau khi chia tách",
    transfer: "Sau khi điều chuyển",
    dissolve: "Sau khi giải thể",
  } as Record<ChangeKind, string>,
  rowTitle: (row: number) => `Đơn vị thứ ${row}`,
  moreRows: "Thêm đơn vị thứ ba, thứ tư",
  moreRowsHint: "Để trống nếu chỉ chia thành hai.",
  sizes: "Diện tích, dân số, vị trí nhãn",
  sizesHint: "Để trống thì giữ hoặc cộng từ số liệu đã có; không tính được thì ghi là chưa có số liệu.",
  receiverAfter: "Đơn vị nhận, sau thay đổi",
  giverAfter: "Đơn vị giao, sau thay đổi",
  effectiveHint: "Ngày đầu tiên của các đơn vị mới. Có thể là ngày đã qua hoặc ngày sắp tới.",
  codeHint: "5 chữ số. Dùng lại được mã của đơn vị chấm dứt cùng lúc.",
  codeKeepHint: "5 chữ số. Để trống nếu giữ mã đang dùng.",
  codeSplitHint: "5 chữ số. Phần còn lại để trống thì giữ mã cũ; đơn vị khác phải có mã mới.",
  nameHint: "Chỉ ghi tên, không ghi phường, xã.",
  shareHint: "Phần trăm của đơn vị bị chia. Để trống nếu chưa rõ.",
  pointHint: "Vĩ độ; kinh độ. Ví dụ 10,0333; 105,7774",
  mainHint: "Số liệu đã ghi của đơn vị bị chia tính cho đơn vị này.",
  mainOf: (row: number) => `Đơn vị thứ ${row}`,
  mergeHint: "Các đơn vị nhập toàn bộ, chấm dứt vào hôm trước ngày hiệu lực.",
  partGiversHint: "Đơn vị chỉ chuyển một phần, phần còn lại vẫn là đơn vị đó.",
  partReceiversHint: "Đơn vị nhận một phần địa bàn, ngoài đơn vị nhận chính.",
  mainReceiverHint: "Số liệu đã ghi của đơn vị giải thể tính cho đơn vị này.",
  people: "người",
  check: "Kiểm tra thay đổi",
  checkTitle: "Kiểm tra trước khi thực hiện",
  checkLead: "Chưa có gì thay đổi. Xem kỹ các mục dưới đây rồi thực hiện.",
  confirm: "Thực hiện thay đổi",
  mend: "Thay đổi",
  notGiven: "Chưa cung cấp",
  kind: "Loại thay đổi",
  decision: "Quyết định",
  decisionOf: (number: string, day: string) => `${number} ngày ${day}`,
  effective: "Ngày hiệu lực",
  effectiveIs: {
    waiting: (day: string) => `${day}, chưa tới. Trước ngày này không có gì đổi.`,
    "in-effect": (day: string) => `${day}`,
  },
  ended: "Chấm dứt",
  begun: "Bắt đầu",
  endedUntil: (day: string) => `đến hết ${day}`,
  begunFrom: (day: string) => `từ ${day}`,
  passages: "Chuyển tiếp",
  into: "vào",
  area: "Diện tích",
  population: "Dân số",
  passageOf: {
    whole: "toàn bộ",
    unchanged: "giữ nguyên",
    part: "một phần",
    remainder: "phần còn lại",
  } as Record<string, string>,
  share: (percent: string) => `${percent} địa bàn`,
  noData: "Chưa có số liệu",
  figures: "Số liệu trước và sau",
  figuresLead: (day: string) =>
    `Tính theo địa giới hiện nay, gồm cả các đơn vị trước đó. Cuộc, lượt người: tất cả đã ghi; điểm, khen thưởng, xã có bậc, khu dân cư: đang có ngày ${day}.`,
  before: "Trước",
  after: "Sau",
  city: "Toàn thành phố",
  cityUnchanged: "Tổng số liệu đã ghi của toàn thành phố giữ nguyên",
  cityDiffers: "Tổng toàn thành phố không khớp, chưa thực hiện được thay đổi này",
  counts: {
    sessions: "Cuộc tuyên truyền",
    attendances: "Lượt người dự",
    points: "Điểm mô hình",
    awards: "Khen thưởng",
    communes: "Xã có bậc NTM",
    areas: "Khu dân cư",
  } as Record<string, string>,
  unit: "Đơn vị",
  effects: "Những việc bị ảnh hưởng",
  officers: (count: string, from: string, to: string) =>
    `${count} tài khoản của ${from} chuyển theo sang ${to}`,
  noOfficers: "Các đơn vị chấm dứt không có tài khoản nào",
  campaigns: (name: string, count: string) =>
    `Đợt xếp loại đang mở “${name}”: ${count} điểm của các đơn vị này`,
  indicators: (count: string) => `${count} điểm có chỉ số đang nhập; đơn vị mới nhập tiếp các kỳ sau`,
  plans: (count: string, day: string) =>
    `${count} kế hoạch tuyên truyền từ ${day} còn ghi theo đơn vị cũ; đơn vị mới thấy và sửa được`,
  templates: (count: string) => `${count} mẫu cuộc tuyên truyền của các đơn vị này chuyển theo`,
  late: (count: string, what: string, day: string) =>
    `${count} ${what} ghi từ ${day} trở đi vẫn ghi theo đơn vị cũ và tính cho đơn vị mới theo địa giới hiện nay`,
  lateOf: {
    sessions: "cuộc tuyên truyền",
    points: "điểm mô hình",
    awards: "khen thưởng",
    rural: "công nhận nông thôn mới",
    urban: "công nhận đô thị văn minh",
    findings: "kết quả tiêu chí nông thôn mới, đô thị văn minh",
    safety: "hồ sơ an toàn về ANTT",
    subjects: "đối tượng đăng ký an toàn về ANTT",
    areas: "khu dân cư",
    facts: "số liệu hồ sơ đơn vị",
    posts: "chức danh trong hồ sơ đơn vị",
    nils: "báo không phát sinh",
  } as Record<string, string>,
  parts: (from: string, to: string) =>
    `Phần của ${from} chuyển sang ${to}: số liệu đã ghi không chia ra, vẫn tính ở phần còn lại; cả hai đơn vị có ghi chú`,
  stepsStay: (steps: string) =>
    `Bậc nông thôn mới giữ nguyên ở xã được công nhận (${steps} xã trong các đơn vị này)`,
  ladder: (day: string, communes: string, standard: string, share: string) =>
    `Thang nông thôn mới của các xã tại thời điểm ${day}: ${communes} xã, ${standard} đạt chuẩn, ${share}`,
  ladderSame: (day: string, communes: string, standard: string, share: string) =>
    `Thang nông thôn mới của ${communes} xã tại thời điểm ${day} không đổi: ${standard} đạt chuẩn, ${share}`,
  communes: (day: string, communes: string, standard: string) =>
    `Xã đang có ngày ${day}: ${communes} xã; xã tự có quyết định công nhận đạt chuẩn: ${standard}`,
  turned: (before: string, after: string) => (before === after ? before : `${before} → ${after}`),
  lacking: {
    area: (units: string, missing: string) =>
      `Diện tích của ${units} chưa nhập: tổng toàn thành phố thiếu ${missing} km² cho đến khi nhập`,
    population: (units: string, missing: string) =>
      `Dân số của ${units} chưa nhập: tổng toàn thành phố thiếu ${missing} người cho đến khi nhập`,
  },
  nothingElse: "Không có việc đang mở nào bị ảnh hưởng",
  listCount: "thay đổi",
  allStates: "Tất cả",
  what: "Thay đổi",
  state: "Tình trạng",
  emptyTitle: "Chưa có thay đổi nào",
  emptyHint: "Sắp xếp ngày 01/07/2025 đã có sẵn trong nguồn gốc của từng đơn vị.",
  emptyStateHint: "Chọn tình trạng khác.",
  next: "Trang sau",
  first: "Về trang đầu",
  saved: "Đã thực hiện",
  savedWaiting: "Đã ghi, chờ ngày hiệu lực",
  madeBy: "Người nhập",
  madeAt: (who: string, at: string) => `${who}, ${at}`,
  asMade: "Số liệu lúc thực hiện",
  undo: "Hủy thay đổi này",
  undoConsequence:
    "Các đơn vị mới bị xóa, các đơn vị cũ hoạt động trở lại như trước thay đổi. Bản ghi của thay đổi và lý do hủy được giữ lại.",
  undoneTitle: (at: string, who: string) => `Đã hủy ${at}, ${who}`,
  cannotUndo: "Chưa hủy được vì đã có dữ liệu gắn với đơn vị mới",
  cannotUndoHint: "Chuyển hoặc xóa các dữ liệu này trước. Thay đổi nhập sau thì hủy thay đổi đó trước.",
  dependent: (count: string, what: string, unit: string) => `${count} ${what} của ${unit}`,
  laterChange: (unit: string) => `${unit} đã có thay đổi sau`,
  codeHeld: (code: string, unit: string) => `Mã ${code} nay là của ${unit}`,
  somebody: "Hệ thống",
  fields: {
    kind: "Loại thay đổi",
    unitId: "Đơn vị",
    toUnitId: "Đơn vị nhận",
    unitIds: "Đơn vị nhập toàn bộ",
    partUnitIds: "Đơn vị liên quan một phần",
    main: "Phần còn lại",
    ...rowFields((label, row) => (row === 1 ? label : `${label} (đơn vị thứ ${row})`), {
      name: "Tên",
      type: "Loại",
      code: "Mã",
      share: "Tỷ lệ",
      area: "Diện tích",
      population: "Dân số",
      point: "Vị trí nhãn",
    }),
    effectiveOn: "Ngày hiệu lực",
    decisionNumber: "Số quyết định",
    decisionDate: "Ngày quyết định",
    clause: "Điều, khoản",
    note: "Ghi chú",
    reason: "Lý do",
    ended: "Chấm dứt",
    begun: "Bắt đầu",
  } as Record<string, string>,
  kindFields: {
    rename: { unitId: "Đơn vị đổi tên", name1: "Tên mới" },
    retype: { unitId: "Đơn vị đổi loại", type1: "Loại mới", name1: "Tên mới" },
    merge: { partUnitIds: "Đơn vị chuyển một phần" },
    split: { unitId: "Đơn vị bị chia tách" },
    transfer: { unitId: "Đơn vị giao một phần", toUnitId: "Đơn vị nhận" },
    dissolve: {
      unitId: "Đơn vị giải thể",
      toUnitId: "Đơn vị nhận chính",
      partUnitIds: "Đơn vị nhận một phần",
    },
  } as Partial<Record<ChangeKind, Record<string, string>>>,
  errors: {
    "not-a-code": "Mã gồm đúng 5 chữ số, ví dụ 31150",
    "code-of-none": "00000 không phải là mã của đơn vị nào. Nhập mã trong danh mục đơn vị hành chính",
    "no-township": (_, day) =>
      `Thị trấn chỉ có đến hết ${formatDate(day)}. Chọn phường hoặc xã, hoặc sửa ngày hiệu lực`,
    "not-a-decimal": (label: string) => `${label} phải là số, ví dụ 12,5`,
    "not-a-point": "Ghi vĩ độ và kinh độ, ví dụ 10,0333; 105,7774",
    "too-far-ahead": "Ngày hiệu lực cách hôm nay không quá 5 năm",
    "before-decision": "Ngày hiệu lực không được trước ngày quyết định",
    "named-twice": named((unit) => `${unit} được chọn hai lần; mỗi đơn vị chỉ ở một vị trí trong thay đổi`),
    "too-few-units": "Chọn ít nhất hai đơn vị, trong đó ít nhất một đơn vị nhập toàn bộ",
    "too-few-successors": "Chia tách cần ít nhất hai đơn vị mới",
    "main-missing": "Chọn một đơn vị là phần còn lại để số liệu đã ghi có nơi tính",
    "main-twice": "Chỉ một đơn vị là phần còn lại; đang chọn nhiều hơn một",
    "share-of-one": "Chỉ ghi tỷ lệ khi có đúng một đơn vị chuyển một phần",
    "shares-over": "Tổng các tỷ lệ quá 100\u00a0%",
    "same-name": "Tên mới trùng tên đang dùng",
    "same-type": "Loại mới trùng loại đang dùng",
    "begins-that-day": ofUnit(
      (unit, day) =>
        `${unit} bắt đầu đúng ngày ${day}. Một đơn vị chỉ có một thay đổi trong một ngày: gộp vào cùng một thay đổi, hoặc hủy thay đổi kia rồi nhập lại`,
    ),
    "not-yet": ofUnit((unit, day) => `${unit} chỉ có từ ${day}. Ngày hiệu lực phải sau ngày đó`),
    ended: ofUnit(
      (unit, day) => `${unit} đã chấm dứt, đến hết ${day}. Chọn đơn vị đang có vào ngày hiệu lực`,
    ),
    "changes-that-day": ofUnit(
      (unit, day) =>
        `${unit} đã có thay đổi ngày ${day}. Hai thay đổi trong một ngày phải nhập thành một, hoặc hủy thay đổi kia rồi nhập lại`,
    ),
    "changes-later": ofUnit(
      (unit, day) =>
        `${unit} đã có thay đổi ngày ${day}. Hủy thay đổi đó trước, hoặc chọn đơn vị có từ ngày đó`,
    ),
    "code-taken": named((unit) => `Mã này là của ${unit || "đơn vị khác"} vào ngày hiệu lực hoặc sau đó`),
    "code-twice": named((code) => `Mã ${code} dùng cho hai đơn vị`),
    "name-twice": named((name) => `Hai đơn vị cùng tên ${name}`),
    "carried-on": "Đơn vị này vừa có thay đổi khác. Mở lại biểu mẫu để xem tình trạng mới",
    "lineage-overlaps":
      "Ngày hiệu lực không nối tiếp được với thời gian hoạt động của các đơn vị. Chọn ngày khác",
    "already-undone": "Thay đổi này đã được hủy",
    similar: "Vào ngày hiệu lực đã có đơn vị cùng tên. Xem lại trước khi tiếp tục",
    "in-use": "Chưa hủy được: còn dữ liệu gắn với đơn vị mới, xem danh sách dưới đây",
  } as Record<string, string | FieldSentence>,
};

const en: typeof vi = {
  title: "Changes of units",
  lead: "Each change follows a decision and takes effect on a day. What was recorded is not rewritten; totals by today's boundaries and officers' reach follow from that day.",
  open: "Changes of units",
  make: "Enter a change",
  chooseKind: "Choose the kind of change",
  kindHints: {
    create: "A unit with none before it in the register",
    rename: "Same boundaries, another name",
    retype: "A commune becomes a ward, a township a ward",
    merge: "Two or more become one, perhaps with a part of another",
    split: "One becomes several; one of them is the remainder",
    transfer: "A part of one goes to another, both remain",
    dissolve: "A unit ends, its area goes to units there are",
  },
  decisionGroup: "Decision and effect",
  unitsGroup: "Units",
  newGroup: {
    create: "The new unit",
    rename: "After the renaming",
    retype: "After the change of type",
    merge: "The unit after the merger",
    split: "The units after the split",
    transfer: "After the transfer",
    dissolve: "After the dissolution",
  },
  rowTitle: (row) => `Unit ${row}`,
  moreRows: "Add a third and fourth unit",
  moreRowsHint: "Leave empty when it is split in two.",
  sizes: "Area, population, place of the label",
  sizesHint: "Left empty, they are kept or added up from what is known; otherwise they stand as no data.",
  receiverAfter: "The receiver, after the change",
  giverAfter: "The giver, after the change",
  effectiveHint: "The first day of the new units; past or still to come.",
  codeHint: "5 digits. The code of a unit that ends with this change may be used again.",
  codeKeepHint: "5 digits. Leave empty to keep the present code.",
  codeSplitHint:
    "5 digits. Left empty, the remainder keeps the former code; the others need one of their own.",
  nameHint: "The name alone, without ward or commune.",
  shareHint: "Percent of the divided unit. Leave empty when unknown.",
  pointHint: "Latitude; longitude. Such as 10.0333; 105.7774",
  mainHint: "What was recorded for the divided unit counts for this one.",
  mainOf: (row) => `Unit ${row}`,
  mergeHint: "Units merged wholly; they end the day before.",
  partGiversHint: "Units that give only a part and go on.",
  partReceiversHint: "Units that receive a part, beside the main receiver.",
  mainReceiverHint: "What was recorded for the dissolved unit counts for this one.",
  people: "people",
  check: "Check the change",
  checkTitle: "Check before it is carried out",
  checkLead: "Nothing has changed yet. Look through what follows, then carry it out.",
  confirm: "Carry out the change",
  mend: "Change",
  notGiven: "Not given",
  kind: "Kind of change",
  decision: "Decision",
  decisionOf: (number, day) => `${number} of ${day}`,
  effective: "Takes effect",
  effectiveIs: {
    waiting: (day) => `${day}, still to come. Nothing changes before that day.`,
    "in-effect": (day) => day,
  },
  ended: "Ends",
  begun: "Begins",
  endedUntil: (day) => `until ${day}`,
  begunFrom: (day) => `from ${day}`,
  passages: "Passage",
  into: "into",
  area: "Area",
  population: "Population",
  passageOf: { whole: "wholly", unchanged: "unchanged", part: "a part", remainder: "the remainder" },
  share: (percent) => `${percent} of the area`,
  noData: "No data",
  figures: "Figures before and after",
  figuresLead: (day) =>
    `By today's boundaries, earlier units included. Sessions and attendances: all on record; points, awards, communes with a step, areas: in force on ${day}.`,
  before: "Before",
  after: "After",
  city: "Whole city",
  cityUnchanged: "The city's totals of what was recorded stay the same",
  cityDiffers: "The city's totals do not agree; this change cannot be carried out",
  counts: {
    sessions: "Outreach sessions",
    attendances: "Attendances",
    points: "Model points",
    awards: "Awards",
    communes: "Communes with a step",
    areas: "Residential areas",
  },
  unit: "Unit",
  effects: "What else it touches",
  officers: (count, from, to) => `${count} accounts of ${from} follow to ${to}`,
  noOfficers: "The units that end have no accounts",
  campaigns: (name, count) => `Open evaluation campaign “${name}”: ${count} points of these units`,
  indicators: (count) => `${count} points with indicators under way; the new units enter the next periods`,
  plans: (count, day) =>
    `${count} plans of sessions from ${day} stay written under the former unit; the new one sees and changes them`,
  templates: (count) => `${count} session templates of these units follow`,
  late: (count, what, day) =>
    `${count} ${what} dated ${day} or later stay written under the former unit and count for the new one by today's boundaries`,
  lateOf: {
    sessions: "outreach sessions",
    points: "model points",
    awards: "awards",
    rural: "rural standard recognitions",
    urban: "recognitions of urban civility",
    findings: "findings on criteria",
    safety: "records of the security standard",
    subjects: "subjects of the security standard",
    areas: "residential areas",
    facts: "facts of the unit's profile",
    posts: "posts of the unit's profile",
    nils: "nil declarations",
  },
  parts: (from, to) =>
    `The part of ${from} that goes to ${to}: what was recorded is not divided and counts for the remainder; both units carry a note`,
  stepsStay: (steps) =>
    `Steps of the rural standard stay with the communes they were granted to (${steps} communes in these units)`,
  ladder: (day, communes, standard, share) =>
    `The rural ladder of the communes of ${day}: ${communes} communes, ${standard} meet the standard, ${share}`,
  ladderSame: (day, communes, standard, share) =>
    `The rural ladder of the ${communes} communes of ${day} does not change: ${standard} meet the standard, ${share}`,
  communes: (day, communes, standard) =>
    `Communes in force on ${day}: ${communes}; with a recognition of their own as meeting the standard: ${standard}`,
  turned: (before, after) => (before === after ? before : `${before} → ${after}`),
  lacking: {
    area: (units, missing) =>
      `No area is entered for ${units}: the city's total is ${missing} km² short until it is`,
    population: (units, missing) =>
      `No population is entered for ${units}: the city's total is ${missing} people short until it is`,
  },
  nothingElse: "Nothing open is touched",
  listCount: "changes",
  allStates: "All",
  what: "Change",
  state: "State",
  emptyTitle: "No changes yet",
  emptyHint: "The rearrangement of 01/07/2025 stands in the lineage of each unit.",
  emptyStateHint: "Choose another state.",
  next: "Next page",
  first: "To the first page",
  saved: "Carried out",
  savedWaiting: "Entered, waiting for its day",
  madeBy: "Entered by",
  madeAt: (who, at) => `${who}, ${at}`,
  asMade: "Figures when it was carried out",
  undo: "Undo this change",
  undoConsequence:
    "The new units are removed and the former ones go on as before the change. The record of the change and the reason stay.",
  undoneTitle: (at, who) => `Undone ${at}, ${who}`,
  cannotUndo: "It cannot be undone yet: records hang on the new units",
  cannotUndoHint: "Move or delete these first. A later change is undone before this one.",
  dependent: (count, what, unit) => `${count} ${what} of ${unit}`,
  laterChange: (unit) => `${unit} has a later change`,
  codeHeld: (code, unit) => `Code ${code} now belongs to ${unit}`,
  somebody: "System",
  fields: {
    kind: "Kind of change",
    unitId: "Unit",
    toUnitId: "Receiving unit",
    unitIds: "Units merged wholly",
    partUnitIds: "Units concerned in part",
    main: "The remainder",
    ...rowFields((label, row) => (row === 1 ? label : `${label} (unit ${row})`), {
      name: "Name",
      type: "Type",
      code: "Code",
      share: "Share",
      area: "Area",
      population: "Population",
      point: "Place of the label",
    }),
    effectiveOn: "Takes effect on",
    decisionNumber: "Decision number",
    decisionDate: "Decision date",
    clause: "Article, clause",
    note: "Note",
    reason: "Reason",
    ended: "Ends",
    begun: "Begins",
  },
  kindFields: {
    rename: { unitId: "Unit to rename", name1: "New name" },
    retype: { unitId: "Unit to retype", type1: "New type", name1: "New name" },
    merge: { partUnitIds: "Units that give a part" },
    split: { unitId: "Unit to split" },
    transfer: { unitId: "Giving unit", toUnitId: "Receiving unit" },
    dissolve: {
      unitId: "Unit to dissolve",
      toUnitId: "Main receiver",
      partUnitIds: "Units that receive a part",
    },
  },
  errors: {
    "not-a-code": "A code has exactly 5 digits, such as 31150",
    "code-of-none": "00000 is no unit's code. Enter the code of the list of administrative units",
    "no-township": (_, day) =>
      `There were townships until ${formatDate(day)} only. Choose a ward or commune, or mend the day`,
    "not-a-decimal": (label: string) => `${label} must be a number, such as 12.5`,
    "not-a-point": "Enter latitude and longitude, such as 10.0333; 105.7774",
    "too-far-ahead": "It takes effect within 5 years from today",
    "before-decision": "It cannot take effect before the decision",
    "named-twice": named((unit) => `${unit} was chosen twice; a unit has one place in a change`),
    "too-few-units": "Choose at least two units, one of them wholly",
    "too-few-successors": "A split needs at least two new units",
    "main-missing": "Choose the unit that is the remainder, so that what was recorded has its place",
    "main-twice": "Only one unit is the remainder; more than one is chosen",
    "share-of-one": "A share is told only when exactly one unit gives a part",
    "shares-over": "The shares come to more than 100\u00a0%",
    "same-name": "The new name is the present one",
    "same-type": "The new type is the present one",
    "begins-that-day": ofUnit(
      (unit, day) =>
        `${unit} begins on ${day} itself. A unit changes once a day: enter both as one change, or undo the other one and enter it anew`,
    ),
    "not-yet": ofUnit(
      (unit, day) => `${unit} exists from ${day} only. The change must take effect after that day`,
    ),
    ended: ofUnit((unit, day) => `${unit} ended on ${day}. Choose a unit that exists on the day of effect`),
    "changes-that-day": ofUnit(
      (unit, day) =>
        `${unit} already changes on ${day}. Two changes on one day are entered as one; or undo the other one and enter it anew`,
    ),
    "changes-later": ofUnit(
      (unit, day) =>
        `${unit} already changes on ${day}. Undo that change first, or choose the unit there is from that day`,
    ),
    "code-taken": named((unit) => `This code belongs to ${unit || "another unit"} on that day or later`),
    "code-twice": named((code) => `Code ${code} is used for two units`),
    "name-twice": named((name) => `Two units have the name ${name}`),
    "carried-on": "This unit has just changed otherwise. Open the form again to see how it stands",
    "lineage-overlaps": "That day does not join the days of the units. Choose another day",
    "already-undone": "This change was undone already",
    similar: "A unit of the same name exists on that day. Look before you go on",
    "in-use": "It cannot be undone: records hang on the new units, see the list below",
  },
};

const shown = (locale: Locale) => ({
  show: (field: string, value: unknown) =>
    field === "kind" ? (changeKindWords[locale][value as ChangeKind] ?? String(value)) : String(value ?? "–"),
});

export const changeWords = {
  vi: { ...vi, ...shown("vi") },
  en: { ...en, ...shown("en") },
} satisfies Words<typeof vi>;

type Named = { fullName: string };

/** A change in one line: "Xã A, Xã B → Xã C"; a unit made of nothing stands alone. */
export function summaryOf({ ended, begun }: { ended: readonly Named[]; begun: readonly Named[] }): string {
  const names = (units: readonly Named[]) => units.map(({ fullName }) => fullName).join(", ");
  return ended.length > 0 ? `${names(ended)} → ${names(begun)}` : names(begun);
}

/** A field as its kind of change calls it. */
export const fieldLabels = (kind: ChangeKind, locale: Locale): Record<string, string> => ({
  ...changeWords[locale].fields,
  ...changeWords[locale].kindFields[kind],
});
