import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { createSubject, endSubject, renameSubject } from "@/lib/safety-standard/subjects/commands";
import { getSubject, listSubjects } from "@/lib/safety-standard/subjects/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
let unitId: number;

beforeAll(async () => {
  ward = await db.actor("ward_officer", "31510");
  unitId = await db.unit("31510");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const typed = (name: string, more: object = {}) => ({
  id: randomUUID(),
  unitId,
  kind: "enterprise",
  name,
  validFrom: "2025-07-01",
  ...more,
});

describe("the list of a unit's agencies, enterprises and schools", () => {
  it("takes one in, gives it another name, ends it with a reason", async () => {
    const one = typed("Công ty Cấp nước Phú Lợi");
    await createSubject(ward, one);
    await renameSubject(ward, { id: one.id, version: 1, name: "Công ty Cấp nước và Môi trường Phú Lợi" });
    expect(
      await refusal(renameSubject(ward, { id: one.id, version: 1, name: "Tên khác hẳn" })),
    ).toMatchObject({
      code: "conflict",
      version: 2,
    });
    expect(
      await refusal(endSubject(ward, { id: one.id, version: 2, validTo: "2025-06-01", reason: "x" })),
    ).toMatchObject({ issues: [{ field: "validTo", code: "before-start" }] });
    await endSubject(ward, { id: one.id, version: 2, validTo: "2026-03-31", reason: "Giải thể" });
    expect(await getSubject(ward, { id: one.id })).toMatchObject({
      validTo: "2026-03-31",
      endReason: "Giải thể",
      may: { end: false },
    });
    expect((await listSubjects(ward, { state: "ended" })).rows.map(({ id }) => id)).toEqual([one.id]);
    expect((await listSubjects(ward, {})).total).toBe(0);
  });

  it("warns of one that looks the same, without accents, and takes it when that is meant", async () => {
    await createSubject(ward, typed("Trường THPT Hoàng Diệu", { kind: "school" }));
    const second = typed("trường thpt hoang dieu 2", { kind: "school" });
    expect(await refusal(createSubject(ward, second))).toMatchObject({
      code: "similar",
      similar: [{ label: "Trường THPT Hoàng Diệu" }],
    });
    await createSubject(ward, { ...second, acceptSimilar: "on" });
    // The very same name is said on its field, and never asked about: it could not be stored.
    const same = { code: "invalid", issues: [{ field: "name", code: "same-name" }] };
    const twin = typed("trường thpt hoang dieu", { kind: "school" });
    for (const acceptSimilar of [undefined, "on"])
      expect(await refusal(createSubject(ward, { ...twin, acceptSimilar }))).toMatchObject(same);
    const rename = { id: second.id, version: 1, name: "Trường THPT Hoàng Diệu", acceptSimilar: "on" };
    expect(await refusal(renameSubject(ward, rename))).toMatchObject(same);
    // Of another kind it is another one.
    await createSubject(ward, { ...twin, id: randomUUID(), kind: "agency", acceptSimilar: "on" });
  });

  it("refuses a day before the unit was there, and another ward's unit", async () => {
    expect(await refusal(createSubject(ward, typed("Bưu điện", { validFrom: "2025-06-30" })))).toMatchObject({
      issues: [{ field: "validFrom", code: "unit-not-then:Phường 1; Phường 2; Phường 3; Phường 4" }],
    });
    expect(
      await refusal(createSubject(ward, typed("Bưu điện", { unitId: await db.unit("31135") }))),
    ).toMatchObject({ code: "not-found" });
  });
});
