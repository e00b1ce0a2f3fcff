import type { Words } from "@/lib/core/locale";

type AccountWords = {
  fields: Record<"username" | "password" | "passwordAgain" | "name" | "currentPassword" | "newPassword" | "newPasswordAgain", string>;
  errors: Record<string, string>;
};

/** What the forms on signing in and on one's own account say. */
export const accountForm: Words<AccountWords> = {
  vi: {
    fields: {
      username: "Tên đăng nhập", password: "Mật khẩu", passwordAgain: "Nhập lại mật khẩu", name: "Họ và tên",
      currentPassword: "Mật khẩu đang dùng", newPassword: "Mật khẩu mới", newPasswordAgain: "Nhập lại mật khẩu mới",
    },
    errors: {
      "sign-in-wrong": "Tên đăng nhập hoặc mật khẩu chưa đúng",
      "username-shape": "Tên đăng nhập gồm 3–40 ký tự: chữ thường không dấu, chữ số, dấu . _ -, ví dụ quantri",
      "current-wrong": "Mật khẩu đang dùng chưa đúng",
      guessable: "Mật khẩu này dễ đoán: đừng dùng tên người, tên đơn vị, từ quen thuộc hay dãy phím. Nhập một câu ngắn của riêng mình",
      "not-same": "Hai lần nhập chưa giống nhau",
      "same-as-before": "Mật khẩu mới phải khác mật khẩu đang dùng",
      "setup-closed": "Liên kết này đã dùng hoặc đã hết hạn",
      unavailable: "Cơ sở dữ liệu đang tạm ngắt. Thử lại sau ít phút",
    },
  },
  en: {
    fields: {
      username: "User name", password: "Password", passwordAgain: "Password again", name: "Full name",
      currentPassword: "Present password", newPassword: "New password", newPasswordAgain: "New password again",
    },
    errors: {
      "sign-in-wrong": "The user name or password is not right",
      "username-shape": "The user name has 3–40 characters: small letters without accents, digits, . _ -, such as quantri",
      "current-wrong": "The present password is not right",
      guessable: "This password is easy to guess: leave out names of people and units, common words and rows of keys. Enter a short sentence of your own",
      "not-same": "The two entries differ",
      "same-as-before": "The new password must differ from the present one",
      "setup-closed": "This link has been used or has run out",
      unavailable: "The database is away for a moment. Try again in a few minutes",
    },
  },
};
