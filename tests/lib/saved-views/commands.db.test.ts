import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { savedLists } from "@/lib/saved-views/catalog";
import { keepView, removeView } from "@/lib/saved-views/commands";
import { listViews } from "@/lib/saved-views/queries";
import { viewOf } from "@/lib/saved-views/rules";
import { viewParameters } from "@/lib/security-models/points/list/schema";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const list = "security-models.points" as const;
let officer: Actor;
let colleague: Actor;
let leader: Actor;

beforeAll(async () => {
  [officer, colleague, leader] = [
    await db.actor("ward_officer", "31510"),
    await db.actor("ward_officer", "31510"),
    await db.actor("leader"),
  ];
});

const keep = (actor: Actor, name: string, view = "status=suspended", more: object = {}) =>
  keepView(actor, { id: randomUUID(), list, name, view, ...more });
const named = async (actor: Actor) => (await listViews(actor, { list })).map(({ name }) => name);

describe("views that a person keeps", () => {
  it("are their own, whoever shares the unit, a leader's too", async () => {
    await keep(officer, "Tạm ngưng");
    await keep(leader, "Toàn thành phố", "sort=-members");
    expect(await named(officer)).toEqual(["Tạm ngưng"]);
    expect(await named(leader)).toEqual(["Toàn thành phố"]);
    expect(await named(colleague)).toEqual([]);
    expect(await listViews(officer, { list: "security-models" })).toEqual([]);
  });

  it("hold what belongs to a view of the list and nothing else", async () => {
    const { id } = await keep(
      officer,
      "Sạch",
      "q=chua&evil=1&page=3&asOf=2020-01-01&cursor=x&status=suspended&boundary=current&cols=model&cols=unit&__proto__=1",
    );
    const kept = (await listViews(officer, { list })).find((view) => view.id === id);
    expect(kept?.view).toBe("q=chua&status=suspended&cols=model.unit");
    await expect(keep(officer, "Trống", "evil=1&page=2")).rejects.toMatchObject({
      code: "invalid",
      details: { issues: [{ field: "view", code: "required" }] },
    });
    await expect(keep(officer, "Dài", `q=${"a".repeat(2_001)}`)).rejects.toMatchObject({ code: "invalid" });
    await expect(keep(officer, "Khác", "q=a", { list: "users" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("know every parameter of the list, so that no filter is lost", () => {
    expect([...savedLists[list].parameters].sort()).toEqual([...viewParameters].sort());
    const all = viewParameters.map((name) => `${name}=x`).join("&");
    expect([...new URLSearchParams(viewOf(list, all)).keys()].sort()).toEqual([...viewParameters].sort());
  });

  it("carry each name once, whatever its case, and are thirty at most, also from many tabs", async () => {
    await expect(keep(officer, "TẠM NGƯNG")).rejects.toMatchObject({
      details: { issues: [{ field: "name", code: "name-taken" }] },
    });
    await keep(colleague, "Tạm ngưng");
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (_, at) => keep(colleague, `Cách ${at}`)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(29);
    expect(await named(colleague)).toHaveLength(30);
  });

  it("are taken away by their owner only", async () => {
    const [view] = await listViews(officer, { list });
    await expect(removeView(leader, { id: view?.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(removeView(colleague, { id: view?.id })).rejects.toMatchObject({ code: "not-found" });
    await removeView(officer, { id: view?.id });
    expect((await listViews(officer, { list })).some(({ id }) => id === view?.id)).toBe(false);
    expect((await db.audit("saved-views.remove"))[0]).toMatchObject({
      subject_id: view?.id,
      outcome: "done",
    });
  });

  it("are kept once when sent twice", async () => {
    const sent = { id: randomUUID(), list, name: "Hai lần", view: "q=a" };
    await Promise.all([keepView(leader, sent), keepView(leader, sent)]);
    expect((await named(leader)).filter((name) => name === "Hai lần")).toHaveLength(1);
  });
});
