import { attachmentWords } from "@/lib/core/attachment-words";
import type { Words } from "@/lib/core/locale";
import type { FormWords } from "@/lib/core/refusal";

const { vi, en } = attachmentWords;

export const pointFileWords: FormWords = {
  vi: { ...vi, fields: { ...vi.fields, pointId: "Điểm mô hình", reason: "Lý do" } },
  en: { ...en, fields: { ...en.fields, pointId: "Point", reason: "Reason" } },
};

type StripWords = {
  title: string;
  latest: (shown: number, all: number) => string;
  none: string;
  noneHint: string;
};

/** The photos of a model's points on the model's page. */
export const photoStripWords: Words<StripWords> = {
  vi: {
    title: "Ảnh từ các điểm",
    latest: (shown, all) => `${shown} ảnh mới nhất trong ${all} ảnh`,
    none: "Chưa có ảnh của điểm nào",
    noneHint: "Ảnh được thêm ở trang của từng điểm.",
  },
  en: {
    title: "Photos from its points",
    latest: (shown, all) => `The latest ${shown} of ${all} photos`,
    none: "No point has a photo yet",
    noneHint: "Photos are added on the page of each point.",
  },
};
