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
      issues: [{ field: "reason", code: "last-threshold" }],
    });
    expect(await refusal(addThreshold(city, typed({ value: 101, validFrom: "2026-06-01" })))).toMatchObject({
      issues: [{ field: "value", code: "too-large:100" }],
    });
  });

  it("is the city's to set", async () => {
    const chief = await db.actor("ward_chief", "31150");
    expect(await refusal(addThreshold(chief, typed({ validFrom: "2026-07-01" })))).toMatchObject({
      code: "denied",
    });
  });
});
