import { describe, expect, it } from "vitest";
import {
  hashPassword,
  needsRehash,
  passwordFault,
  randomPassword,
  verifyPassword,
} from "@/lib/core/passwords";

const own = ["phuloi.ngoc", "Nguyễn Thị Bích Ngọc", "Phường Phú Lợi"];

describe("a new password (S1, S2)", () => {
  it("needs 15 to 128 characters, counted as people see them", () => {
    expect(passwordFault("bốn con vịt bơi")).toBeUndefined();
    expect(passwordFault("bốn con vịt bơi".normalize("NFD"))).toBeUndefined();
    expect(passwordFault("bốn con vịt đi")).toBe("too-short:15");
    expect(passwordFault("🦆🐇🐎🐑🐒🐓🐔🐕🐖🐗🐘🐙🐚🐛")).toBe("too-short:15");
    expect(passwordFault(`${"mèo khen mèo dài đuôi ".repeat(6)}`.slice(0, 128))).toBeUndefined();
    expect(passwordFault("x1y2z3 ".repeat(19))).toBe("too-long:128");
  });

  it("may hold any characters and needs no kinds of them", () => {
    for (const password of [
      "mưa nguồn chớp bể",
      "!@#$%^&*()_+{}|:",
      "🦆🐇🐎🐑🐒🐓🐔🐕🐖🐗🐘🐙🐚🐛🐜",
      "thyme nutmeg salt dill",
      "831746902558134067",
    ])
      expect(passwordFault(password, own), password).toBeUndefined();
  });

  it("is not made of common words, of its owner's words, of runs or of repetitions", () => {
    for (const password of [
      "matkhaucongan123456",
      "Mật khẩu Cần Thơ 2026",
      "password password",
      "quantri-quantri-2026",
      "qwertyuiopasdfghjkl",
      "1q2w3e4r5t6y7u8i",
      "1qaz2wsx3edc4rfv",
      "123456789012345",
      "aaaaaaaaaaaaaaaaaaa",
      "abababababababab",
      "               ",
      "!!!!!!!!!!!!!!!!!!!!",
      "Nguyễn Thị Bích Ngọc",
      "phuloi.ngoc.phuloi",
      "NGUYEN THI BICH NGOC 12",
      "Phu Loi Phuong 2026",
    ])
      expect(passwordFault(password, own), password).toBe("guessable");
  });
});

describe("a hash (S11)", () => {
  it("is argon2id at 46 MiB, and older ones are made again", async () => {
    const hash = await hashPassword("bốn con vịt xiêm bơi");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(needsRehash(hash)).toBe(false);
    expect(needsRehash(hash.replace("m=47104", "m=19456"))).toBe(true);
  });

  it("opens to the same password however its accents are composed, and to no other", async () => {
    const hash = await hashPassword("bốn con vịt xiêm bơi".normalize("NFD"));
    expect(await verifyPassword(hash, "bốn con vịt xiêm bơi".normalize("NFC"))).toBe(true);
    expect(await verifyPassword(hash, "bốn con vịt xiêm bơi ")).toBe(false);
    expect(await verifyPassword(undefined, "bốn con vịt xiêm bơi")).toBe(false);
  });

  it("is made and checked in turn, whoever comes in between", async () => {
    const hash = await hashPassword("bốn con vịt xiêm bơi");
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => verifyPassword(n % 3 ? hash : undefined, "bốn con vịt xiêm bơi")),
    );
    expect(answers).toEqual(Array.from({ length: 12 }, (_, n) => n % 3 !== 0));
  });
});

describe("a one-time password (S8)", () => {
  it("can be read out, passes the rules, and never comes twice", () => {
    const made = Array.from({ length: 200 }, randomPassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) {
      expect(password).toMatch(/^[a-z]{6}(-[a-z]{6}){4}$/);
      expect(passwordFault(password), password).toBeUndefined();
    }
  });
});
