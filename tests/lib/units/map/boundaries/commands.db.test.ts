import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { fieldSentence } from "@/lib/core/messages";
import { getMap } from "@/lib/statistics/map/queries";
import { activateBoundaries, retireBoundaries, uploadBoundaries } from "@/lib/units/map/boundaries/commands";
import { boundaryWords } from "@/lib/units/map/boundaries/messages";
import { getBoundarySet, listBoundarySets } from "@/lib/units/map/boundaries/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
let leader: Actor;

beforeAll(async () => {
  administrator = await db.actor("administrator");
  leader = await db.actor("leader");
});

/** Squares about the labels of today's units, but of those left out. */
async function file(without: readonly string[] = [], more: object[] = []): Promise<Uint8Array> {
  const { rows } = await db.owner.query(
    "SELECT code, label_lon AS lon, label_lat AS lat FROM unit WHERE valid_to IS NULL AND label_lon IS NOT NULL",
  );
  const features = rows
    .filter(({ code }) => !without.includes(code))
    .map(({ code, lon, lat }) => ({
      type: "Feature",
      properties: { ma: code, ten: "<script>alert(1)</script>" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [lon, lat],
            [lon + 0.01, lat],
            [lon + 0.01, lat + 0.01],
            [lon, lat + 0.01],
            [lon, lat],
          ],
        ],
      },
    }));
  return new TextEncoder().encode(
    JSON.stringify({ type: "FeatureCollection", features: [...features, ...more] }),
  );
}

const upload = async (content: Uint8Array, source = "Sở Nông nghiệp và Môi trường") =>
  (await uploadBoundaries(administrator, { id: randomUUID(), source, file: content })).id;
const versionOf = async (id: string) => (await getBoundarySet(administrator, { id })).set.version;
const activate = async (id: string) =>
  activateBoundaries(administrator, { id, version: await versionOf(id) });
const drawn = async () =>
  (await getMap(leader, { figure: "area", context: { ...readContext({}, leader.role), unit: undefined } }))
    .map;
const code = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error) => error.details?.issues?.[0]?.code ?? error.code,
  );

describe("a set of boundaries", () => {
  it("is checked first: what is missing and extra is told, and the map stays a scheme", async () => {
    const id = await upload(
      await file(["31510", "31135"], [{ type: "Feature", properties: { ma: "00001" }, geometry: null }]),
    );
    const { set, missing, map, may } = await getBoundarySet(administrator, { id });
    expect(set).toMatchObject({
      state: "draft",
      units: 101,
      report: { features: 102, extra: ["00001"], property: "ma" },
    });
    expect(missing.map(({ code }) => code).sort()).toEqual(["31135", "31510"]);
    expect(map.units.filter(({ official }) => official)).toHaveLength(101);
    expect(may).toEqual({ activate: true, retire: true });
    expect((await drawn()).source).toBeNull();
    expect(JSON.stringify(set)).not.toContain("script");
  });

  it("goes on the map for everybody, units without a shape by the scheme; the one before is kept", async () => {
    const first = await upload(await file(["31510"]), "Bộ thứ nhất");
    await activate(first);
    const map = await drawn();
    expect(map.source).toBe("Bộ thứ nhất");
    expect(map.units.filter(({ official }) => !official).map(({ ref }) => ref)).toEqual(["31510"]);
    const second = await upload(await file(), "Bộ thứ hai");
    await activate(second);
    expect((await drawn()).source).toBe("Bộ thứ hai");
    const states = new Map((await listBoundarySets(administrator, {})).map(({ id, state }) => [id, state]));
    expect([states.get(first), states.get(second)]).toEqual(["replaced", "active"]);
    // Back to the old one.
    await activate(first);
    expect((await drawn()).source).toBe("Bộ thứ nhất");
    await retireBoundaries(administrator, {
      id: first,
      version: await versionOf(first),
      reason: "Sai ranh giới",
    });
    expect((await drawn()).source).toBeNull();
    expect((await getBoundarySet(administrator, { id: first })).set).toMatchObject({
      state: "retired",
      retiredReason: "Sai ranh giới",
    });
    expect((await db.audit("map.boundaries.retire"))[0]).toMatchObject({
      subject_id: first,
      outcome: "done",
    });
  });

  it("is stored once when it is sent twice, and refused when its id comes with another file", async () => {
    const id = randomUUID();
    const content = await file();
    const before = (await listBoundarySets(administrator, {})).length;
    for (let times = 0; times < 2; times++)
      await uploadBoundaries(administrator, { id, source: "x", file: content });
    expect((await listBoundarySets(administrator, {})).length).toBe(before + 1);
    expect(
      await code(uploadBoundaries(administrator, { id, source: "x", file: await file(["31510"]) })),
    ).toBe("repeated");
  });

  it("that is not one is refused with its reason, and nothing is stored", async () => {
    const before = await listBoundarySets(administrator, {});
    const send = (content: Uint8Array, more: object = {}) =>
      code(uploadBoundaries(administrator, { id: randomUUID(), source: "x", file: content, ...more }));
    expect(await send(new Uint8Array())).toBe("required");
    expect(await send(new TextEncoder().encode("<html>"))).toBe("not-json");
    expect(await send(await file(), { property: "ten" })).toBe("no-unit:ma:ten");
    expect(await send(await file(), { source: "  " })).toBe("required");
    expect(await send(await file(), { property: "a\u0000" })).toBe("unknown-choice");
    expect(await listBoundarySets(administrator, {})).toEqual(before);
  });

  it("whose codes are right says of each unit what is wrong with its shape", async () => {
    const feature = (ma: string, geometry: object | null) => ({
      type: "Feature",
      properties: { ma },
      geometry,
    });
    const polygon = (...ring: unknown[]) => ({ type: "Polygon", coordinates: [ring] });
    const [a, b, c, d] = [
      [105.9, 9.6],
      [106, 9.6],
      [106, 9.7],
      [105.9, 9.7],
    ];
    const wrong: [object | null, string][] = [
      [null, "không có hình"],
      [{ type: "Point", coordinates: a }, "không phải vùng khép kín (Polygon, MultiPolygon)"],
      [polygon(a, c, b, d, a), "có cạnh cắt nhau"],
      [polygon(a, b, c), "có vòng chưa khép kín"],
      [polygon(a, a, a, a), "có vòng không có diện tích"],
      [polygon(a, ["x", 9.6], c, a), "có tọa độ không phải là số"],
    ];
    const told = async (...features: object[]) => {
      const content = new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
      const refused = await code(
        uploadBoundaries(administrator, { id: randomUUID(), source: "x", file: content }),
      );
      return fieldSentence("vi", "file", refused, "Tệp GeoJSON", boundaryWords.vi.errors);
    };
    for (const [geometry, why] of wrong)
      expect(await told(feature("31135", geometry))).toBe(
        `Không lấy được vùng nào. Phường Ninh Kiều (31135): ${why}`,
      );
    expect(await told(...[1, 2].map(() => feature("31135", polygon(a, b, c, d, a))))).toBe(
      "Không lấy được vùng nào. Phường Ninh Kiều (31135): mã có ở nhiều vùng, không rõ vùng nào đúng",
    );
    const { rows } = await db.owner.query("SELECT code FROM unit WHERE valid_to IS NULL LIMIT 8");
    expect(await told(...rows.map(({ code }) => feature(code, null)))).toMatch(/; và 3 đơn vị khác$/);
  });

  it("is one administrator's at a time: of two with the same page open the second is told", async () => {
    const id = await upload(await file());
    const version = await versionOf(id);
    const outcomes = await Promise.all([
      code(activateBoundaries(administrator, { id, version })),
      code(retireBoundaries(administrator, { id, version, reason: "x" })),
    ]);
    expect(outcomes.sort()).toEqual(["conflict", "ok"]);
  });

  it("is guarded by the database as well: others read the shapes and write none", async () => {
    const { withActor } = await import("@/lib/core/db");
    const { sql } = await import("@/lib/core/sql");
    const asLeader = { ...leader, reach: "all" as const };
    await expect(
      withActor(asLeader, (tx) =>
        tx.$executeRaw(
          sql`INSERT INTO boundary_set (id, source, sha256, bytes, report) VALUES (gen_random_uuid(), 'x', '', 1, '{}')`,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    expect(
      await withActor(asLeader, (tx) => tx.$executeRaw(sql`UPDATE boundary_set SET active = false`)),
    ).toBe(0);
  });
});
