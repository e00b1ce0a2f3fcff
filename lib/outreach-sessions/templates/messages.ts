import type { Locale, Words } from "@/lib/core/locale";
import type { Channel } from "@/prisma/client/enums";
import type { Language } from "../catalog";
import { channelWords, languageWords } from "../messages";

const shows =
  (locale: Locale) =>
  (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (field === "channel") return channelWords[locale][value as Channel];
    if (field === "languages")
      return (
        [value]
          .flat()
          .map((language) => languageWords[locale][language as Language])
          .join(", ") || "–"
      );
    return String(value);
  };

const vi = {
  title: "Mẫu cuộc tuyên truyền",
  lead: "Mỗi mẫu là một điểm bắt đầu trên biểu mẫu ghi nhận",
  manage: "Quản lý mẫu",
  keep: "Lưu làm mẫu",
  keepHint: "Lần sau bắt đầu từ mẫu này, chỉ nhập ngày và số lượt",
  keepForCity: "Mẫu của thành phố dùng cho mọi đơn vị",
  add: "Thêm mẫu",
  save: "Lưu mẫu",
  saved: "Đã lưu mẫu",
  remove: "Bỏ mẫu",
  removed: "Đã bỏ mẫu",
  removedHint: "Các cuộc đã ghi theo mẫu này giữ nguyên.",
  consequence: (name: string) =>
    `Mẫu “${name}” không còn trên biểu mẫu ghi nhận. Các cuộc đã ghi theo mẫu giữ nguyên.`,
  ofCity: "Của thành phố",
  owner: "Dùng cho",
  anyPlace: "Theo cuộc gần nhất",
  emptyTitle: "Chưa có mẫu nào",
  emptyHint: "Mở một cuộc đã ghi rồi chọn Lưu làm mẫu, hoặc thêm mẫu ở dưới.",
  use: "Ghi nhận theo mẫu này",
};

export const templateWords = {
  vi: {
    ...vi,
    show: shows("vi"),
    fields: {
      name: "Tên mẫu",
      keepPlace: "Giữ cả địa điểm",
      place: "Địa điểm",
      channel: "Hình thức",
      topics: "Chủ đề",
      audiences: "Đối tượng",
      languages: "Ngôn ngữ",
      presenters: "Người trình bày",
      sessionId: "Cuộc tuyên truyền",
      unitId: "Đơn vị",
      reason: "Lý do bỏ mẫu",
    },
    errors: {
      "topics.required": "Chọn ít nhất một chủ đề",
      "channel.required": "Chọn hình thức",
    },
  },
  en: {
    title: "Session templates",
    lead: "Each one is a start on the form of a new session",
    manage: "Manage templates",
    keep: "Keep as a template",
    keepHint: "Next time start from it and enter only the day and the count",
    keepForCity: "The city's templates are for every unit",
    add: "Add a template",
    save: "Save the template",
    saved: "The template was saved",
    remove: "Remove the template",
    removed: "The template was removed",
    removedHint: "Sessions logged from it stay as they are.",
    consequence: (name: string) =>
      `The template “${name}” leaves the form of new sessions. Sessions logged from it stay as they are.`,
    ofCity: "The city's",
    owner: "For",
    anyPlace: "As in the last session",
    emptyTitle: "There are no templates yet",
    emptyHint: "Open a logged session and keep it as a template, or add one below.",
    use: "Log a session from it",
    show: shows("en"),
    fields: {
      name: "Name",
      keepPlace: "Keep the place too",
      place: "Place",
      channel: "Channel",
      topics: "Topics",
      audiences: "Audiences",
      languages: "Languages",
      presenters: "Presenters",
      sessionId: "Session",
      unitId: "Unit",
      reason: "Reason for removing",
    },
    errors: {
      "topics.required": "Choose at least one topic",
      "channel.required": "Choose a channel",
    },
  },
} satisfies Words<
  typeof vi & {
    show: ReturnType<typeof shows>;
    fields: Record<string, string>;
    errors: Record<string, string>;
  }
>;
