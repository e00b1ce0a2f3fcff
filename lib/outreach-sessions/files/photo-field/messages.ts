import type { Words } from "@/lib/core/locale";

type PhotoFieldWords = {
  label: string;
  take: string;
  hint: string;
  working: string;
  remove: (name: string) => string;
  full: (name: string) => string;
  heic: (name: string) => string;
  unreadable: (name: string) => string;
};

/** Photos chosen while a session is logged, before anything is sent. */
export const photoFieldWords: Words<PhotoFieldWords> = {
  vi: {
    label: "Ảnh",
    take: "Chụp hoặc chọn ảnh",
    hint: "Nhiều nhất 6 ảnh, thu nhỏ ngay trên máy",
    working: "Đang thu nhỏ ảnh…",
    remove: (name) => `Bỏ ${name}`,
    full: (name) => `${name}: một cuộc nhiều nhất 6 ảnh, ảnh này chưa nhận`,
    heic: (name) =>
      `${name}: ảnh HEIC của iPhone. Chọn “Tương thích nhất” trong cài đặt Camera, hoặc gửi JPEG`,
    unreadable: (name) => `${name}: máy không đọc được ảnh này. Chọn ảnh JPEG, PNG hoặc WebP`,
  },
  en: {
    label: "Photos",
    take: "Take or choose photos",
    hint: "6 photos at most, made small on this device",
    working: "Making the photos smaller…",
    remove: (name) => `Leave out ${name}`,
    full: (name) => `${name}: 6 photos a session at most; this one was not taken`,
    heic: (name) =>
      `${name}: HEIC photo of an iPhone. Choose “Most Compatible” in the Camera settings, or send a JPEG`,
    unreadable: (name) => `${name}: this device cannot read it. Choose a JPEG, PNG or WebP`,
  },
};
