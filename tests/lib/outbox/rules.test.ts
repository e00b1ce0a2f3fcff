import { describe, expect, it } from "vitest";
import {
  batchLength,
  blockedBy,
  clockAhead,
  firstBatch,
  isForgotten,
  isOverdue,
  protocol,
} from "@/lib/outbox/rules";
import { syncRequest } from "@/lib/outbox/schema";

const id = "2136edcc-e70c-4ac2-b296-a90d9ae793e5";
const day = 86_400_000;
const request = (more: object = {}) => ({
  version: protocol,
  owner: id,
  parcels: [{ item: id, command: "outreach-sessions.create", values: { place: ["Chợ"] } }],
  ...more,
});
const takes = (body: unknown) => syncRequest.safeParse(body).success;

describe("what a device sends", () => {
  it("is taken when it is whole, also from an older client that does not know newer fields", () => {
    expect(takes(request())).toBe(true);
    expect(takes({ ...request(), sentBy: "something newer" })).toBe(true);
  });
  it("is refused whole when it speaks another version or is no request", () => {
    for (const broken of [
      null,
      [],
      {},
      request({ version: 0 }),
      request({ version: 2 }),
      request({ owner: "me" }),
      request({ parcels: [] }),
      request({ parcels: Array.from({ length: 21 }, () => request().parcels[0]) }),
      request({ parcels: [{ item: id, command: "users.create", values: {} }] }),
      request({ parcels: [{ item: id, command: "outreach-sessions.create", values: { place: "Chợ" } }] }),
      request({
        parcels: [{ item: id, command: "outreach-sessions.create", values: { note: ["x".repeat(100_001)] } }],
      }),
    ])
      expect(takes(broken), JSON.stringify(broken)?.slice(0, 80)).toBe(false);
  });
});

describe("the outbox", () => {
  it("keeps everything whatever a server answers, and says why", () => {
    expect([400, 401, 403, 404, 409, 413, 426, 500, 503, 418].map(blockedBy)).toEqual([
      "unreadable",
      "signed-out",
      "password",
      "version",
      "other-user",
      "unreadable",
      "version",
      "server",
      "server",
      "network",
    ]);
  });
  it("sends what fits into one request: twenty at most, and a long one alone", () => {
    const queue = (lengths: number[]) => firstBatch(lengths, (length) => length).length;
    expect(queue([])).toBe(0);
    expect(queue(Array(50).fill(900))).toBe(20);
    expect(queue([batchLength - 10, 5, 5, 1])).toBe(3);
    expect(queue([batchLength * 3, 1])).toBe(1);
    expect(queue([1, batchLength * 3, 1])).toBe(1);
  });
  it("warns after three days and forgets receipts after one", () => {
    expect([isOverdue(0, 3 * day), isOverdue(0, 3 * day + 1)]).toEqual([false, true]);
    expect([isForgotten(0, day), isForgotten(0, day + 1)]).toEqual([false, true]);
  });
  it("takes a clock as right within two minutes", () => {
    expect([clockAhead(119_000, 0), clockAhead(-119_000, 0)]).toEqual([0, 0]);
    expect(clockAhead(day, 0)).toBe(day);
    expect(clockAhead(0, day)).toBe(-day);
  });
});
