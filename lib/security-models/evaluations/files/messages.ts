import { attachmentWords } from "@/lib/core/attachment-words";
import type { FormWords } from "@/lib/core/refusal";

const { vi, en } = attachmentWords;

export const evaluationFileWords: FormWords = {
  vi: {
    fields: { ...vi.fields, evaluationId: "Phiếu đánh giá", reason: "Lý do" },
    errors: {
      ...vi.errors,
      "sheet-confirmed": "Thành phố đã xác nhận phiếu này nên tệp căn cứ giữ nguyên",
      "campaign-closed": "Đợt xếp loại đã đóng nên tệp căn cứ giữ nguyên",
    },
  },
  en: {
    fields: { ...en.fields, evaluationId: "Score sheet", reason: "Reason" },
    errors: {
      ...en.errors,
      "sheet-confirmed": "The city has confirmed this sheet, so its files stay as they are",
      "campaign-closed": "The campaign is closed, so its files stay as they are",
    },
  },
};
