import { formatDate, formatNumber } from "./format";
import type { Locale, Words } from "./locale";

/** What is wrong with a field, by code; `label` is the field's name, `argument` what follows the colon. */
export type FieldSentence = (label: string, argument: string, locale: Locale) => string;

const count = (argument: string, locale: Locale) => formatNumber(Number(argument), locale);

const fieldWords: Words<Record<string, FieldSentence>> = {
  vi: {
    required: (label) => `Nhập ${lower(label)}`,
    "required-choice": (label) => `Chọn ${lower(label)}`,
    "unknown-choice": (label) => `Chọn ${lower(label)} trong danh sách`,
    "bad-characters": (label) => `${label} có ký tự không đọc được, gõ lại phần đó`,
    "too-long": (label, argument, locale) =>
      `${label} dài quá ${count(argument, locale)} ký tự, rút ngắn lại`,
    "too-short": (label, argument, locale) => `${label} cần ít nhất ${count(argument, locale)} ký tự`,
    "not-a-number": (label) => `${label} phải là số nguyên, ví dụ 35`,
    "too-small": (label, argument, locale) => `${label} phải từ ${count(argument, locale)} trở lên`,
    "too-large": (label, argument, locale) => `${label} không quá ${count(argument, locale)}`,
    "not-a-year": (label) => `${label} phải là năm có bốn chữ số, ví dụ 2026`,
    "year-too-early": (label, argument) => `${label} phải từ ${argument} trở đi`,
    "year-too-late": (label, argument) => `${label} không quá ${argument}`,
    "too-many": (label, argument, locale) => `${label}: chọn nhiều nhất ${count(argument, locale)}`,
    "not-a-date": (label) => `${label} phải là ngày có thật, ví dụ 11/08/2025`,
    "too-early": (label, argument) => `${label} phải từ ${formatDate(argument)} trở đi`,
    "in-the-future": (label) => `${label} chưa tới, chọn hôm nay hoặc ngày đã qua`,
    "after-last": (label, argument) => `${label} phải từ ${formatDate(argument)} trở về trước`,
    "unit-not-then": (_, argument) =>
      argument
        ? `Đơn vị này không tồn tại vào ngày đã chọn. Ngày đó là ${argument}: chọn đơn vị đó hoặc sửa ngày`
        : "Đơn vị này không tồn tại vào ngày đã chọn. Chọn đơn vị của ngày đó hoặc sửa ngày",
    "before-start": (label) => `${label} phải sau ngày bắt đầu`,
    "before-decision": (label) => `${label} không được trước ngày quyết định`,
    "before-step-below": (label, argument) =>
      `${label} phải từ ${formatDate(argument)} trở đi, ngày công nhận bậc ngay dưới`,
    "before-programme": (label, argument) =>
      `${label} phải từ ${formatDate(argument)} trở đi, ngày có bộ tiêu chí đầu tiên`,
  },
  en: {
    required: (label) => `Enter ${lower(label)}`,
    "required-choice": (label) => `Choose ${lower(label)}`,
    "unknown-choice": (label) => `Choose ${lower(label)} from the list`,
    "bad-characters": (label) => `${label} holds characters that cannot be read; type that part again`,
    "too-long": (label, argument, locale) =>
      `${label} is longer than ${count(argument, locale)} characters; shorten it`,
    "too-short": (label, argument, locale) => `${label} needs at least ${count(argument, locale)} characters`,
    "not-a-number": (label) => `${label} must be a whole number, such as 35`,
    "too-small": (label, argument, locale) => `${label} must be ${count(argument, locale)} or more`,
    "too-large": (label, argument, locale) => `${label} must be ${count(argument, locale)} or less`,
    "not-a-year": (label) => `${label} must be a year of four digits, such as 2026`,
    "year-too-early": (label, argument) => `${label} must be ${argument} or later`,
    "year-too-late": (label, argument) => `${label} must be ${argument} or earlier`,
    "too-many": (label, argument, locale) => `${label}: choose ${count(argument, locale)} at most`,
    "not-a-date": (label) => `${label} must be a real day, such as 11/08/2025`,
    "too-early": (label, argument) => `${label} must be ${formatDate(argument)} or later`,
    "in-the-future": (label) => `${label} has not come yet; choose today or a past day`,
    "after-last": (label, argument) => `${label} must be ${formatDate(argument)} or earlier`,
    "unit-not-then": (_, argument) =>
      argument
        ? `This unit did not exist on that day. On that day it was ${argument}: choose that, or another day`
        : "This unit did not exist on that day. Choose the unit of that day, or another day",
    "before-start": (label) => `${label} must be after the first day`,
    "before-decision": (label) => `${label} cannot be before the decision`,
    "before-step-below": (label, argument) =>
      `${label} must be ${formatDate(argument)} or later, when the step below was granted`,
    "before-programme": (label, argument) =>
      `${label} must be ${formatDate(argument)} or later, when the first criteria were set`,
  },
};

/** Sentences on a refusal as a whole, by error code. */
export const refusalWords: Words<Record<string, string>> = {
  vi: {
    "signed-out":
      "Phiên làm việc đã hết. Đăng nhập lại ở thẻ khác rồi gửi lại biểu mẫu này, nội dung vẫn còn",
    denied: "Tài khoản này không được làm việc đó. Hỏi quản trị nếu cần quyền",
    origin: "Yêu cầu không đến từ trang của cổng. Mở lại trang và thử lại",
    "not-found": "Không tìm thấy dữ liệu này trong phạm vi của đơn vị",
    repeated: "Dữ liệu này đã được lưu trước đó với nội dung khác. Mở danh sách để xem bản đã lưu",
    similar: "Đã có dữ liệu gần giống. Xem lại trước khi lưu",
    "in-use": "Chưa xóa được vì còn dữ liệu gắn với mục này",
    "too-large": "Nội dung gửi lên quá lớn, chưa lưu gì",
    "too-many": "Sai quá nhiều lần. Đợi 15 phút rồi thử lại",
    unavailable: "Chưa lưu được: cơ sở dữ liệu đang tạm ngắt. Giữ trang này và gửi lại sau ít phút",
    fault: "Chưa lưu được do lỗi của hệ thống. Nội dung vẫn còn, gửi lại sau ít phút",
  },
  en: {
    "signed-out":
      "Your session has ended. Sign in again in another tab, then send this form again; nothing is lost",
    denied: "This account may not do that. Ask an administrator if you need to",
    origin: "The request did not come from a page of the portal. Open the page again and retry",
    "not-found": "No such record within your unit's reach",
    repeated: "This record was saved before with other values. Open the list to see what was saved",
    similar: "Something much like it exists. Look before you save",
    "in-use": "It cannot be deleted while other records hang on it",
    "too-large": "Too much was sent at once; nothing was saved",
    "too-many": "Too many failures. Wait 15 minutes, then try again",
    unavailable:
      "Not saved: the database is away for a moment. Keep this page and send again in a few minutes",
    fault: "Not saved because of a fault in the system. Nothing is lost; send again in a few minutes",
  },
};

/**
 * The sentence for a field's code: the domain's own words first (`errors["attendance.not-a-number"]`,
 * then `errors["step-below-missing"]`), else the general ones.
 */
export function fieldSentence(
  locale: Locale,
  field: string,
  code: string,
  label: string,
  own: Record<string, string | FieldSentence> = {},
): string {
  const [kind = "", argument = ""] = code.split(":");
  const special = own[`${field}.${kind}`] ?? own[kind];
  if (special) return typeof special === "string" ? special : special(label, argument, locale);
  const sentence = fieldWords[locale][kind] ?? fieldWords[locale]["unknown-choice"];
  return sentence?.(label, argument, locale) ?? code;
}

const lower = (label: string) =>
  /^[\p{Lu}]{2}/u.test(label) || label.startsWith("VNeID")
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1);
