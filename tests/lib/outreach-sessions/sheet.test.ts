import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeItem } from "@/lib/core/code-labels";
import { channels, isGathering, qualifiers } from "@/lib/outreach-sessions/catalog";
import { audiencePhrases, channelCells, channelPhrases } from "@/lib/outreach-sessions/cells/catalog";
import {
  type Cells,
  type ColumnKey,
  columnKeys,
  columnsFor,
  faultSentence,
  headingOf,
  readHeadings,
  readRow,
  type SheetContext,
  sheetColumns,
  showRow,
} from "@/lib/outreach-sessions/sheet";

const list = (name: string): CodeItem[] =>
  readFileSync("prisma/data/code-lists.csv", "utf8")
    .split("\n")
    .flatMap((line) => {
      const cells = [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map((match) => match[1] ?? match[2] ?? "");
      const [kind, code, labelVi, labelEn] = cells;
      return kind === name && code && labelVi && labelEn ? [{ code, labelVi, labelEn }] : [];
    });
const unit = (
  id: number,
  code: string,
  fullName: string,
  [validFrom, validTo]: [string | null, string | null],
  district: string | null = null,
) => ({ id, code, fullName, type: "ward" as const, validFrom, validTo, district });
const now: [string, null] = ["2025-07-01", null];
const then: [null, string] = [null, "2025-06-30"];
const units = [
  unit(1, "31510", "Phường Phú Lợi", now),
  unit(2, "31511", "Phường 1", then, "Thành phố Sóc Trăng"),
  unit(3, "31140", "Phường Tân An", now),
  unit(4, "31141", "Phường Tân An", then, "Quận Ninh Kiều"),
  unit(5, "31401", "Xã Tân An", then, "Huyện Long Mỹ"),
  unit(6, "31402", "Xã Tân An", then, "Huyện Kế Sách"),
];
const context: SheetContext = {
  today: "2026-11-22",
  units,
  // Beyond the reader's reach, too: whom a session can be held together with.
  every: {
    units: [
      ...units,
      unit(7, "31135", "Phường Ninh Kiều", now),
      unit(8, "31136", "Phường Tân Lợi", then, "Quận Ninh Kiều"),
    ],
    passages: [
      { from: 2, to: 1, on: "2025-07-01", kind: "whole" },
      { from: 8, to: 7, on: "2025-07-01", kind: "whole" },
    ],
  },
  unitId: 1,
  topics: list("topic"),
  audiences: list("audience"),
};
const cells: Cells = {
  heldOn: "11/8/2025",
  place: "Chợ Phú Lợi",
  channel: "Trực tiếp",
  topics: "ma túy",
  amount: "120",
};

/** One cell of an otherwise faultless row: what was typed for its fields, or its fault. */
function read(key: ColumnKey, text: string, others: Cells = {}) {
  const { typed, faults } = readRow({ ...cells, ...others, [key]: text }, context);
  const fault = faults[key];
  if (fault) return fault.detail === undefined ? fault.code : `${fault.code} ${fault.detail}`;
  const fields = sheetColumns.find((column) => column.key === key)?.fields ?? [];
  return fields.flatMap((field) => typed[field] ?? []);
}

describe("a day", () => {
  it.each([
    ["11/08/2025", "2025-08-11"],
    ["11/8/25", "2025-08-11"],
    ["11.8.2025", "2025-08-11"],
    ["11-8-2025", "2025-08-11"],
    [" Thứ hai, 11/8/2025 ", "2025-08-11"],
    ["ngày 11 tháng 8 năm 2025", "2025-08-11"],
    ["2025-08-11", "2025-08-11"],
    ["2025-08-11T07:30:00Z", "2025-08-11"],
    ["11/08/2025 00:00", "2025-08-11"],
    ["11-Aug-25", "2025-08-11"],
    ["11/8 07:30", "2026-08-11"],
    ["45880", "2025-08-11"],
    ["45880.3125", "2025-08-11"],
    ["22/11", "2026-11-22"],
    ["23/11", "2025-11-23"],
    ["29/2", "2024-02-29"],
  ])("%s is %s", (text, day) => {
    expect(read("heldOn", text)).toEqual([day]);
  });

  it.each([
    ["30/2/2025", "not-a-date"],
    ["8/25/2025", "not-a-date"],
    ["hôm qua", "not-a-date"],
    ["120", "not-a-date"],
    ["23/11/2026", "in-the-future"],
    ["1/1/1970", "too-early:1975-04-30"],
    ["", "required"],
  ])("%s is refused: %s", (text, code) => {
    expect(read("heldOn", text)).toBe(code);
  });
});

describe("a unit", () => {
  it.each([
    ["phu loi", "11/8/2025", ["1"]],
    ["P. Phú Lợi", "11/8/2025", ["1"]],
    ["31510", "11/8/2025", ["1"]],
    ["", "11/8/2025", ["1"]],
    ["P1", "1/3/2025", ["2"]],
    ["Phường 1 Thành phố Sóc Trăng", "1/3/2025", ["2"]],
    // T5: never today's Tân An for a row of March.
    ["phường tân an", "1/3/2025", ["4"]],
    ["Tân An", "11/8/2025", ["3"]],
    ["Xã Tân An (Huyện Long Mỹ)", "1/3/2025", ["5"]],
  ])("%s on %s", (text, heldOn, ids) => {
    expect(read("unit", text, { heldOn })).toEqual(ids);
  });

  it("stops and asks where two had the name that day, and says which", () => {
    expect(read("unit", "xa tan an", { heldOn: "1/3/2025" })).toBe(
      "unit-ambiguous Xã Tân An (Huyện Long Mỹ); Xã Tân An (Huyện Kế Sách)",
    );
    expect(read("unit", "Tân An", { heldOn: "1/3/2025" })).toMatch(
      /^unit-ambiguous .*Quận Ninh Kiều.*Kế Sách/,
    );
    expect(read("unit", "phường tân an", { heldOn: "" })).toMatch(/^unit-ambiguous/);
  });

  it("must have existed on the day, and lie in reach", () => {
    expect(read("unit", "Phường 1", { heldOn: "11/8/2025" })).toBe("unit-not-then");
    expect(read("unit", "", { heldOn: "1/3/2025" })).toBe("unit-not-then");
    expect(read("unit", "Cái Khế")).toBe("unit-unknown");
  });

  it("is no column for whoever has one only", () => {
    const own = { ...context, units: context.units.slice(0, 1) };
    expect(columnsFor(own).map(({ key }) => key)).toEqual(columnKeys.filter((key) => key !== "unit"));
    expect(readRow(cells, own)).toMatchObject({ typed: { unitId: ["1"] }, faults: {} });
  });
});

describe("units that took part (T16)", () => {
  it.each([
    ["Ninh Kiều", "11/8/2025", ["7"]],
    ["Tân Lợi; phường 1", "1/3/2025", ["8", "2"]],
    ["P. Tân Lợi, P1", "1/3/2025", ["8", "2"]],
    ["Phường 1, TP Sóc Trăng\nTân Lợi", "1/3/2025", ["2", "8"]],
    ["31135; Ninh Kiều", "11/8/2025", ["7"]],
    ["", "11/8/2025", []],
  ])("%s on %s", (text, heldOn, ids) => {
    expect(read("coUnits", text, { heldOn, ...(heldOn < "1/7" ? { unit: "phường tân an" } : {}) })).toEqual(
      ids,
    );
  });

  it("are those of the session's day: others are refused with what there was", () => {
    expect(read("coUnits", "Ninh Kiều", { heldOn: "1/3/2025", unit: "P1" })).toBe(
      "partner-not-then Phường Tân Lợi",
    );
    expect(read("coUnits", "Tân Lợi", { heldOn: "11/8/2025" })).toBe("partner-not-then Phường Ninh Kiều");
    expect(read("coUnits", "Hội phụ nữ")).toBe("partner-unknown");
  });

  it("where one stops and asks, a choice keeps the others", () => {
    const { faults } = readRow(
      { ...cells, heldOn: "1/3/2025", unit: "P1", coUnits: "Tân Lợi; xã tân an" },
      context,
    );
    expect(faults.coUnits).toMatchObject({
      code: "partner-ambiguous",
      choices: ["Tân Lợi; Xã Tân An (Huyện Long Mỹ)", "Tân Lợi; Xã Tân An (Huyện Kế Sách)"],
    });
  });
});

describe("a channel", () => {
  it.each([
    ["Tuyên truyền trực tiếp", "meeting"],
    ["truc tiep", "meeting"],
    ["họp dân", "meeting"],
    ["đến từng nhà", "door_to_door"],
    ["gõ cửa từng hộ", "door_to_door"],
    ["Trực tiếp tại ngày hội", "festival"],
    ["loa phường", "loudspeaker"],
    ["Phát thanh", "loudspeaker"],
    ["xe loa lưu động", "loudspeaker_car"],
    ["phát tờ rơi", "leaflet"],
    ["Tin, bài", "post"],
    ["bài đăng Zalo", "post"],
    ["Leaflets", "leaflet"],
    // As officers write in their notes.
    ["đến nhà", "door_to_door"],
    ["Tới nhà", "door_to_door"],
    ["tại nhà", "door_to_door"],
    ["den nha dan", "door_to_door"],
    ["đi từng ngõ, gõ từng nhà", "door_to_door"],
    ["họp tại nhà văn hóa", "meeting"],
    ["sinh hoạt dưới cờ", "meeting"],
    ["họp", "meeting"],
    ["miệng", "meeting"],
    ["loa kéo", "loudspeaker"],
    ["cụm loa khóm 3", "loudspeaker"],
    ["xe lưu động", "loudspeaker_car"],
    ["áp phích", "leaflet"],
    ["mxh", "post"],
    ["FB", "post"],
    ["nhóm Zalo", "post"],
    ["video TikTok", "post"],
    ["văn nghệ", "other"],
    ["khác", "other"],
  ])("%s is %s", (text, channel) => {
    expect(read("channel", text)).toEqual([channel]);
  });

  it("is asked for where it is unclear or two", () => {
    expect(read("channel", "abc")).toBe("channel-unknown");
    expect(read("channel", "họp dân, phát tờ rơi")).toBe("channel-two");
  });
});

describe("topics", () => {
  it.each([
    ["Phòng, chống ma túy", ["drugs"]],
    ["ma tuy, tin dung den", ["drugs", "black-credit"]],
    ["Phòng, chống tội phạm; Phòng, chống ma túy", ["crime-prevention", "drugs"]],
    ["Tuyên truyền về PCCC\nlừa đảo qua mạng", ["fire-prevention", "online-fraud"]],
    ["drugs; fireworks", ["drugs", "fireworks"]],
    ["VNeID, định danh điện tử, dịch vụ công trực tuyến", ["vneid-services"]],
    ["ma túy, ma túy", ["drugs"]],
  ])("%j are %j", (text, codes) => {
    expect(read("topics", text)).toEqual(codes);
  });

  it("that cannot be read are named, never left out", () => {
    expect(read("topics", "ma túy, chuyện lạ")).toBe("code-unknown chuyện lạ");
    expect(read("topics", "tuyên truyền")).toBe("code-unknown tuyên truyền");
  });

  it.each([
    ["học sinh", ["pupils"]],
    ["hoc sinh", ["pupils"]],
    ["HS", ["pupils"]],
    ["các em học sinh", ["pupils"]],
    ["thanh niên", ["youth"]],
    ["ĐVTN, phụ nữ", ["youth", "women"]],
    ["chị em phụ nữ", ["women"]],
    ["bà con nhân dân", ["residents"]],
    ["bà con", ["residents"]],
    ["người già", ["elderly"]],
    ["cán bộ hưu trí", ["elderly"]],
    ["phật tử, sư sãi", ["believers"]],
    ["đồng bào Khmer", ["ethnic"]],
    ["người dân tộc", ["ethnic"]],
    ["công nhân", ["workers"]],
    ["NLĐ", ["workers"]],
    ["cán bộ, công chức", ["officials"]],
    ["tiểu thương", ["business"]],
    ["chủ nhà trọ", ["business"]],
    ["xe ôm", ["drivers"]],
    ["người sau cai", ["at-risk"]],
    ["học sinh, giáo viên", ["pupils", "officials"]],
  ])("%j is the audience %j", (text, codes) => {
    expect(read("audiences", text)).toEqual(codes);
  });

  it("audiences that no list has are named", () => {
    expect(read("audiences", "học sinh, phi hành gia")).toBe("code-unknown phi hành gia");
  });

  it("every everyday word is of a code in the city's list, and means one", () => {
    const known = context.audiences.map(({ code }) => code);
    expect(Object.keys(audiencePhrases).toSorted()).toEqual(known.toSorted());
    const means = Object.entries(audiencePhrases).flatMap(([code, words]) =>
      words.split("|").map((word) => [word.replace("=", ""), code] as const),
    );
    expect(new Set(means.map(([word]) => word)).size).toBe(means.length);
    for (const [word, code] of means) expect([word, read("audiences", word)]).toEqual([word, [code]]);
    const ways = [...channelPhrases, ...channelCells].flatMap(([channel, words]) =>
      words.split("|").map((word) => [word.replace("=", ""), channel] as const),
    );
    for (const [word, channel] of ways) expect([word, read("channel", word)]).toEqual([word, [channel]]);
  });

  it("audiences go by their list", () => {
    expect(read("audiences", "Học sinh, sinh viên; người dân")).toEqual(["pupils", "residents"]);
    expect(read("audiences", "")).toEqual([]);
  });
});

describe("views of a post (T8)", () => {
  it.each([
    ["1.250", ["1250"]],
    ["1250 lượt xem", ["1250"]],
    ["0", ["0"]],
    ["", []],
    ["nhiều", "not-a-number"],
    ["120 lượt người", "not-a-number"],
  ])("%j", (text, typed) => {
    expect(read("views", text, { channel: "bài đăng Zalo", amount: "1" })).toEqual(typed);
  });

  it("are of posts only", () => {
    expect(read("views", "120", { channel: "tờ rơi" })).toBe("views-of-post");
    expect(faultSentence("views", { code: "views-of-post" }, "vi")).toMatch(
      /^Lượt xem chỉ tính cho tin, bài/,
    );
  });

  it("have a column by its name, and stand behind the others where rows have no headings", () => {
    expect(readHeadings(["Ngày", "Hình thức", "Lượt xem"])).toEqual(["heldOn", "channel", "views"]);
    expect(columnKeys.indexOf("views")).toBeGreaterThan(columnKeys.indexOf("note"));
  });
});

describe("an amount", () => {
  it.each([
    ["120", ["120", "exact"]],
    ["1.250", ["1250", "exact"]],
    ["1,250", ["1250", "exact"]],
    ["hơn 120", ["120", "at_least"]],
    ["tren 120 luot nguoi", ["120", "at_least"]],
    ["120+", ["120", "at_least"]],
    ["> 120", ["120", "at_least"]],
    ["khoảng 50", ["50", "about"]],
    ["~50", ["50", "about"]],
    ["gần 2.000 người dự", ["2000", "about"]],
    ["một trăm hai mươi", ["120", "exact"]],
  ])("%s", (text, typed) => {
    expect(read("amount", text)).toEqual(typed);
  });

  it("goes by the row's channel (T8)", () => {
    const row = readRow({ ...cells, channel: "tờ rơi", amount: "350 tờ" }, context);
    expect(row.faults).toEqual({});
    expect(row.typed.quantity).toEqual(["350"]);
    expect(row.typed.attendance).toBeUndefined();
    expect(read("amount", "6 lượt", { channel: "xe loa" })).toEqual(["6"]);
  });

  it.each([
    ["đông", {}, "not-a-number"],
    ["12,5", {}, "not-a-number"],
    ["120-150", {}, "not-a-number"],
    ["120 con gà", {}, "not-a-number"],
    ["350 tờ rơi", {}, "not-of-this-channel"],
    ["120 lượt người", { channel: "tờ rơi" }, "not-of-this-channel"],
    ["hơn 350", { channel: "tờ rơi" }, "quantity-exact"],
    ["", {}, "required"],
  ] as [string, Cells, string][])("%s is refused", (text, others, code) => {
    expect(read("amount", text, others)).toBe(code);
  });
});

describe("headings", () => {
  it("are found in any order and spelling, the unknown left open", () => {
    expect(readHeadings(["STT", "NGAY", "Nơi tổ chức", "Nội dung", "Số lượt dự (lượt)", "Ghi chú"])).toEqual([
      undefined,
      "heldOn",
      "place",
      "topics",
      "amount",
      "note",
    ]);
    expect(readHeadings(["Date", "Place"])).toEqual(["heldOn", "place"]);
  });

  it("are none in a row of notes", () => {
    expect(readHeadings(["11/8", "Chợ Phú Lợi", "ma túy", "120"])).toBeUndefined();
    expect(readHeadings(["Ngày"])).toBeUndefined();
  });

  it("mean one column each", () => {
    const names = sheetColumns.flatMap(({ key, headings }) => [
      ...new Set(
        [headingOf(key, "vi"), headingOf(key, "en"), ...headings.split("|")].map((name) =>
          name.toLowerCase(),
        ),
      ),
    ]);
    expect(names.length).toBe(new Set(names).size);
  });
});

it("what a row shows reads back to the same session", () => {
  const some = <T>(of: readonly T[]) => fc.subarray([...of], { minLength: 1 });
  const words = fc
    .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
    .map((text) => text.normalize("NFC").trim())
    .filter(Boolean);
  const row = fc.record({
    heldOn: fc.date({ min: new Date("1980-01-01"), max: new Date("2026-11-22"), noInvalidDate: true }),
    place: words,
    title: fc.option(words),
    channel: fc.constantFrom(...channels),
    topics: some(context.topics),
    audiences: fc.subarray([...context.audiences]),
    count: fc.integer({ min: 1, max: 99_999 }),
    views: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
    qualifier: fc.constantFrom(...qualifiers),
    unit: fc.constantFrom(...context.units),
    partners: fc.subarray([...context.every.units]),
    locale: fc.constantFrom("vi" as const, "en" as const),
  });
  fc.assert(
    fc.property(
      row,
      ({
        heldOn,
        place,
        title,
        channel,
        topics,
        audiences,
        count,
        views,
        qualifier,
        unit,
        partners,
        locale,
      }) => {
        const day = heldOn.toISOString().slice(0, 10);
        const alive = (unit.validFrom ?? "") <= day && day <= (unit.validTo ?? "9999");
        fc.pre(alive);
        const together = partners.filter(
          ({ validFrom, validTo }) => (validFrom ?? "") <= day && day <= (validTo ?? "9999"),
        );
        const typed = {
          heldOn: [day],
          unitId: [String(unit.id)],
          place: [place],
          ...(title ? { title: [title] } : {}),
          channel: [channel],
          topics: topics.map(({ code }) => code),
          ...(isGathering(channel)
            ? { attendance: [String(count)], attendanceQualifier: [qualifier] }
            : { quantity: [String(count)] }),
          ...(channel === "post" && views !== null ? { views: [String(views)] } : {}),
          ...(audiences.length > 0 ? { audiences: audiences.map(({ code }) => code) } : {}),
          ...(together.length > 0 ? { coUnitIds: together.map(({ id }) => String(id)) } : {}),
        };
        const read = readRow(showRow(typed, context, locale), context);
        expect(read.faults).toEqual({});
        expect(read.typed).toEqual(typed);
      },
    ),
  );
});

it("every fault is told in both languages", () => {
  expect(faultSentence("topics", { code: "code-unknown", detail: "chuyện lạ" }, "vi")).toBe(
    "Không đọc được “chuyện lạ”; gõ tên trong danh mục",
  );
  expect(faultSentence("place", { code: "required" }, "vi")).toBe("Nhập địa điểm");
  expect(faultSentence("topics", { code: "required" }, "en")).toBe("Choose at least one topic");
  expect(faultSentence("amount", { code: "required" }, "vi")).toBe("Nhập số lượt dự của cuộc này");
  expect(faultSentence("heldOn", { code: "not-a-date" }, "vi")).toBe(
    "Ngày phải là ngày có thật, ví dụ 11/08/2025",
  );
});
