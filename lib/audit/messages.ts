import type { Locale, Words } from "@/lib/core/locale";
import { permissionWords } from "@/lib/users/messages";
import type { AuditAction, AuditOutcome } from "./schema";

export const actionWords = {
  vi: {
    ...permissionWords.vi,
    "sign-in": "Đăng nhập",
    "sign-out": "Đăng xuất",
    "set-up": "Tạo quản trị đầu tiên",
    origin: "Yêu cầu từ trang khác",
    "seed.demo": "Nạp dữ liệu minh họa",
    "outreach-sessions.files.scan": "Quét mã độc tệp của cuộc tuyên truyền",
    "security-models.points.files.scan": "Quét mã độc tệp của điểm mô hình",
    "security-models.evaluations.files.scan": "Quét mã độc tệp căn cứ của phiếu đánh giá",
    "rural-standard.findings.files.add": "Lưu tệp căn cứ của đánh giá theo tiêu chí",
    "rural-standard.findings.files.scan": "Quét mã độc tệp căn cứ của đánh giá theo tiêu chí",
  },
  en: {
    ...permissionWords.en,
    "sign-in": "Sign in",
    "sign-out": "Sign out",
    "set-up": "Make the first administrator",
    origin: "Request from another site",
    "seed.demo": "Load demonstration data",
    "outreach-sessions.files.scan": "Malware scan of a session's file",
    "security-models.points.files.scan": "Malware scan of a point's file",
    "security-models.evaluations.files.scan": "Malware scan of a score sheet's file",
    "rural-standard.findings.files.add": "Keep a file that findings rest on",
    "rural-standard.findings.files.scan": "Malware scan of a file that findings rest on",
  },
} satisfies Words<Record<AuditAction, string>>;

/** An event as the log tells it; an action of an earlier version stays as it was written. */
export const actionLabel = (action: string, locale: Locale): string =>
  actionWords[locale][action as AuditAction] ?? action;

export const outcomeWords = {
  vi: { done: "Đã làm", refused: "Bị từ chối" },
  en: { done: "Done", refused: "Refused" },
} satisfies Words<Record<AuditOutcome, string>>;

const vi = {
  title: "Nhật ký thao tác",
  lead: "Mọi lần đăng nhập, thay đổi và bị từ chối, mới nhất trước. Không sửa, không xóa được.",
  from: "Từ ngày",
  to: "Đến ngày",
  user: "Tên đăng nhập",
  action: "Thao tác",
  outcome: "Kết quả",
  subject: "Bản ghi",
  all: "Tất cả",
  when: "Lúc",
  who: "Người làm",
  unit: "Đơn vị",
  address: "Địa chỉ",
  reason: "Lý do",
  role: "Vai trò",
  field: "Mục",
  before: "Trước",
  after: "Sau",
  unchanged: (count: string) => `${count} mục không đổi`,
  noChange: "Bị từ chối nên không có gì thay đổi.",
  open: "Mở bản ghi",
  sameSubject: "Mọi thao tác trên bản ghi này",
  stranger: "Chưa đăng nhập",
  emptyTitle: "Không có thao tác nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc chọn khoảng ngày khác",
  yes: "Có",
  no: "Không",
  tooMany: "Sai quá nhiều lần",
  otherOrigin: "Không đến từ trang của cổng",
};

const en: typeof vi = {
  title: "Audit log",
  lead: "Every sign-in, every change and every refusal, newest first. The log cannot be edited or deleted.",
  from: "From",
  to: "To",
  user: "User name",
  action: "Action",
  outcome: "Outcome",
  subject: "Record",
  all: "All",
  when: "When",
  who: "Who",
  unit: "Unit",
  address: "Address",
  reason: "Reason",
  role: "Role",
  field: "Field",
  before: "Before",
  after: "After",
  unchanged: (count) => `${count} fields unchanged`,
  noChange: "Refused, so nothing changed.",
  open: "Open the record",
  sameSubject: "Everything on this record",
  stranger: "Not signed in",
  emptyTitle: "No action matches these filters",
  emptyHint: "Remove a filter or choose other days",
  yes: "Yes",
  no: "No",
  tooMany: "Too many failures",
  otherOrigin: "Not from a page of the portal",
};

export const auditWords: Words<typeof vi> = { vi, en };

/** Reasons that the portal itself writes, in words; what people wrote stays as it is. */
export function reasonLabel(reason: string, locale: Locale): string {
  const words = auditWords[locale];
  return { "too-many": words.tooMany, origin: words.otherOrigin }[reason] ?? reason;
}
