import { describe, expect, it } from "vitest";
import { cleanName, sizeOf } from "@/lib/core/attachments";

describe("the name of a file", () => {
  it("keeps its accents, composed, and ends in what the file is", () => {
    expect(cleanName("Ảnh chợ nổi Cái Răng.JPEG", "jpg", "Ảnh")).toBe("Ảnh chợ nổi Cái Răng.jpg");
    expect(cleanName("Báo cáo tháng 11.docx".normalize("NFD"), "docx", "x")).toBe("Báo cáo tháng 11.docx");
    expect(cleanName("ảnh.png", "jpg", "Ảnh")).toBe("ảnh.jpg");
    expect(cleanName("Kế hoạch 20.11", "pdf", "x")).toBe("Kế hoạch 20.11.pdf");
    expect(cleanName("hoa don.pdf.exe", "pdf", "x")).toBe("hoa don.pdf.exe.pdf");
  });

  it("has no folder, no control character, nothing that turns the reading direction", () => {
    expect(cleanName("../../etc/pass\u0000wd.pdf", "pdf", "x")).toBe("passwd.pdf");
    expect(cleanName("C:\\Users\\a\\ảnh.jpg", "jpg", "x")).toBe("ảnh.jpg");
    expect(cleanName("anh\u202Egpj.exe\r\nSet-Cookie: a\u2028.pdf", "pdf", "x")).toBe(
      "anhgpj.exeSet-Cookie- a.pdf",
    );
    expect(cleanName('a\ud800b<script>".pdf', "pdf", "x")).toBe("ab-script--.pdf");
  });

  it("is never empty and at most 120 characters, cut between characters", () => {
    for (const name of ["", ".", "..", ".jpg", "   ", "/", "\u0000"])
      expect(cleanName(name, "jpg", "Ảnh")).toBe("Ảnh.jpg");
    const long = cleanName(`${"ế😀".repeat(200)}.pdf`, "pdf", "x");
    expect([...long]).toHaveLength(120);
    expect(long.isWellFormed()).toBe(true);
    expect(long.endsWith(".pdf")).toBe(true);
  });
});

it("tells a size in round figures", () => {
  expect([sizeOf(1), sizeOf(299_600), sizeOf(3_449_000)]).toEqual([
    { value: 1, unit: "kB" },
    { value: 300, unit: "kB" },
    { value: 3.4, unit: "MB" },
  ]);
});
