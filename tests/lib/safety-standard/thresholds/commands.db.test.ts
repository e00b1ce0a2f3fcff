import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { getUnitYear } from "@/lib/safety-standard/simulator/queries";
import { addThreshold, withdrawThreshold } from "@/lib/safety-standard/thresholds/commands";
import { listThresholds } from "@/lib/safety-standard/thresholds/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;

beforeAll(async () => {
  city = await db.actor("city_officer");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const typed = (more: object = {}) => ({
  id: randomUUID(),
  key: "recognized_percent",
  validFrom: "2026-01-01",
  value: 80,
  citation: "Văn bản thử nghiệm",
  ...more,
});
const inForce = async (year: number) =>
  (await getUnitYear(city, { ref: "31150", year })).thresholds.recognized_percent;

describe("a threshold", () => {
  it("stands with its citation from the circular's first day", async () => {
    const { rows } = await listThresholds(city, {});
    expect(rows.map(({ key, value, validFrom, inForce: now }) => [key, value, validFrom, now])).toEqual([
      ["effective_models", 1, "2022-02-10", true],
      ["registered_percent", 100, "2022-02-10", true],
      ["recognized_percent", 70, "2022-02-10", true],
      ["disciplined_most", 0, "2022-02-10", true],
    ]);
    expect(rows.every(({ citation }) => citation.includes("124/2021/TT-BCA, Điều 5"))).toBe(true);
  });

  it("is followed by a later one, earlier years keep theirs; a mistaken one is withdrawn with its reason", async () => {
    const later = typed();
    await addThreshold(city, later);
    expect([(await inForce(2025))?.value, (await inForce(2026))?.value]).toEqual([70, 80]);
    expect(await refusal(addThreshold(city, typed({ validFrom: "2025-01-01" })))).toMatchObject({
      issues: [{ field: "validFrom", code: "not-later:2026-01-01" }],
    });
    await withdrawThreshold(city, { id: later.id, reason: "Nhập nhầm" });
    expect((await inForce(2026))?.value).toBe(70);
    const { rows } = await listThresholds(city, {});
    expect(rows.find(({ id }) => id === later.id)?.withdrawnReason).toBe("Nhập nhầm");
    expect(await refusal(withdrawThreshold(city, { id: later.id, reason: "x" }))).toMatchObject({
      code: "not-found",
    });
  });

  it("never leaves a condition without any, nor passes a hundred per cent", async () => {
    const { rows } = await listThresholds(city, {});
    const only = rows.find(({ key }) => key === "disciplined_most")?.id as string;
    expect(await refusal(withdrawThreshold(city, { id: only, reason: "x" }))).toMatchObject({
      issues: [{ field: "reason", code: "first-threshold:2022-02-10" }],
    });
    // Nor the first when a later one stands: the years between would have none.
    await addThreshold(city, typed({ key: "disciplined_most", value: 1 }));
    expect(await refusal(withdrawThreshold(city, { id: only, reason: "x" }))).toMatchObject({
      issues: [{ field: "reason", code: "first-threshold:2022-02-10" }],
    });
    const offered = (await listThresholds(city, {})).rows.filter(({ key }) => key === "disciplined_most");
    expect(offered.map(({ value, mayWithdraw }) => [value, mayWithdraw])).toEqual([
      [1, true],
      [0, false],
    ]);
    expect(await refusal(addThreshold(city, typed({ value: 101, validFrom: "2026-06-01" })))).toMatchObject({
      issues: [{ field: "value", code: "too-large:100" }],
    });
  });

  it("is withdrawn and added one at a time by key: of two at once the later looks at what the first left", async () => {
    const { rows } = await listThresholds(city, {});
    const first = rows.find(({ key }) => key === "registered_percent")?.id as string;
    const later = typed({ key: "registered_percent", validFrom: "2026-03-01", value: 90 });
    await addThreshold(city, later);
    const both = await Promise.allSettled(
      [first, later.id].map((id) => withdrawThreshold(city, { id, reason: "Nhập nhầm" })),
    );
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    const days = ["2026-04-01", "2026-05-01", "2026-06-01"];
    await Promise.allSettled(
      days.map((validFrom) => addThreshold(city, typed({ key: "registered_percent", validFrom, value: 95 }))),
    );
    const { rows: stored } = await db.owner.query(
      "SELECT valid_from::text AS day FROM safety_threshold WHERE key = 'registered_percent' AND withdrawn_at IS NULL ORDER BY created_at, valid_from",
    );
    const stand = stored.map(({ day }) => day);
    expect(stand).toEqual([...stand].sort());
  });

  it("is the city's to set", async () => {
    const chief = await db.actor("ward_chief", "31150");
    expect(await refusal(addThreshold(chief, typed({ validFrom: "2026-07-01" })))).toMatchObject({
      code: "denied",
    });
  });
});
