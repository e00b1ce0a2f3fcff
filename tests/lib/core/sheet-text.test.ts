import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { sheetText } from "@/lib/core/sheet-text";
import { officeDocument, zip } from "@/tests/zip";

const workbook = async (rows: unknown[][]) => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Khu dân cư");
  for (const row of rows) sheet.addRow(row);
  book.addWorksheet("Khác").addRow(["không đọc"]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a workbook as text", () => {
  it("is its first sheet: texts, numbers, empty cells in their places", async () => {
    const content = await workbook([
      ["Đơn vị", "Tên", "Số hộ"],
      ["Phường Phú Lợi", "Khóm 1", 125],
      [null, "Khóm 2", null, "ghi chú"],
      ["=1+1", 'một "hai"', 0],
    ]);
    expect(await sheetText(content)).toEqual({
      text: 'Đơn vị\tTên\tSố hộ\nPhường Phú Lợi\tKhóm 1\t125\n\tKhóm 2\t\tghi chú\n=1+1\t"một ""hai"""\t0',
    });
  });

  it("keeps a formula's last result, and a day as the number of days that readers of days know", async () => {
    const content = await workbook([[{ formula: "A2*2", result: 250 }, new Date("2025-08-11T00:00:00Z")]]);
    expect(await sheetText(content)).toEqual({ text: "250\t45880" });
  });
});

describe("a file that is no list", () => {
  it.each([
    ["a Word document", officeDocument("docx"), "not-a-sheet"],
    ["a picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), "not-a-sheet"],
    ["an archive", new Uint8Array(zip([{ name: "a.txt", content: "x" }])), "not-a-sheet"],
    ["nothing", new Uint8Array(), "empty-file"],
    ["old letters", Uint8Array.from([0x50, 0x68, 0xfa, 0x20]), "not-utf8"],
    ["a workbook without a sheet", officeDocument("xlsx"), "damaged"],
  ])("%s is refused", async (_, content, fault) => {
    expect(await sheetText(new Uint8Array(content))).toEqual({ fault });
  });

  it("that unpacks to too much is refused quickly, whatever it claims (S33)", async () => {
    const packed = deflateRawSync(Buffer.alloc(60_000_000, "<row>"));
    const bomb = officeDocument("xlsx", [{ name: "xl/worksheets/sheet1.xml", content: packed }]);
    // The helper stores parts as they are: the two heads of the part are made to say that it is packed.
    const name = Buffer.from("xl/worksheets/sheet1.xml");
    bomb.writeUInt16LE(8, bomb.indexOf(name) - 30 + 8);
    bomb.writeUInt16LE(8, bomb.lastIndexOf(name) - 46 + 10);
    expect(await sheetText(new Uint8Array(bomb))).toEqual({ fault: "damaged" });
    const small = Buffer.from(
      officeDocument("xlsx", [{ name: String(name), content: deflateRawSync("<row/>") }]),
    );
    small.writeUInt16LE(8, small.indexOf(name) - 30 + 8);
    small.writeUInt16LE(8, small.lastIndexOf(name) - 46 + 10);
    expect(await sheetText(new Uint8Array(small))).toEqual({ text: "" });
    const far = officeDocument("xlsx", [
      {
        name: "xl/worksheets/sheet1.xml",
        content: '<sheetData><row r="1000000"><c r="A1"><v>1</v></c></row></sheetData>',
      },
    ]);
    expect(await sheetText(new Uint8Array(far))).toEqual({ fault: "too-many-rows:5000" });
  });

  it("with broken or hostile markup is read without harm", async () => {
    const sheet = (content: string) =>
      sheetText(new Uint8Array(officeDocument("xlsx", [{ name: "xl/worksheets/sheet1.xml", content }])));
    expect(
      await sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b &#x1F600;&#0;</t></is></c></row>'),
    ).toEqual({
      text: "a & b 😀",
    });
    expect(await sheet("<row".repeat(200_000))).toEqual({ text: "" });
    expect(await sheet('<!DOCTYPE x [<!ENTITY e "boom">]><row r="1"><c r="A1"><v>&e;</v></c></row>')).toEqual(
      {
        text: "&e;",
      },
    );
  });
});

describe("a workbook's shared strings", () => {
  const withStrings = (strings: string, cells: string) =>
    sheetText(
      new Uint8Array(
        officeDocument("xlsx", [
          { name: "xl/worksheets/sheet1.xml", content: `<row r="1">${cells}</row>` },
          { name: "xl/sharedStrings.xml", content: `<sst>${strings}</sst>` },
        ]),
      ),
    );
  const cell = (at: number) => `<c t="s"><v>${at}</v></c>`;

  it("keep their numbers where one, a cell or a row is empty", async () => {
    expect(
      await withStrings(
        "<si/><si><t>Khóm 1</t></si><si /><si><t/></si><si><t>Khóm 2</t></si>",
        `${cell(1)}<c/>${cell(4)}`,
      ),
    ).toEqual({ text: "Khóm 1\t\tKhóm 2" });
    expect(await withStrings("<si><t>Khóm 1</t></si>", `</row><row/><row>${cell(0)}`)).toEqual({
      text: "\n\nKhóm 1",
    });
  });

  it("are read without their reading aids, in one pass even where none of those ends (S33)", async () => {
    expect(await withStrings("<si><t>Ấp</t><rPh sb='0'><t>x</t></rPh><t> 1</t><rPh/></si>", cell(0))).toEqual(
      {
        text: "Ấp 1",
      },
    );
    const unclosed = `<t>Khóm 1</t>${"<rPh>".repeat(7_900)}<t>x</t>`;
    expect(await withStrings(`<si>${unclosed}</si>`.repeat(400), cell(399))).toEqual({ text: "Khóm 1" });
  });

  it("that are named but not there are a damage, not an empty cell", async () => {
    expect(await withStrings("<si><t>Khóm 1</t></si>", cell(1))).toEqual({ fault: "damaged" });
  });

  it("that are named over and over, or elements without end, are too much", async () => {
    const long = `<si><t>${"a".repeat(30_000)}</t></si>`;
    expect(await withStrings(long, cell(0).repeat(40))).toEqual({ fault: "too-much" });
    expect(await withStrings("", "<c/>".repeat(600_001))).toEqual({ fault: "too-much" });
  });
});

describe("a csv file", () => {
  it("is its text", async () => {
    expect(await sheetText(bytes("\ufeffTên;Số hộ\nKhóm 1;12"))).toEqual({ text: "Tên;Số hộ\nKhóm 1;12" });
  });
});
