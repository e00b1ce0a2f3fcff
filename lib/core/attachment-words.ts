import type { Locale, Words } from "./locale";
import type { FieldSentence } from "./messages";

const vi = {
  title: "Ảnh và tệp",
  photos: "Ảnh",
  documents: "Tài liệu",
  none: "Chưa có ảnh, tệp nào",
  add: "Thêm ảnh, tệp",
  chooseHint: "Ảnh JPEG, PNG, WebP, nhiều nhất 6. PDF, Word, Excel, PowerPoint, nhiều nhất 4, mỗi tệp 10 MB",
  privacy: "Không gửi ảnh giấy tờ tùy thân, hồ sơ vụ việc. Vị trí chụp trong ảnh được xóa khi lưu.",
  send: "Gửi ảnh, tệp",
  full: "Đã đủ 6 ảnh và 4 tài liệu. Gỡ bớt để thêm tệp khác",
  remove: (name: string) => `Gỡ ${name}`,
  removeConfirm: "Gỡ tệp này",
  consequence: (name: string) => `${name} bị xóa hẳn, không lấy lại được. Nhật ký còn ghi tên tệp.`,
  removed: "Đã gỡ tệp",
  added: (count: number) => `Đã thêm ${count} tệp`,
  refused: "Có tệp chưa nhận",
  held: "Đang chờ quét mã độc",
  heldHint: "Máy quét mã độc chưa trả lời. Tệp đã lưu, mở lại sau ít phút.",
};

type FileWords = typeof vi & { fields: Record<string, string>; errors: Record<string, string> };

/** What is said of photos and documents, whatever record they hang on. */
export const attachmentWords: Words<FileWords> = {
  vi: {
    ...vi,
    fields: { file: "Ảnh, tệp", name: "Tên tệp", id: "Mã tệp" },
    errors: {
      "file.required": "Chọn ảnh hoặc tệp để gửi",
      "too-large": "Gửi quá nhiều một lần. Gửi từng ảnh, tệp một; ảnh đến 12 MB, tài liệu đến 10 MB",
      "too-many": "Đã gửi quá nhiều tệp trong một giờ. Đợi rồi gửi tiếp",
      empty: "Tệp này rỗng. Chọn lại tệp",
      torn: "Đường truyền ngắt giữa chừng, chưa nhận được tệp. Gửi lại",
      damaged: "Tệp này bị hỏng, không đọc được. Mở thử trên máy rồi lưu lại bản khác",
      "too-many-pixels": "Ảnh quá lớn, nhiều hơn 50 triệu điểm ảnh. Thu nhỏ rồi gửi lại",
      "photo-too-large": "Ảnh nặng hơn 12 MB. Thu nhỏ rồi gửi lại",
      "document-too-large": "Tài liệu nặng hơn 10 MB. Chia nhỏ hoặc nén ảnh trong tài liệu rồi gửi lại",
      "photos-full": "Đã có 6 ảnh. Gỡ bớt một ảnh rồi gửi lại",
      "documents-full": "Đã có 4 tài liệu. Gỡ bớt một tài liệu rồi gửi lại",
      infected: "Tệp này có mã độc nên không nhận. Báo bộ phận công nghệ thông tin kiểm tra máy",
      "kind-heic": "Ảnh HEIC của iPhone: chọn “Tương thích nhất” trong cài đặt Camera, hoặc gửi JPEG",
      "kind-avif": "Ảnh AVIF: lưu lại thành JPEG rồi gửi",
      "kind-svg": "Hình SVG: lưu lại thành PNG hoặc JPEG rồi gửi",
      "kind-gif": "Ảnh GIF: lưu lại thành JPEG hoặc PNG rồi gửi",
      "kind-tiff": "Ảnh TIFF: lưu lại thành JPEG rồi gửi",
      "kind-bmp": "Ảnh BMP: lưu lại thành JPEG hoặc PNG rồi gửi",
      "kind-html": "Trang HTML không nhận. In trang đó ra PDF rồi gửi",
      "kind-program": "Chương trình, tệp chạy không nhận",
      "kind-video": "Phim, ghi âm không nhận. Gửi ảnh hoặc tài liệu",
      "kind-archive": "Tệp nén (zip, rar) không nhận. Gửi từng tệp bên trong",
      "kind-bomb": "Tệp này khi mở ra quá lớn nên không nhận",
      "kind-macro": "Tài liệu có macro không nhận. Lưu lại thành .docx, .xlsx hoặc .pptx, không macro",
      "kind-old-office":
        "Tệp Word, Excel, PowerPoint đời cũ hoặc có mật khẩu: lưu lại thành .docx, .xlsx, .pptx hoặc PDF",
      "kind-rtf": "Tệp RTF: lưu lại thành .docx hoặc PDF rồi gửi",
      "kind-unknown": "Chỉ nhận ảnh JPEG, PNG, WebP và tài liệu PDF, Word, Excel, PowerPoint",
    },
  },
  en: {
    title: "Photos and files",
    photos: "Photos",
    documents: "Documents",
    none: "No photos or files yet",
    add: "Add photos or files",
    chooseHint: "JPEG, PNG or WebP photos, 6 at most. PDF, Word, Excel, PowerPoint, 4 at most, 10 MB each",
    privacy: "No photos of identity papers or case files. Where a photo was taken is wiped when it is saved.",
    send: "Send photos and files",
    full: "6 photos and 4 documents are here already. Remove one to add another",
    remove: (name) => `Remove ${name}`,
    removeConfirm: "Remove this file",
    consequence: (name) => `${name} is deleted for good. The audit log keeps its name.`,
    removed: "The file was removed",
    added: (count) => (count === 1 ? "1 file added" : `${count} files added`),
    refused: "Some files were not taken",
    held: "Waiting for the malware scan",
    heldHint: "The malware scanner does not answer. The file is kept; open it again in a few minutes.",
    fields: { file: "Photo or file", name: "File name", id: "File id" },
    errors: {
      "file.required": "Choose a photo or file to send",
      "too-large": "Too much at once. Send one by one; photos up to 12 MB, documents up to 10 MB",
      "too-many": "Too many files within an hour. Wait, then go on",
      empty: "This file is empty. Choose it again",
      torn: "The line broke; the file did not arrive. Send it again",
      damaged: "This file is damaged and cannot be read. Open it on your device and save another copy",
      "too-many-pixels":
        "The picture is too large, more than 50 million pixels. Make it smaller and send again",
      "photo-too-large": "The photo is larger than 12 MB. Make it smaller and send again",
      "document-too-large":
        "The document is larger than 10 MB. Split it or shrink its pictures, then send again",
      "photos-full": "There are 6 photos already. Remove one, then send again",
      "documents-full": "There are 4 documents already. Remove one, then send again",
      infected: "This file carries malware and was refused. Have your device checked",
      "kind-heic": "HEIC photo of an iPhone: choose “Most Compatible” in the Camera settings, or send a JPEG",
      "kind-avif": "AVIF picture: save it as JPEG, then send",
      "kind-svg": "SVG drawing: save it as PNG or JPEG, then send",
      "kind-gif": "GIF picture: save it as JPEG or PNG, then send",
      "kind-tiff": "TIFF picture: save it as JPEG, then send",
      "kind-bmp": "BMP picture: save it as JPEG or PNG, then send",
      "kind-html": "Web pages are not taken. Print the page to PDF and send that",
      "kind-program": "Programs are not taken",
      "kind-video": "Films and recordings are not taken. Send photos or documents",
      "kind-archive": "Archives (zip, rar) are not taken. Send the files inside one by one",
      "kind-bomb": "This file unpacks to too much and was refused",
      "kind-macro": "Documents with macros are not taken. Save as .docx, .xlsx or .pptx without macros",
      "kind-old-office":
        "Old or password-protected Word, Excel or PowerPoint: save as .docx, .xlsx, .pptx or PDF",
      "kind-rtf": "RTF document: save as .docx or PDF, then send",
      "kind-unknown":
        "Only JPEG, PNG and WebP photos and PDF, Word, Excel and PowerPoint documents are taken",
    },
  },
};

/** What a form with files of its own says beside its field of them. */
export const filesFieldWords: Words<{
  label: string;
  hint: string;
  tooLarge: string;
  chooseFile: string;
  noFile: string;
  again: string;
  remove: (name: string) => string;
}> = {
  vi: {
    label: "Tệp căn cứ",
    hint: "Biên bản, quyết định, ảnh làm căn cứ. PDF, Word, Excel, PowerPoint, nhiều nhất 4, mỗi tệp 10 MB; ảnh JPEG, PNG, WebP, nhiều nhất 6; tất cả không quá 25 MB",
    tooLarge: "Các tệp nặng hơn 25 MB. Bỏ bớt hoặc thu nhỏ tệp rồi gửi lại",
    chooseFile: "Chọn tệp, ảnh",
    noFile: "Chưa chọn tệp",
    again: "Chọn lại tệp rồi lưu: tệp không giữ được khi biểu mẫu quay lại",
    remove: (name) => `Bỏ ${name}`,
  },
  en: {
    label: "Files",
    hint: "Minutes, decisions, photos it rests on. PDF, Word, Excel, PowerPoint, 4 at most, 10 MB each; JPEG, PNG or WebP photos, 6 at most; 25 MB together",
    tooLarge: "The files are larger than 25 MB together. Leave some out or make them smaller and send again",
    chooseFile: "Choose files",
    noFile: "No file chosen",
    again: "Choose the files again, then save: a form that comes back cannot keep them",
    remove: (name) => `Leave out ${name}`,
  },
};

/** The reasons a file is refused for, of a form that sends several under `files`: each says which file. */
export function filesErrors(locale: Locale): Record<string, string | FieldSentence> {
  const { errors } = attachmentWords[locale];
  const named = Object.entries(errors).map(([code, sentence]): [string, FieldSentence] => [
    `files.${code}`,
    (_, name) => (name ? `“${name}”: ${sentence}` : sentence),
  ]);
  // Of the whole form: too many files in an hour, too much at once.
  const whole = { "too-many": errors["too-many"] ?? "", "too-large": filesFieldWords[locale].tooLarge };
  return { ...Object.fromEntries(named), ...whole };
}

type UploadWords = {
  choose: string;
  waiting: string;
  working: string;
  sending: string;
  unsent: string;
  resend: string;
  added: (count: number) => string;
};

/** What the device says while it sends. */
export const uploadWords: Words<UploadWords> = {
  vi: {
    choose: "Chọn ảnh, tệp",
    waiting: "Đang chờ",
    working: "Đang thu nhỏ",
    sending: "Đang gửi",
    unsent: "Chưa gửi được, kiểm tra mạng rồi gửi lại",
    resend: "Gửi lại",
    added: (count) => `Đã thêm ${count} tệp`,
  },
  en: {
    choose: "Choose photos or files",
    waiting: "Waiting",
    working: "Making it smaller",
    sending: "Sending",
    unsent: "Not sent; check the network, then send again",
    resend: "Send again",
    added: (count) => (count === 1 ? "1 file added" : `${count} files added`),
  },
};
