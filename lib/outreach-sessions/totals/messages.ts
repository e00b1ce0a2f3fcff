import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { Span, UnitState } from "./rules";

const dates = ({ from, to }: Span) => `${formatDate(from)}–${formatDate(to)}`;

const vi = {
  title: "Tổng hợp tuyên truyền",
  figures: "Số liệu chung",
  gatheringsTotal: "Cộng các cuộc có người dự",
  channels: "Theo hình thức",
  mostChannel: (channel: string, share: string) => `Nhiều nhất: ${channel}, ${share} số cuộc`,
  broadcasts: "Loa, tờ rơi, tin bài",
  broadcastsNote: "Mỗi hình thức có đơn vị tính riêng, không cộng với nhau và không cộng vào lượt người dự",
  broadcast: "Hình thức",
  quantity: "Số lượng",
  times: "Số lần",
  views: "Lượt xem",
  topics: "Theo chủ đề",
  topic: "Chủ đề",
  topicNote:
    "Cuộc có hai chủ đề tính đủ số cuộc, số lượt dự ở cả hai: các dòng chồng lên nhau, không cộng lại thành tổng.",
  audiences: "Theo đối tượng",
  audience: "Đối tượng",
  audienceNote:
    "Cuộc có hai đối tượng tính đủ số cuộc, số lượt dự ở cả hai: các dòng không cộng lại thành tổng.",
  languages: "Theo ngôn ngữ",
  language: "Ngôn ngữ",
  languageNote:
    "Cuộc dùng hai thứ tiếng tính đủ số cuộc, số lượt dự ở cả hai: các dòng không cộng lại thành tổng.",
  most: (name: string, count: string) => `Nhiều nhất: ${name}, ${count} cuộc.`,
  guidance: "Hướng dẫn và vận động tại các cuộc",
  guidanceNote: "Ghi tại các cuộc có người dự; mỗi loại tính riêng, không cộng với nhau",
  guidanceKind: "Nội dung",
  units: "Theo đơn vị",
  unit: "Đơn vị",
  jointColumn: "Phối hợp",
  state: "Tình trạng",
  unitsFinding: (first: string, nil: string, none: string) =>
    [first, nil !== "0" && `${nil} đơn vị không phát sinh`, none !== "0" && `${none} đơn vị chưa có số liệu`]
      .filter(Boolean)
      .join("; "),
  mostUnit: (unit: string, count: string) => `Nhiều nhất: ${unit}, ${count} cuộc`,
  jointNote: "Cột phối hợp đếm cuộc do đơn vị khác chủ trì, không cộng vào tổng.",
  onlyBroadcasts: "Chỉ có loa, tờ rơi, tin bài",
  none: "Kỳ này chưa có số liệu",
  nowTo: (day: string) => `Đến ${formatDate(day)}`,
  previous: "Kỳ trước",
  lastYear: "Cùng kỳ",
  onPrevious: "So kỳ trước",
  onLastYear: "So cùng kỳ",
  change: "so với cùng kỳ",
  changeTo: (day: string) => `so với cùng kỳ (tính đến ${formatDate(day)})`,
  nothingBefore: "cùng kỳ chưa có số liệu",
  spans: (previous: Span | undefined, lastYear: Span) =>
    previous
      ? `Kỳ trước: ${dates(previous)}. Cùng kỳ: ${dates(lastYear)}.`
      : `Kỳ trước cũng là cùng kỳ: ${dates(lastYear)}.`,
  running: (day: string) => `Kỳ chưa hết: mức tăng, giảm chỉ tính phần đến ${formatDate(day)}.`,
  notStarted: "Kỳ chưa đủ nửa tháng để so sánh.",
  source: (source: string, day: string) => `Nguồn: ${source}. Số liệu đến ${formatDate(day)}.`,
};

export const totalsWords: Words<typeof vi> = {
  vi,
  en: {
    title: "Outreach totals",
    figures: "Totals",
    gatheringsTotal: "All with people present",
    channels: "By channel",
    mostChannel: (channel, share) => `Most: ${channel}, ${share} of the sessions`,
    broadcasts: "Loudspeakers, leaflets, posts",
    broadcastsNote: "Each has a unit of its own; they are not added to one another, nor to attendances",
    broadcast: "Channel",
    quantity: "Quantity",
    times: "Times",
    views: "Views",
    topics: "By topic",
    topic: "Topic",
    topicNote:
      "A session with two topics counts whole under both, attendances too: the lines overlap and do not add up to the total.",
    audiences: "By audience",
    audience: "Audience",
    audienceNote:
      "A session with two audiences counts whole under both, attendances too: the lines do not add up to the total.",
    languages: "By language",
    language: "Language",
    languageNote:
      "A session in two languages counts whole under both, attendances too: the lines do not add up to the total.",
    most: (name, count) => `Most: ${name}, ${count} sessions.`,
    guidance: "Guidance and pledges at the sessions",
    guidanceNote: "Logged at sessions with people present; each kind by itself, never added",
    guidanceKind: "Kind",
    units: "By unit",
    unit: "Unit",
    jointColumn: "Joint",
    state: "State",
    unitsFinding: (first, nil, none) =>
      [first, nil !== "0" && `${nil} declared nil`, none !== "0" && `${none} without data`]
        .filter(Boolean)
        .join("; "),
    mostUnit: (unit, count) => `Most: ${unit}, ${count} sessions`,
    jointNote: "The joint column counts sessions hosted by another unit; they are in no total here.",
    onlyBroadcasts: "Only loudspeakers, leaflets, posts",
    none: "No data for this period",
    nowTo: (day) => `To ${formatDate(day)}`,
    previous: "Previous",
    lastYear: "Last year",
    onPrevious: "On previous",
    onLastYear: "On last year",
    change: "on the same period last year",
    changeTo: (day) => `on the same period last year (to ${formatDate(day)})`,
    nothingBefore: "no data for the same period last year",
    spans: (previous, lastYear) =>
      previous
        ? `Previous period: ${dates(previous)}. Same period last year: ${dates(lastYear)}.`
        : `The previous period is the same period last year: ${dates(lastYear)}.`,
    running: (day) => `The period still runs: changes count only what is over, to ${formatDate(day)}.`,
    notStarted: "Less than half a month is over: nothing to compare yet.",
    source: (source, day) => `Source: ${source}. As of ${formatDate(day)}.`,
  },
};

export const stateWords: Words<Record<UnitState, string>> = {
  vi: { counted: "Có số liệu", nil: "Không phát sinh", none: "Chưa có số liệu" },
  en: { counted: "Logged", nil: "Nil", none: "No data yet" },
};
