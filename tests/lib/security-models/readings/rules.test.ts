import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cellSentence, outcomeOf } from "@/lib/security-models/readings/messages";
import { nameOf, packCells } from "@/lib/security-models/readings/rules";
import { gridPath, readingsRecord } from "@/lib/security-models/readings/schema";

const [modelId, pointId, indicatorId] = [randomUUID(), randomUUID(), randomUUID()];
const key = `${pointId}.${indicatorId}`;

describe("a form without scripts", () => {
  it("becomes the command's cells; boxes of other names are left behind", () => {
    const data = new FormData();
    data.set(nameOf(key, 3), "1.250");
    data.set("cell.not-an-id.x.1", "9");
    data.set("view", "model=x");
    const cells = packCells(data).getAll("cells");
    expect(cells).toHaveLength(1);
    expect(readingsRecord.parse({ modelId, period: "2026-q3", cells }).cells).toEqual([
      { pointId, indicatorId, text: "1.250", version: 3 },
    ]);
  });

  it("goes back to its view with how many were saved, or stays with each fault and every typed figure", () => {
    const data = new FormData();
    data.set("view", `model=${modelId}&period=2026-q3&page=2&evil=//x`);
    data.set(nameOf(key, 0), "7000");
    expect(outcomeOf([{ key, stored: true, value: 7, version: 1 }], data, "vi")).toBeUndefined();
    expect(gridPath(data.get("view"), { saved: "1" })).toBe(
      `/security-models/readings?model=${modelId}&period=2026-q3&page=2&saved=1`,
    );
    expect(outcomeOf([{ key, stored: false, code: "out-of-range:0:5000" }], data, "vi")).toMatchObject({
      status: "error",
      errors: { [key]: ["Nhập từ 0 đến 5.000"] },
      values: { [key]: ["7000"] },
    });
  });

  it("cannot be sent on to an address of its own", () => {
    expect(gridPath("//evil.example")).toBe("/security-models/readings");
    expect(gridPath("model=javascript:1&period=x&unit=12")).toBe("/security-models/readings?period=x");
  });
});

describe("why a cell was refused", () => {
  it("is said in numbers as the reader writes them", () => {
    const theirs = { value: 1250.5, version: 2 };
    expect(cellSentence({ key, stored: false, code: "changed", theirs }, "vi")).toContain("1.250,5");
    expect(cellSentence({ key, stored: false, code: "changed", theirs }, "en")).toContain("1,250.5");
    expect(cellSentence({ key, stored: false, code: "too-precise:2" }, "vi")).toBe(
      "Nhập nhiều nhất 2 chữ số sau dấu phẩy",
    );
  });
});
