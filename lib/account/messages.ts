import type { Words } from "@/lib/core/locale";

const vi = {
  signIn: "Đăng nhập",
  signInLead: "Tài khoản do quản trị của thành phố cấp.",
  signOut: "Đăng xuất",
  insecureTitle: "Trang này chưa mở bằng HTTPS",
  insecure:
    "Trình duyệt sẽ không giữ phiên đăng nhập. Mở lại bằng địa chỉ bắt đầu bằng https://, hoặc http://localhost trên chính máy chủ.",
  demoAccounts: "Tài khoản minh họa",
  demoPassword: "Mật khẩu chung in trong cửa sổ khởi động máy chủ.",
  forgotten: "Quên mật khẩu: hỏi quản trị để được cấp lại.",
  showPassword: "Hiện ký tự đã gõ",
  hidePassword: "Ẩn ký tự đã gõ",
  language: "Ngôn ngữ",
  setUp: "Tạo quản trị đầu tiên",
  setUpLead:
    "Hệ thống chưa có tài khoản nào. Liên kết này dùng một lần, tạo tài khoản quản trị và đăng nhập luôn.",
  setUpSubmit: "Tạo quản trị",
  closedTitle: "Liên kết này không còn dùng được",
  closed:
    "Liên kết đã dùng, đã quá 24 giờ, hoặc hệ thống đã có tài khoản. Nếu chưa có ai đăng nhập được, khởi động lại máy chủ để nhận liên kết mới.",
  toSignIn: "Đến trang đăng nhập",
  passwordHint:
    "Từ 15 đến 128 ký tự, ký tự nào cũng được, kể cả dấu cách. Một câu ngắn của riêng mình vừa dễ nhớ vừa khó đoán.",
  account: "Tài khoản của tôi",
  role: "Vai trò",
  title: "Chức vụ",
  unit: "Đơn vị",
  city: "Toàn thành phố",
  whoAmIHint: "Sai tên, chức vụ hoặc đơn vị: báo quản trị sửa.",
  sessions: "Phiên đang mở",
  sessionsLead: "Nơi tài khoản đang đăng nhập. Thấy nơi lạ: kết thúc phiên đó và đổi mật khẩu.",
  thisSession: "phiên này",
  endSession: "Kết thúc phiên",
  agent: "Trình duyệt",
  unknownAgent: "Không rõ trình duyệt",
  address: "Địa chỉ",
  unknownAddress: "không rõ địa chỉ",
  since: "Đăng nhập",
  lastSeen: "dùng lần cuối",
  password: "Đổi mật khẩu",
  passwordLead: "Các phiên khác kết thúc sau khi đổi.",
  forcedTitle: "Mật khẩu này chỉ dùng một lần",
  forced: "Đặt mật khẩu của riêng mình để vào cổng. Quản trị không biết mật khẩu mới.",
  passwordSubmit: "Đổi mật khẩu",
  passwordChanged: "Đã đổi mật khẩu",
  passwordChangedHint: "Các phiên khác của tài khoản đã kết thúc.",
  fields: {
    username: "Tên đăng nhập",
    password: "Mật khẩu",
    passwordAgain: "Nhập lại mật khẩu",
    name: "Họ và tên",
    currentPassword: "Mật khẩu đang dùng",
    newPassword: "Mật khẩu mới",
    newPasswordAgain: "Nhập lại mật khẩu mới",
  },
  errors: {
    "sign-in-wrong": "Tên đăng nhập hoặc mật khẩu chưa đúng",
    "username-shape": "Tên đăng nhập gồm 3–40 ký tự: chữ thường không dấu, chữ số, dấu . _ -, ví dụ quantri",
    "current-wrong": "Mật khẩu đang dùng chưa đúng",
    guessable:
      "Mật khẩu mới dễ đoán. Bỏ tên người, tên đơn vị, từ quen thuộc và dãy phím, nhập một câu ngắn của riêng mình",
    "not-same": "Hai lần nhập chưa giống nhau",
    "passwordAgain.required": "Nhập mật khẩu lần nữa",
    "newPasswordAgain.required": "Nhập mật khẩu mới lần nữa",
    "same-as-before": "Mật khẩu mới phải khác mật khẩu đang dùng",
    denied: "Liên kết này đã dùng hoặc đã hết hạn",
    "not-found": "Phiên này đã kết thúc từ trước",
    unavailable: "Cơ sở dữ liệu đang tạm ngắt. Thử lại sau ít phút",
  },
};

const en: typeof vi = {
  signIn: "Sign in",
  signInLead: "With the account that the city's administrator gave you.",
  signOut: "Sign out",
  insecureTitle: "This page was not opened over HTTPS",
  insecure:
    "The browser will not keep your session. Open the address that begins with https://, or http://localhost on the server itself.",
  demoAccounts: "Demonstration accounts",
  demoPassword: "Their common password is printed in the window that started the server.",
  forgotten: "Forgotten password: ask the administrator for a one-time password.",
  showPassword: "Show what is typed",
  hidePassword: "Hide what is typed",
  language: "Language",
  setUp: "Make the first administrator",
  setUpLead: "There is no account yet. This link works once: it makes an administrator and signs you in.",
  setUpSubmit: "Make the administrator",
  closedTitle: "This link no longer works",
  closed:
    "It was used, is older than 24 hours, or accounts exist already. If nobody can sign in yet, start the server again to get a new link.",
  toSignIn: "To the sign-in page",
  passwordHint:
    "15 to 128 characters of any kind, spaces too. A short sentence of your own is easy to remember and hard to guess.",
  account: "My account",
  role: "Role",
  title: "Post",
  unit: "Unit",
  city: "Whole city",
  whoAmIHint: "Wrong name, post or unit: tell the administrator.",
  sessions: "Open sessions",
  sessionsLead:
    "Where this account is signed in. If you do not know a place, end that session and change your password.",
  thisSession: "this session",
  endSession: "End the session",
  agent: "Browser",
  unknownAgent: "Unknown browser",
  address: "Address",
  unknownAddress: "unknown address",
  since: "Signed in",
  lastSeen: "last used",
  password: "Change the password",
  passwordLead: "Your other sessions end with the change.",
  forcedTitle: "This password works only once",
  forced: "Set a password of your own to enter the portal. The administrator does not learn it.",
  passwordSubmit: "Change the password",
  passwordChanged: "The password was changed",
  passwordChangedHint: "The other sessions of this account have ended.",
  fields: {
    username: "User name",
    password: "Password",
    passwordAgain: "Password again",
    name: "Full name",
    currentPassword: "Present password",
    newPassword: "New password",
    newPasswordAgain: "New password again",
  },
  errors: {
    "sign-in-wrong": "The user name or password is not right",
    "username-shape":
      "The user name has 3–40 characters: small letters without accents, digits, . _ -, such as quantri",
    "current-wrong": "The present password is not right",
    guessable:
      "The new password is easy to guess. Leave out names of people and units, common words and rows of keys; enter a short sentence of your own",
    "not-same": "The two entries differ",
    "passwordAgain.required": "Enter the password once more",
    "newPasswordAgain.required": "Enter the new password once more",
    "same-as-before": "The new password must differ from the present one",
    denied: "This link has been used or has run out",
    "not-found": "This session has ended already",
    unavailable: "The database is away for a moment. Try again in a few minutes",
  },
};

export const accountWords: Words<typeof vi> = { vi, en };

/** The accounts of the demonstration, for the hint at the door; their password stands nowhere on a screen. */
export const demoAccountWords: Words<[username: string, who: string][]> = {
  vi: [
    ["quantri", "Quản trị"],
    ["lanhdao", "Lãnh đạo thành phố"],
    ["canbo", "Cán bộ Công an thành phố"],
    ["phuloi", "Cán bộ Công an phường Phú Lợi"],
    ["chihuy.phuloi", "Trưởng Công an phường Phú Lợi"],
    ["ninhkieu", "Cán bộ Công an phường Ninh Kiều"],
  ],
  en: [
    ["quantri", "Administrator"],
    ["lanhdao", "City leader"],
    ["canbo", "City officer"],
    ["phuloi", "Officer of Phú Lợi ward"],
    ["chihuy.phuloi", "Chief of Phú Lợi ward"],
    ["ninhkieu", "Officer of Ninh Kiều ward"],
  ],
};

/** The languages by their own names. */
export const localeWords = { vi: "Tiếng Việt", en: "English" };
