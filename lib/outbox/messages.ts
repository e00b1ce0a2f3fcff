import type { Words } from "@/lib/core/locale";
import type { Blocked } from "./rules";

// One constant per part, so that a client file carries only its own words.

/** What a form says when it is kept, brought back, or can be kept nowhere. */
export const outboxFormWords = {
  vi: {
    kept: "Chưa gửi được. Cổng tự gửi khi có mạng; không cần nhập lại.",
    signedOut: "Đã lưu trên máy này. Phiên làm việc đã hết: đăng nhập lại để gửi; không cần nhập lại.",
    restored: "Đã lấy lại phần đang nhập",
    restoredHint: "Trang đóng trước khi lưu. Xem lại rồi lưu, hoặc bỏ phần này.",
    restoredDrop: "Bỏ, nhập lại từ đầu",
    notKept:
      "Chưa lưu: máy hết chỗ hoặc trình duyệt chặn lưu trữ, và mạng chưa gửi được. Giữ trang này mở; chữ còn nguyên",
  },
  en: {
    kept: "Not sent yet. The portal sends it when there is network; no need to type it again.",
    signedOut:
      "Saved on this device. Your session has ended: sign in again to send it; no need to type it again.",
    restored: "What you were typing is back",
    restoredHint: "The page closed before it was saved. Look at it and save, or drop it.",
    restoredDrop: "Drop it, start afresh",
    notKept:
      "Not saved: the device is full or the browser blocks storage, and nothing could be sent. Keep this page open; your text is still here",
  },
} satisfies Words<Record<string, string>>;

/** What waits, in the frame of every page. */
export const outboxBadgeWords = {
  vi: {
    count: (count: number) => `${count} chờ gửi`,
    toMend: (count: number) => `${count} cần sửa`,
  },
  en: {
    count: (count: number) => `${count} waiting`,
    toMend: (count: number) => `${count} to mend`,
  },
} satisfies Words<Record<string, unknown>>;

/** Before somebody leaves a device with something unsent. */
export const outboxSignOutWords = {
  vi: {
    signOutTitle: (count: number) => `Còn ${count} cuộc chưa gửi`,
    signOutHint:
      "Thoát thì các cuộc này ở lại máy, mã hóa, chỉ gửi khi đúng tài khoản này đăng nhập lại. Nên gửi trước khi thoát.",
    signOutAnyway: "Thoát, giữ lại trên máy",
    stay: "Ở lại",
  },
  en: {
    signOutTitle: (count: number) => `${count} not sent`,
    signOutHint:
      "They stay on this device, encrypted, and are sent only when this account signs in again. Better send them first.",
    signOutAnyway: "Sign out, keep them here",
    stay: "Stay",
  },
} satisfies Words<Record<string, unknown>>;

const vi = {
  title: "Hộp chờ gửi",
  field: "Ghi nhận ngoại tuyến",
  log: "Ghi nhận",
  waiting: "Đang chờ gửi",
  sent: "Đã gửi",
  refused: "Cần sửa",
  photosWaiting: (count: number) => `${count} ảnh chờ gửi`,
  photosRefused: "Ảnh không gửi được",
  none: "Không có gì chờ gửi",
  noneHint: "Cuộc đã ghi được gửi hết. Ghi cuộc mới lúc nào cũng được, kể cả khi mất mạng.",
  keptTitle: "Đã lưu trên máy này",
  kept: "Chưa gửi được. Cổng tự gửi khi có mạng; không cần nhập lại.",
  another: "Ghi cuộc khác",
  send: "Gửi ngay",
  sending: "Đang gửi…",
  mend: "Sửa",
  open: "Mở",
  asNew: "Ghi thành cuộc mới",
  drop: "Bỏ",
  dropQuestion: "Bỏ cuộc này khỏi máy? Nội dung chưa gửi sẽ mất.",
  dropPhotosQuestion: "Bỏ các ảnh này khỏi máy? Cuộc đã gửi vẫn còn trên cổng.",
  savedAt: (text: string) => `lưu ${text}`,
  keptSent: "Đã gửi",
  keptRefused: "Đã lưu trên máy, chưa gửi được: cần sửa mục dưới đây",
  unreadable: "Máy chủ không đọc được cuộc này, có phần quá dài. Mở ra, rút ngắn rồi lưu lại",
  overdue: (count: number) =>
    `${count} cuộc chờ quá 3 ngày. Tìm nơi có mạng rồi chọn Gửi ngay, hoặc lưu tệp cứu hộ.`,
  rescue: "Lưu tệp cứu hộ",
  rescueHint: "Tệp chứa các cuộc chưa gửi, không mã hóa. Mở trên máy khác bằng đúng tài khoản này để gửi.",
  rescueOpen: "Mở tệp cứu hộ",
  rescued: (count: number) => `Đã lấy ${count} cuộc từ tệp`,
  rescueNone: "Tệp này không có cuộc nào mới; các cuộc trong tệp đã có trên máy",
  rescueOther: "Tệp này của tài khoản khác. Đăng nhập đúng tài khoản đã lưu tệp",
  rescueBroken: "Tệp này không đọc được. Chọn tệp cứu hộ do cổng lưu",
  offline: "Không có mạng",
  online: "Có mạng",
  offlineHint: "Ghi được như thường; cổng tự gửi khi có mạng.",
  needsNetwork: "Trang này cần mạng",
  retry: "Thử lại",
  strangerTitle: "Máy này chưa sẵn sàng ghi ngoại tuyến",
  stranger: "Đăng nhập một lần khi có mạng, mở trang Ghi nhận; sau đó ghi được cả khi mất mạng.",
  signIn: "Đăng nhập",
  signInAgain: "Đăng nhập lại",
  clockWrong: (text: string) => `Giờ của máy lệch so với máy chủ. Hôm nay là ${text}.`,
  readyOffline: "Đã sẵn sàng dùng khi mất mạng",
  blocked: {
    network: "Chưa gửi được: mạng yếu hoặc mất. Cổng tự thử lại",
    "signed-out": "Phiên làm việc đã hết. Đăng nhập lại để gửi; các cuộc còn nguyên",
    "other-user": "Tài khoản khác đang đăng nhập trên máy này. Các cuộc giữ lại cho chủ của chúng",
    version: "Cổng đã có bản mới. Tải lại trang khi có mạng; các cuộc còn nguyên",
    password: "Đổi mật khẩu một lần trước khi gửi; các cuộc còn nguyên",
    server: "Máy chủ chưa nhận được. Các cuộc còn nguyên, cổng tự thử lại",
  } satisfies Record<Blocked, string>,
};

export const outboxWords: Words<typeof vi> = {
  vi,
  en: {
    title: "Outbox",
    field: "Log offline",
    log: "Log",
    waiting: "Waiting",
    sent: "Sent",
    refused: "To mend",
    photosWaiting: (count) => `${count} photos waiting`,
    photosRefused: "Photos not taken",
    none: "Nothing is waiting",
    noneHint: "Everything logged was sent. Log whenever you like, also without network.",
    keptTitle: "Saved on this device",
    kept: "Not sent yet. The portal sends it when there is network; no need to type it again.",
    another: "Log another session",
    send: "Send now",
    sending: "Sending…",
    mend: "Mend",
    open: "Open",
    asNew: "Log as a new session",
    drop: "Drop",
    dropQuestion: "Drop this session from the device? What was not sent is lost.",
    dropPhotosQuestion: "Drop these photos from the device? The session that was sent stays in the portal.",
    savedAt: (text) => `saved ${text}`,
    keptSent: "Sent",
    keptRefused: "Saved on this device, not sent: mend what is marked below",
    unreadable:
      "The server could not read this session; some part is too long. Open it, shorten it and save again",
    overdue: (count) =>
      `${count} waiting for more than 3 days. Find network and choose Send now, or save a rescue file.`,
    rescue: "Save a rescue file",
    rescueHint:
      "Holds what was not sent, not encrypted. Open it on another device under the same account to send it.",
    rescueOpen: "Open a rescue file",
    rescued: (count) => `${count} taken from the file`,
    rescueNone: "Nothing new in this file; all of it is on this device already",
    rescueOther: "This file belongs to another account. Sign in as the one that saved it",
    rescueBroken: "This file cannot be read. Choose a rescue file saved by the portal",
    offline: "No network",
    online: "Network",
    offlineHint: "Log as usual; the portal sends when there is network.",
    needsNetwork: "This page needs network",
    retry: "Try again",
    strangerTitle: "This device is not ready to log offline",
    stranger: "Sign in once with network and open the log page; from then on it works without.",
    signIn: "Sign in",
    signInAgain: "Sign in again",
    clockWrong: (text) => `This device's clock differs from the server's. Today is ${text}.`,
    readyOffline: "Ready for use without network",
    blocked: {
      network: "Not sent: weak or no network. The portal tries again by itself",
      "signed-out": "Your session has ended. Sign in again to send; nothing is lost",
      "other-user": "Another account is signed in on this device. Everything is kept for its owner",
      version: "The portal has a new version. Reload the page with network; nothing is lost",
      password: "Change the one-time password before sending; nothing is lost",
      server: "The server could not take it. Nothing is lost; the portal tries again",
    },
  },
};
