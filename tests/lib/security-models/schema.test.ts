import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromFormData } from "@/lib/core/form-data";
import { modelCreate, readModelFilter } from "@/lib/security-models/schema";

const model = {
  id: randomUUID(),
  name: "Camera an ninh",
  block: "residential",
  fields: ["crime-prevention"],
  coreForce: "commune-police",
};
const read = (change: object) => modelCreate.safeParse({ ...model, ...change });
const faults = (change: object) =>
  Object.fromEntries((read(change).error?.issues ?? []).map((issue) => [issue.path[0], issue.message]));

describe("a model's spellings (T11)", () => {
  it("are one a line; blank lines, stray spaces and repetitions fall away", () => {
    expect(read({ aliases: " CLB hướng thiện \r\n\n Câu  lạc bộ\n CLB hướng thiện" }).data?.aliases).toEqual([
      "CLB hướng thiện",
      "Câu lạc bộ",
    ]);
    expect(read({}).data?.aliases).toEqual([]);
  });
  it("are bounded, each and together", () => {
    expect(faults({ aliases: "x".repeat(201) })).toEqual({ aliases: "line-too-long:200" });
    expect(faults({ aliases: Array.from({ length: 31 }, (_, at) => `tên ${at}`).join("\n") })).toEqual({
      aliases: "too-many:30",
    });
    expect(faults({ aliases: "x".repeat(10_000_000) })).toHaveProperty("aliases");
  });
  it("keep the name on one line", () => {
    expect(read({ name: "Tổ liên gia\nan toàn" }).data?.name).toBe("Tổ liên gia an toàn");
  });
});

describe("a model's form", () => {
  it("reads lists as lists, empty boxes as absent, and nothing it did not ask", () => {
    const data = new FormData();
    for (const [name, value] of [
      ["name", "Camera an ninh"],
      ["aliases", "Mắt thần"],
      ["fields", "drugs"],
      ["fields", "schools"],
      ["principles", "self_prevention"],
      ["description", " "],
      ["version", "9"],
    ])
      data.append(name as string, value as string);
    expect(fromFormData(data, modelCreate)).toEqual({
      name: "Camera an ninh",
      directives: [],
      aliases: "Mắt thần",
      fields: ["drugs", "schools"],
      principles: ["self_prevention"],
    });
  });
  it("names one fault a field when nothing was filled in", () => {
    const issues = modelCreate
      .safeParse({ fields: [], principles: [] })
      .error?.issues.map((issue) => issue.path[0]);
    expect(new Set(issues)).toEqual(new Set(["id", "name", "block", "fields", "coreForce"]));
  });
});

describe("the list's address", () => {
  it("leaves out what cannot be read", () => {
    expect(
      readModelFilter({
        level: "ministry",
        field: "religion",
        state: "dead",
        page: "-1",
        block: ["school", "agency"],
        other: "1",
      }),
    ).toEqual({ level: "ministry", field: "religion", block: "school" });
    expect(readModelFilter({ q: "\u0000" })).toEqual({});
    expect(readModelFilter({ q: "  sư sãi " })).toEqual({ q: "sư sãi" });
  });
});
