import { describe, expect, it } from "vitest";
import { mergerFault } from "@/lib/security-models/mergers/rules";

const days = { first: "2024-03-01", lastIn: null, intoFirst: "2023-01-01", lastRead: null };

describe("a merger of models", () => {
  it("comes after the first day of the model that goes", () => {
    expect(mergerFault(days, "2024-03-01")).toBe("before-start:2024-03-01");
    expect(mergerFault(days, "2024-03-02")).toBeUndefined();
    expect(mergerFault({ ...days, first: null }, "2023-01-01")).toBeUndefined();
  });

  it("comes no earlier than a merger into the model that goes", () => {
    expect(mergerFault({ ...days, lastIn: "2024-06-01" }, "2024-05-31")).toBe("before-merger:2024-06-01");
    expect(mergerFault({ ...days, lastIn: "2024-06-01" }, "2024-06-01")).toBeUndefined();
  });

  it("goes into one that runs, or into one that is new", () => {
    expect(mergerFault({ ...days, intoFirst: "2024-09-01" }, "2024-08-31")).toBe("into-not-begun:2024-09-01");
    expect(mergerFault({ ...days, intoFirst: null }, "2024-08-31")).toBeUndefined();
  });

  it("comes after the last period its indicators were read for, whose figures would leave every total", () => {
    expect(mergerFault({ ...days, lastRead: "2024-09-30" }, "2024-09-30")).toBe("read-until:2024-09-30");
    expect(mergerFault({ ...days, lastRead: "2024-09-30" }, "2024-10-01")).toBeUndefined();
  });
});
