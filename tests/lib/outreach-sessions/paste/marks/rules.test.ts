import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf, prefill } from "@/lib/outreach-sessions/paste/marks/rules";
import { readReport } from "@/lib/outreach-sessions/paste/rules";

const topics = [{ code: "drugs", labelVi: "Phòng, chống ma túy" }];
const read = (text: string) => readReport(text, { today: "2025-10-20", topics });
const sentence =
  "Ngày 11/8/2025, tại chợ Phú Lợi tổ chức 01 cuộc tuyên truyền về ma túy cho 120 lượt người dự, phát hơn 350 tờ rơi";

describe("pieces of a read text", () => {
  it("tell what was read, each once, though two proposals share it", () => {
    const told = piecesOf(sentence, read(sentence)).filter(({ meaning }) => meaning);
    expect(told.map(({ text, meaning }) => `${meaning}: ${text}`)).toEqual([
      expect.stringMatching(/^day: .*11\/8\/2025$/),
      "place: chợ Phú Lợi",
      expect.stringMatching(/^count: 01 cuộc/),
      "topic: ma túy",
      expect.stringMatching(/^count: 120 lượt người/),
      expect.stringMatching(/^count: .*350 tờ rơi$/),
    ]);
  });

  it("are the text again, whatever the marks", () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([from, to]) => ({ from, to }));
    const mark = fc.record({ field: fc.constantFrom("heldOn" as const, "topics" as const), span });
    fc.assert(
      fc.property(
        fc.string({ minLength: 31, maxLength: 40, unit: "binary" }),
        fc.array(mark),
        (text, marks) => {
          const pieces = piecesOf(text, [{ marks }]);
          expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        },
      ),
    );
  });
});

describe("what a proposal fills in", () => {
  it("is the channel's own count, and keeps in words how sure one is where the form cannot (T7, T8)", () => {
    const [gathering, leaflets] = read(sentence).map(prefill);
    expect(gathering).toMatchObject({
      fields: {
        heldOn: "2025-08-11",
        channel: "meeting",
        attendance: 120,
        attendanceQualifier: "exact",
        topics: ["drugs"],
      },
      unsure: [],
    });
    expect(gathering?.fields.quantity).toBeUndefined();
    expect(leaflets).toMatchObject({ fields: { channel: "leaflet", quantity: 350 }, unsure: ["quantity"] });
    expect(leaflets?.fields.attendance).toBeUndefined();
  });
});
