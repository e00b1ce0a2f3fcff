import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sessionCreate } from "@/lib/outreach-sessions/schema";

const session = {
  id: randomUUID(),
  unitId: "1",
  heldOn: "2025-08-11",
  place: "Chợ phường",
  channel: "meeting",
  topics: ["drugs"],
  attendance: "35",
};
const faults = (change: object) =>
  Object.fromEntries(
    (sessionCreate.safeParse({ ...session, ...change }).error?.issues ?? []).map((issue) => [
      issue.path[0],
      issue.message,
    ]),
  );

describe("a session's counts (T8)", () => {
  it("takes attendances for a gathering, a quantity for any other channel", () => {
    expect(faults({})).toEqual({});
    expect(faults({ channel: "loudspeaker_car", attendance: undefined, quantity: "20" })).toEqual({});
  });
  it("never lets loudspeaker rounds become attendances, nor the other way round", () => {
    expect(faults({ channel: "loudspeaker", attendance: "35", quantity: "3" })).toEqual({
      attendance: "not-of-this-channel",
    });
    expect(faults({ quantity: "3" })).toEqual({ quantity: "not-of-this-channel" });
    expect(faults({ attendance: undefined })).toEqual({ attendance: "required" });
    expect(faults({ channel: "leaflet", attendance: undefined })).toEqual({ quantity: "required" });
  });
  it("names one fault a field when nothing was filled in", () => {
    const issues = sessionCreate.safeParse({}).error?.issues.map((issue) => issue.path[0]);
    expect(new Set(issues)).toEqual(new Set(["id", "unitId", "heldOn", "place", "channel", "topics"]));
  });
});
