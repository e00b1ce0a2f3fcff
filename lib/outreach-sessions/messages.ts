import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import type { Guidance, Language } from "./catalog";

export const channelWords: Words<Record<Channel, string>> = {
  vi: {
    meeting: "Tuyên truyền trực tiếp",
    door_to_door: "Đến từng nhà",
    festival: "Ngày hội",
    other: "Hình thức khác",
    loudspeaker: "Loa truyền thanh",
    loudspeaker_car: "Xe loa lưu động",
    leaflet: "Tờ rơi",
    post: "Tin, bài",
  },
  en: {
    meeting: "Meeting",
    door_to_door: "Door to door",
    festival: "Festival day",
    other: "Other gathering",
    loudspeaker: "Loudspeaker",
    loudspeaker_car: "Loudspeaker car",
    leaflet: "Leaflets",
    post: "News or posts",
  },
};

/** What one of a channel's quantity is called (T8). */
export const channelUnitWords: Words<Record<Channel, string>> = {
  vi: {
    meeting: "lượt người",
    door_to_door: "lượt người",
    festival: "lượt người",
    other: "lượt người",
    loudspeaker: "lượt phát",
    loudspeaker_car: "lượt xe",
    leaflet: "tờ",
    post: "tin, bài",
  },
  en: {
    meeting: "attendances",
    door_to_door: "attendances",
    festival: "attendances",
    other: "attendances",
    loudspeaker: "rounds",
    loudspeaker_car: "car rounds",
    leaflet: "leaflets",
    post: "posts",
  },
};

export const qualifierWords: Words<Record<Qualifier, string>> = {
  vi: { exact: "Đúng", at_least: "Hơn", about: "Khoảng" },
  en: { exact: "Exactly", at_least: "More than", about: "About" },
};

export const languageWords: Words<Record<Language, string>> = {
  vi: { kinh: "Tiếng Việt", khmer: "Tiếng Khmer", hoa: "Tiếng Hoa" },
  en: { kinh: "Vietnamese", khmer: "Khmer", hoa: "Chinese" },
};

/** What one of each kind of guidance is called. */
export const guidanceUnitWords: Words<Record<Guidance, string>> = {
  vi: { vneid: "lượt", levelTwo: "lượt", onlineService: "lượt", weapons: "món", pledges: "bản" },
  en: { vneid: "times", levelTwo: "times", onlineService: "times", weapons: "pieces", pledges: "pledges" },
};

/** The field of a session that counts each kind of guidance. */
export const guidanceFields = {
  vneid: "vneidGuided",
  levelTwo: "levelTwoGuided",
  onlineService: "onlineServiceGuided",
  weapons: "weaponsHandedIn",
  pledges: "pledges",
} as const satisfies Record<Guidance, string>;

const vi = {
  title: "Cuộc tuyên truyền",
  views: { label: "Cách xem", list: "Danh sách", calendar: "Lịch", totals: "Tổng hợp" },
  log: "Ghi nhận cuộc tuyên truyền",
  edit: "Sửa cuộc tuyên truyền",
  remove: "Xóa cuộc này",
  removed: "Đã xóa cuộc tuyên truyền",
  saved: "Đã lưu",
  save: "Lưu cuộc tuyên truyền",
  saveEdit: "Lưu thay đổi",
  consequence: "Cuộc này ra khỏi danh sách và mọi tổng số. Nội dung và lý do xóa còn trong nhật ký.",
  when: "Thời gian và địa điểm",
  what: "Hình thức và chủ đề",
  howMany: "Số lượng",
  guidance: "Hướng dẫn và vận động",
  guidanceHint: "Để trống mục không có",
  attendanceHint: "Chỉ nhập khi có người dự trực tiếp",
  quantityHint: "Chỉ nhập cho loa, xe loa, tờ rơi, tin bài",
  prefilled: "Địa điểm, hình thức, người trình bày lấy theo cuộc gần nhất",
  start: "Bắt đầu từ",
  repeatLast: "Lặp lại cuộc gần nhất",
  fromPlan: "Theo kế hoạch",
  more: "Thêm chi tiết",
  moreHint: "Tên cuộc, người trình bày, đối tượng, ngôn ngữ, phối hợp, mô hình, hướng dẫn, ghi chú",
  about: "Nội dung và đối tượng",
  together: "Đơn vị phối hợp",
  togetherHint: "Đơn vị chủ trì ghi một lần; đơn vị phối hợp thấy cuộc này, không ghi lại",
  linked: "Gắn với",
  chosenPoint: "Điểm đã chọn",
  pointsOf: "Điểm mô hình của đơn vị",
  showPoints: "Xem điểm của đơn vị này",
  linkedSessions: "Cuộc tuyên truyền liên quan",
  linkedLatest: (from: string) => `Từ ${from}, mới nhất trước`,
  linkedAll: "Mở cả danh sách",
  linkedNone: "Chưa có cuộc tuyên truyền nào liên quan",
  linkedNoneHint: "Khi ghi một cuộc tuyên truyền, chọn điểm ở mục Gắn với.",
  files: "Ảnh và tệp",
  joint: "Phối hợp",
  jointNote: "Đơn vị chủ trì là đơn vị ghi cuộc này; ở đây chỉ xem",
  jointCount: "Phối hợp",
  jointDefinition:
    "Số cuộc do đơn vị khác chủ trì mà đơn vị này phối hợp. Đã tính ở đơn vị chủ trì, không cộng vào tổng.",
  kindJoint: "Phối hợp",
  viewUnit: "lượt xem",
  host: "Chủ trì",
  sessions: "Số cuộc",
  attendances: "Lượt người dự",
  sessionUnit: "cuộc",
  attendanceUnit: "lượt người",
  sessionsDefinition:
    "Số cuộc tuyên truyền có người dự trực tiếp (trực tiếp, đến từng nhà, ngày hội, khác) trong kỳ. Loa, xe loa, tờ rơi, tin bài tính riêng.",
  attendancesDefinition:
    "Tổng lượt người dự các cuộc tuyên truyền trong kỳ. Một người dự hai cuộc là hai lượt; không phải số người.",
  broadcastDefinition:
    "Tổng theo đơn vị tính riêng của hình thức này trong kỳ. Không cộng với hình thức khác, không tính vào lượt người dự.",
  guidedDefinition: "Tổng ghi tại các cuộc có người dự trong kỳ. Mỗi loại tính riêng, không cộng với nhau.",
  times: (count: number) => `${formatNumber(count, "vi")} lần`,
  source: "Cuộc tuyên truyền do công an cấp xã và thành phố ghi nhận",
  recordedBy: "Người ghi",
  recordedAt: "Lúc ghi",
  byChannel: "Theo hình thức",
  byTopic: "Theo chủ đề",
  topicNote: "Một cuộc có hai chủ đề tính một lần ở tổng, mỗi chủ đề một lần ở đây",
  kind: "Cách tính",
  kindGathering: "Có người dự",
  kindBroadcast: "Loa, tờ rơi, tin bài",
  search: "Tìm địa điểm, ghi chú",
  emptyTitle: "Chưa có cuộc tuyên truyền nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc chọn kỳ khác",
  all: "Tất cả",
  none: "Chưa cung cấp",
  guided: "Được hướng dẫn",
  city: "Công an thành phố",
  back: "Cuộc tuyên truyền này",
  open: "Mở",
  changed: "Sửa lần cuối",
  editAction: "Sửa",
  removedHint: "Nội dung và lý do xóa còn trong nhật ký thao tác.",
};

/** A stored value as the screen says it, when two editions are compared. */
const shows =
  (locale: Locale) =>
  (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (field === "channel") return channelWords[locale][value as Channel];
    if (field === "attendanceQualifier") return qualifierWords[locale][value as Qualifier];
    if (field === "heldOn") return formatDate(String(value));
    if (field === "languages")
      return (value as Language[]).map((language) => languageWords[locale][language]).join(", ") || "–";
    return typeof value === "number" ? formatNumber(value, locale) : String(value);
  };

/** A partner of another day by its name, with what there was instead; the plain sentence where nothing names it. */
const partnerNotThen =
  (plain: string, say: (unit: string, offered: string) => string): FieldSentence =>
  (_, argument) => {
    const [unit, offered = ""] = argument.split("|");
    return unit ? say(unit, offered) : plain;
  };

export const outreachWords = {
  vi: {
    ...vi,
    show: shows("vi"),
    fields: {
      unitId: "Đơn vị",
      heldOn: "Ngày",
      place: "Địa điểm",
      channel: "Hình thức",
      topics: "Chủ đề",
      attendance: "Số lượt dự",
      attendanceQualifier: "Mức chính xác",
      quantity: "Số lượng phát, tờ, tin bài",
      vneidGuided: "Cài đặt VNeID",
      levelTwoGuided: "Định danh mức 2",
      onlineServiceGuided: "Dịch vụ công trực tuyến",
      weaponsHandedIn: "Vũ khí giao nộp",
      pledges: "Ký cam kết",
      title: "Tên cuộc",
      presenters: "Người trình bày",
      languages: "Ngôn ngữ",
      audiences: "Đối tượng",
      views: "Lượt xem",
      coUnitIds: "Đơn vị phối hợp",
      coAgencies: "Cơ quan, đoàn thể phối hợp",
      pointIds: "Điểm mô hình",
      event: "Sự kiện",
      directives: "Chỉ đạo",
      planId: "Kế hoạch",
      note: "Ghi chú",
      reason: "Lý do xóa",
    },
    errors: {
      "attendance.not-a-number": "Số lượt dự phải là số, ví dụ 35",
      "attendance.required": "Nhập số lượt dự của cuộc này",
      "quantity.required": "Nhập số lượt phát, lượt xe, tờ hoặc tin bài",
      "attendance.not-of-this-channel": "Hình thức này không tính lượt dự; xóa số lượt dự hoặc đổi hình thức",
      "quantity.not-of-this-channel":
        "Hình thức này tính bằng lượt dự; xóa số lượng phát, tờ, tin bài hoặc đổi hình thức",
      "views.not-of-this-channel": "Lượt xem chỉ tính cho tin, bài; xóa lượt xem hoặc đổi hình thức",
      "coUnitIds.host-among": "Đơn vị chủ trì không chọn lại ở đơn vị phối hợp",
      "coUnitIds.unit-not-then": partnerNotThen(
        "Có đơn vị phối hợp chưa có hoặc không còn vào ngày này; bỏ đơn vị đó hoặc sửa ngày",
        (unit, offered) =>
          offered
            ? `Ngày này không có ${unit}; ngày đó là ${offered}`
            : `Ngày này không có ${unit}; bỏ đơn vị đó hoặc sửa ngày`,
      ),
      "planId.plan-gone": "Kế hoạch này đã được ghi nhận hoặc đã hủy; mở lịch để xem",
      "not-found": "Cuộc này đã bị xóa hoặc không thuộc đơn vị của đồng chí; xem danh sách trước khi ghi lại",
      similar: "Có cuộc gần giống cùng đơn vị, cùng ngày. Xem lại; nếu là cuộc khác thì lưu",
      "topics.required": "Chọn ít nhất một chủ đề",
      "channel.required": "Chọn hình thức",
      "unitId.required": "Chọn đơn vị",
      "heldOn.in-the-future": "Ngày này chưa tới; chỉ ghi cuộc đã tổ chức",
    },
  },
  en: {
    title: "Outreach sessions",
    views: { label: "Views", list: "List", calendar: "Calendar", totals: "Totals" },
    log: "Log an outreach session",
    edit: "Edit the session",
    remove: "Delete this session",
    removed: "The session was deleted",
    saved: "Saved",
    save: "Save the session",
    saveEdit: "Save changes",
    consequence:
      "The session leaves the list and every total. Its content and your reason stay in the audit log.",
    when: "When and where",
    what: "Channel and topics",
    howMany: "How many",
    guidance: "Guidance and pledges",
    guidanceHint: "Leave empty what did not happen",
    attendanceHint: "Only where people attended in person",
    quantityHint: "Only for loudspeakers, leaflets and posts",
    prefilled: "Place, channel and presenters are taken from your last session",
    start: "Start from",
    repeatLast: "The last session again",
    fromPlan: "As planned",
    more: "More details",
    moreHint: "Title, presenters, audiences, languages, partners, models, guidance, note",
    about: "Content and audience",
    together: "Held together with",
    togetherHint: "The host logs it once; partners see it and do not log it again",
    linked: "Linked to",
    chosenPoint: "A point chosen before",
    pointsOf: "Model points of the unit",
    showPoints: "Show this unit's points",
    linkedSessions: "Linked sessions",
    linkedLatest: (from: string) => `Since ${from}, latest first`,
    linkedAll: "Open the whole list",
    linkedNone: "No linked session yet",
    linkedNoneHint: "When a session is logged, choose the point under Linked to.",
    files: "Photos and files",
    joint: "Joint",
    jointNote: "The host logged this session; here it can only be read",
    jointCount: "Joint",
    jointDefinition:
      "Sessions hosted by another unit in which this one took part. They count with the host and are not added here.",
    kindJoint: "Joint",
    viewUnit: "views",
    host: "Host",
    sessions: "Sessions",
    attendances: "Attendances",
    sessionUnit: "sessions",
    attendanceUnit: "attendances",
    sessionsDefinition:
      "Outreach sessions with people present (meeting, door to door, festival, other) in the period. Loudspeakers, leaflets and posts are counted apart.",
    attendancesDefinition:
      "Attendances at the period's sessions. Somebody at two sessions counts twice: not a number of people.",
    broadcastDefinition:
      "The sum in this channel's own unit over the period. Never added to another channel, nor to attendances.",
    guidedDefinition: "The sum logged at the period's sessions. Each kind counts by itself.",
    times: (count: number) => `${formatNumber(count, "en")} ${count === 1 ? "time" : "times"}`,
    source: "Outreach sessions logged by ward and city police",
    recordedBy: "Logged by",
    recordedAt: "Logged at",
    byChannel: "By channel",
    byTopic: "By topic",
    topicNote: "A session with two topics counts once in the total and once under each topic here",
    kind: "Counted as",
    kindGathering: "With people present",
    kindBroadcast: "Loudspeakers, leaflets, posts",
    search: "Find a place or note",
    emptyTitle: "No session matches these filters",
    emptyHint: "Remove a filter or choose another period",
    all: "All",
    none: "Not given",
    guided: "Guided",
    city: "City police",
    show: shows("en"),
    back: "This session",
    open: "Open",
    changed: "Last changed",
    editAction: "Edit",
    removedHint: "Its content and your reason are in the audit log.",
    fields: {
      unitId: "Unit",
      heldOn: "Day",
      place: "Place",
      channel: "Channel",
      topics: "Topics",
      attendance: "Attendances",
      attendanceQualifier: "How exact",
      quantity: "Rounds, leaflets or posts",
      vneidGuided: "VNeID set up",
      levelTwoGuided: "Level-2 identification",
      onlineServiceGuided: "Online public services",
      weaponsHandedIn: "Weapons handed in",
      pledges: "Pledges signed",
      title: "Title",
      presenters: "Presenters",
      languages: "Languages",
      audiences: "Audiences",
      views: "Views",
      coUnitIds: "Units that took part",
      coAgencies: "Agencies and unions that took part",
      pointIds: "Model points",
      event: "Event",
      directives: "Directives",
      planId: "Plan",
      note: "Note",
      reason: "Reason for deleting",
    },
    errors: {
      "attendance.not-a-number": "Attendances must be a number, such as 35",
      "attendance.required": "Enter this session's attendances",
      "quantity.required": "Enter the rounds, leaflets or posts",
      "attendance.not-of-this-channel": "This channel has no attendances; clear them or change the channel",
      "quantity.not-of-this-channel":
        "This channel is counted in attendances; clear the rounds, leaflets or posts, or change the channel",
      "views.not-of-this-channel": "Only posts have views; clear them or change the channel",
      "coUnitIds.host-among": "The host is not chosen again among its partners",
      "coUnitIds.unit-not-then": partnerNotThen(
        "A partner did not exist on this day; leave it out or change the day",
        (unit, offered) =>
          offered
            ? `There was no ${unit} on this day; then it was ${offered}`
            : `There was no ${unit} on this day; leave it out or change the day`,
      ),
      "planId.plan-gone": "This plan was held or cancelled already; look in the calendar",
      "not-found": "This session was deleted or is not your unit's; look in the list before you log it again",
      similar: "A session much like this one stands for the same unit and day. Look; save if it is another",
      "topics.required": "Choose at least one topic",
      "channel.required": "Choose a channel",
      "unitId.required": "Choose a unit",
      "heldOn.in-the-future": "That day has not come; log only sessions that were held",
    },
  },
} satisfies Words<
  typeof vi & {
    show: ReturnType<typeof shows>;
    fields: Record<string, string>;
    errors: Record<string, string | FieldSentence>;
  }
>;
