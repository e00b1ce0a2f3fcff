import { attachmentWords } from "@/lib/core/attachment-words";
import type { FormWords } from "@/lib/core/refusal";

const { vi, en } = attachmentWords;

export const fileWords: FormWords = {
  vi: { ...vi, fields: { ...vi.fields, sessionId: "Cuộc tuyên truyền" } },
  en: { ...en, fields: { ...en.fields, sessionId: "Session" } },
};
