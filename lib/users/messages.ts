import type { Locale, Words } from "@/lib/core/locale";
import type { Grant, Permission, Role } from "@/lib/core/policy";
import type { UserStatus } from "./schema";

export const roleWords = {
  vi: {
    ward_officer: "Cán bộ Công an phường, xã",
    ward_chief: "Trưởng Công an phường, xã",
    city_officer: "Cán bộ Công an thành phố",
    leader: "Lãnh đạo thành phố",
    administrator: "Quản trị",
  },
  en: {
    ward_officer: "Ward or commune officer",
    ward_chief: "Ward or commune chief",
    city_officer: "City officer",
    leader: "City leader",
    administrator: "Administrator",
  },
} satisfies Words<Record<Role, string>>;

/** What a role does and sees, for choosing one. */
export const roleHintWords = {
  vi: {
    ward_officer: "Ghi cuộc tuyên truyền và điểm mô hình của đơn vị mình",
    ward_chief: "Như cán bộ, chịu trách nhiệm số liệu của đơn vị mình",
    city_officer: "Mô hình, khen thưởng, nông thôn mới của toàn thành phố",
    leader: "Xem toàn thành phố, không sửa",
    administrator: "Tài khoản, phân quyền, nhật ký; xem toàn thành phố",
  },
  en: {
    ward_officer: "Logs outreach sessions and model points of their own unit",
    ward_chief: "As the officer, and answers for the unit's figures",
    city_officer: "Models, awards and rural standard of the whole city",
    leader: "Sees the whole city, changes nothing",
    administrator: "Accounts, rights, audit log; sees the whole city",
  },
} satisfies Words<Record<Role, string>>;

export const userStatusWords = {
  vi: { active: "Đang dùng", disabled: "Đã khóa" },
  en: { active: "In use", disabled: "Disabled" },
} satisfies Words<Record<UserStatus, string>>;

export const grantWords = {
  vi: { own: "Đơn vị mình", all: "Toàn thành phố" },
  en: { own: "Own unit", all: "Whole city" },
} satisfies Words<Record<Grant, string>>;

export const permissionWords = {
  vi: {
    "overview.read": "Xem trang tổng quan",
    "units.list": "Xem danh sách đơn vị",
    "units.read": "Xem một đơn vị",
    "outreach-sessions.list": "Xem danh sách cuộc tuyên truyền",
    "outreach-sessions.read": "Xem một cuộc tuyên truyền",
    "outreach-sessions.create": "Ghi cuộc tuyên truyền",
    "outreach-sessions.update": "Sửa cuộc tuyên truyền",
    "outreach-sessions.delete": "Xóa cuộc tuyên truyền",
    "security-models.list": "Xem danh sách mô hình",
    "security-models.read": "Xem một mô hình",
    "security-models.create": "Thêm mô hình",
    "security-models.update": "Sửa mô hình",
    "security-models.points.create": "Thêm điểm mô hình",
    "security-models.points.update": "Sửa điểm mô hình",
    "security-models.points.end": "Kết thúc điểm mô hình",
    "awards.list": "Xem danh sách khen thưởng",
    "awards.read": "Xem một khen thưởng",
    "awards.create": "Thêm khen thưởng",
    "awards.update": "Sửa khen thưởng",
    "awards.revoke": "Thu hồi khen thưởng",
    "rural-standard.list": "Xem danh sách nông thôn mới",
    "rural-standard.read": "Xem nông thôn mới của một xã",
    "rural-standard.recognize": "Ghi công nhận nông thôn mới",
    "rural-standard.revoke": "Thu hồi công nhận nông thôn mới",
    "users.list": "Xem danh sách tài khoản",
    "users.read": "Xem một tài khoản",
    "users.create": "Tạo tài khoản",
    "users.update": "Sửa tài khoản",
    "users.disable": "Khóa tài khoản",
    "users.enable": "Mở lại tài khoản",
    "users.reset-password": "Cấp mật khẩu một lần",
    "users.end-sessions": "Kết thúc phiên của tài khoản",
    "policy.read": "Xem bảng phân quyền",
    "audit.list": "Xem nhật ký thao tác",
    "account.read": "Xem tài khoản của mình",
    "account.change-password": "Đổi mật khẩu của mình",
    "account.end-session": "Kết thúc phiên của mình",
  },
  en: {
    "overview.read": "See the overview",
    "units.list": "See the list of units",
    "units.read": "See a unit",
    "outreach-sessions.list": "See the list of outreach sessions",
    "outreach-sessions.read": "See an outreach session",
    "outreach-sessions.create": "Log an outreach session",
    "outreach-sessions.update": "Change an outreach session",
    "outreach-sessions.delete": "Delete an outreach session",
    "security-models.list": "See the list of models",
    "security-models.read": "See a model",
    "security-models.create": "Add a model",
    "security-models.update": "Change a model",
    "security-models.points.create": "Add a model point",
    "security-models.points.update": "Change a model point",
    "security-models.points.end": "End a model point",
    "awards.list": "See the list of awards",
    "awards.read": "See an award",
    "awards.create": "Add an award",
    "awards.update": "Change an award",
    "awards.revoke": "Revoke an award",
    "rural-standard.list": "See the rural standard list",
    "rural-standard.read": "See a commune's rural standard",
    "rural-standard.recognize": "Enter a rural standard recognition",
    "rural-standard.revoke": "Revoke a rural standard recognition",
    "users.list": "See the list of accounts",
    "users.read": "See an account",
    "users.create": "Create an account",
    "users.update": "Change an account",
    "users.disable": "Disable an account",
    "users.enable": "Enable an account",
    "users.reset-password": "Issue a one-time password",
    "users.end-sessions": "End an account's sessions",
    "policy.read": "See the policy table",
    "audit.list": "See the audit log",
    "account.read": "See one's own account",
    "account.change-password": "Change one's own password",
    "account.end-session": "End one's own session",
  },
} satisfies Words<Record<Permission, string>>;

/** The first word of a permission, as the heading of its group. */
const domainWords: Words<Record<string, string>> = {
  vi: {
    overview: "Tổng quan",
    units: "Địa bàn",
    "outreach-sessions": "Cuộc tuyên truyền",
    "security-models": "Mô hình",
    awards: "Khen thưởng",
    "rural-standard": "Nông thôn mới",
    users: "Tài khoản",
    policy: "Phân quyền",
    audit: "Nhật ký",
    account: "Tài khoản của mình",
  },
  en: {
    overview: "Overview",
    units: "Units",
    "outreach-sessions": "Outreach sessions",
    "security-models": "Models",
    awards: "Awards",
    "rural-standard": "Rural standard",
    users: "Accounts",
    policy: "Policy",
    audit: "Audit",
    account: "Own account",
  },
};

export const domainLabel = (domain: string, locale: Locale): string => domainWords[locale][domain] ?? domain;

const vi = {
  title: "Tài khoản",
  create: "Tạo tài khoản",
  createLead: "Mật khẩu một lần hiện ra sau khi tạo, dùng trong 24 giờ và phải đổi ở lần đăng nhập đầu",
  edit: "Sửa tài khoản",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu thay đổi",
  search: "Tìm tên, tên đăng nhập, chức vụ",
  all: "Tất cả",
  status: "Trạng thái",
  seenAt: "Dùng lần cuối",
  neverSeen: "Chưa đăng nhập",
  city: "Toàn thành phố",
  emptyTitle: "Không có tài khoản nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc tìm bằng từ khác",
  createdAt: "Tạo lúc",
  signedInAt: "Đăng nhập gần nhất",
  disabledAt: "Khóa lúc",
  sessions: "Phiên đang mở",
  noSessions: "Không có phiên nào đang mở.",
  endSessions: "Kết thúc mọi phiên",
  agent: "Trình duyệt",
  address: "Địa chỉ",
  since: "Từ lúc",
  lastSeen: "Dùng lần cuối",
  history: "Nhật ký của tài khoản",
  fullHistory: "Xem trong nhật ký thao tác",
  noHistory: "Chưa có thao tác nào được ghi.",
  system: "Hệ thống",
  disable: "Khóa tài khoản",
  disableConsequence:
    "Mọi phiên của tài khoản kết thúc ngay và không đăng nhập được nữa cho đến khi mở lại. Số liệu đã ghi vẫn giữ nguyên.",
  enable: "Mở lại tài khoản",
  enableConsequence:
    "Tài khoản đăng nhập được bằng mật khẩu cũ. Nếu lo mật khẩu đã lộ, cấp mật khẩu một lần.",
  reset: "Cấp mật khẩu một lần",
  resetConsequence:
    "Mật khẩu đang dùng mất hiệu lực và mọi phiên kết thúc ngay. Chỉ cấp khi đã biết chắc người yêu cầu là ai.",
  ownAccount: "Đây là tài khoản của đồng chí. Đổi mật khẩu và xem phiên ở trang",
  ownAccountLink: "Tài khoản của tôi",
  oneTime: (username: string) => `Mật khẩu một lần của ${username}`,
  oneTimeHint:
    "Chỉ hiện lần này. Đọc hoặc gửi riêng cho người dùng; hết hạn sau 24 giờ và phải đổi khi đăng nhập lần đầu.",
  oneTimeGone:
    "Tài khoản đã được tạo ở lần gửi trước. Mật khẩu một lần chỉ hiện một lần; nếu chưa ghi lại, mở tài khoản và cấp mật khẩu mới.",
  copy: "Chép mật khẩu",
  copied: "Đã chép",
  openRecord: "Mở tài khoản",
  createAnother: "Tạo tài khoản khác",
  policyTitle: "Bảng phân quyền",
  policyLead: "Ai được làm gì, trên địa bàn nào: in từ chính bảng mà hệ thống dùng để cho phép, từ chối.",
  policyNote:
    "“Đơn vị mình” gồm đơn vị của tài khoản và các đơn vị cũ đã nhập vào. Vai trò không có trong ô thì không được làm việc đó.",
  permission: "Quyền",
  none: "Không",
  own: "Của mình",
  fields: {
    username: "Tên đăng nhập",
    name: "Họ và tên",
    title: "Chức vụ",
    role: "Vai trò",
    unitId: "Đơn vị",
    disabled: "Trạng thái",
    reason: "Lý do",
  },
  hints: {
    username: "3–40 ký tự: chữ thường không dấu, chữ số, dấu . _ -",
    title: "Ví dụ: Phó Trưởng Công an phường",
    unitId: "Chỉ chọn cho cán bộ và trưởng Công an phường, xã",
  },
  errors: {
    "username-shape":
      "Tên đăng nhập gồm 3–40 ký tự: chữ thường không dấu, chữ số, dấu . _ -, ví dụ phuloi.an",
    taken: "Tên đăng nhập này đã có người dùng, chọn tên khác",
    "role.required": "Chọn vai trò",
    "unitId.not-a-number": "Chọn đơn vị trong danh sách",
    "unit-needed": "Chọn đơn vị cho cán bộ hoặc trưởng Công an phường, xã",
    "unit-not-for-role": "Vai trò này làm việc cho toàn thành phố, để trống đơn vị",
    "unit-not-in-force": "Đơn vị này không còn hiệu lực, chọn đơn vị đang hoạt động",
    "own-account": "Không tự đổi vai trò, khóa hay đặt lại tài khoản của mình. Nhờ một quản trị khác",
    "last-administrator": "Đây là quản trị cuối cùng. Giao quyền quản trị cho người khác trước",
    repeated: "Tài khoản này đã được tạo với nội dung khác. Mở danh sách tài khoản để xem",
  },
};

const en: typeof vi = {
  title: "Users",
  create: "Create an account",
  createLead:
    "A one-time password appears after creating; it lasts 24 hours and must be changed at the first sign-in",
  edit: "Change the account",
  saveEdit: "Save changes",
  saved: "Changes saved",
  search: "Find a name, user name, post",
  all: "All",
  status: "Status",
  seenAt: "Last used",
  neverSeen: "Never signed in",
  city: "Whole city",
  emptyTitle: "No account matches these filters",
  emptyHint: "Remove a filter or search for another word",
  createdAt: "Created",
  signedInAt: "Last signed in",
  disabledAt: "Disabled",
  sessions: "Open sessions",
  noSessions: "No session is open.",
  endSessions: "End all sessions",
  agent: "Browser",
  address: "Address",
  since: "Since",
  lastSeen: "Last used",
  history: "What happened to this account",
  fullHistory: "Show in the audit log",
  noHistory: "Nothing has been recorded yet.",
  system: "System",
  disable: "Disable the account",
  disableConsequence:
    "All its sessions end at once and nobody can sign in with it until it is enabled again. What it recorded stays.",
  enable: "Enable the account",
  enableConsequence:
    "The account can sign in with its old password. If that may be known to others, issue a one-time password.",
  reset: "Issue a one-time password",
  resetConsequence:
    "The present password stops working and all sessions end at once. Issue one only when you are sure who is asking.",
  ownAccount: "This is your own account. Change your password and see your sessions on the page",
  ownAccountLink: "My account",
  oneTime: (username) => `One-time password of ${username}`,
  oneTimeHint:
    "Shown only now. Read or send it to the user alone; it runs out after 24 hours and must be changed at the first sign-in.",
  oneTimeGone:
    "The account was created by the earlier request. Its one-time password is shown once; if it was not noted, open the account and issue a new one.",
  copy: "Copy the password",
  copied: "Copied",
  openRecord: "Open the account",
  createAnother: "Create another account",
  policyTitle: "Permissions",
  policyLead: "Who may do what, for which units: printed from the table by which the system decides.",
  policyNote:
    "“Own unit” means the account's unit and the former units it carries on. A role without an entry may not do it.",
  permission: "Permission",
  none: "No",
  own: "Their own",
  fields: {
    username: "User name",
    name: "Full name",
    title: "Post",
    role: "Role",
    unitId: "Unit",
    disabled: "Status",
    reason: "Reason",
  },
  hints: {
    username: "3–40 characters: small letters without accents, digits, . _ -",
    title: "Such as: Deputy chief of the ward police",
    unitId: "Only for ward or commune officers and chiefs",
  },
  errors: {
    "username-shape":
      "The user name has 3–40 characters: small letters without accents, digits, . _ -, such as phuloi.an",
    taken: "Somebody has this user name already; choose another",
    "role.required": "Choose a role",
    "unitId.not-a-number": "Choose a unit from the list",
    "unit-needed": "Choose the unit of the ward or commune officer or chief",
    "unit-not-for-role": "This role works for the whole city; leave the unit empty",
    "unit-not-in-force": "This unit is no longer in force; choose one that is",
    "own-account":
      "Nobody changes the role of, disables or resets their own account. Ask another administrator",
    "last-administrator": "This is the last administrator. Make somebody else an administrator first",
    repeated: "This account was created with other values. Open the list of accounts",
  },
};

/** A stored value as the forms show it when two editions are compared. */
const show = (locale: Locale) => (field: string, value: unknown) => {
  if (field === "role" && typeof value === "string") return roleWords[locale][value as Role] ?? value;
  if (field === "disabled") return userStatusWords[locale][value === true ? "disabled" : "active"];
  return value === null || value === "" ? "–" : String(value);
};

export const usersWords: Words<typeof vi & { show: (field: string, value: unknown) => string }> = {
  vi: { ...vi, show: show("vi") },
  en: { ...en, show: show("en") },
};
