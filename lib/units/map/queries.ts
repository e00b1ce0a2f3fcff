import type { Scope } from "@/lib/core/access";
import { cached } from "@/lib/core/data-version";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { type Sql, sql } from "@/lib/core/sql";
import { sameUnit } from "../facts/queries";
import { inForceOn } from "../queries";
import { unitRef } from "../rules";
import { type Drawn, drawMap, type Place, placesOf, type Shape } from "./rules";

export type DrawnUnit = Omit<Drawn, "key"> & { id: number; ref: string; name: string; fullName: string };

/** The units in force on a day as shapes of one drawing, by name. */
export type UnitMap = {
  height: number;
  units: DrawnUnit[];
  /** Units of the day of which nobody knows where they lie; with many of them there is no map of that day. */
  unplaced: number;
  /** Where the official shapes come from; null = a scheme. */
  source: string | null;
  /** Days on which units began, the first ones aside. */
  changes: Day[];
};

type Row = {
  id: number;
  code: string;
  name: string;
  fullName: string;
  validFrom: Day | null;
  validTo: Day | null;
  lon: number | null;
  lat: number | null;
  inForce: boolean;
  shape: Shape | null;
};
type Known = {
  units: Row[];
  edges: { predecessor: string; successor: string }[];
  source: string | null;
  changes: Day[];
};

/** The map of a day, drawn once and kept in this process until units or boundaries change; the same for every reader. */
export const unitMap = (tx: Tx, scope: Scope, day: Day): Promise<UnitMap> =>
  cached(tx, { ...scope, reach: "all" }, ["units"], `map ${day}`, async () =>
    draw(await readUnits(tx, day, null)),
  );

/** The map as a set of boundaries would draw it, whether it is in use or not. */
export const previewMap = async (tx: Tx, day: Day, setId: string): Promise<UnitMap> =>
  draw(await readUnits(tx, day, setId));

/** The shapes of a set by unit, for statements with the CTE `same`: a unit that only took another name or type keeps its own. */
const shapesIn = (setId: Sql): Sql => sql`
  SELECT DISTINCT ON (s.of) s.of AS unit_id, b.shape FROM same s JOIN unit_boundary b ON b.unit_id = s.id AND b.set_id = ${setId} ORDER BY s.of, s.depth`;

async function readUnits(tx: Tx, day: Day, setId: string | null): Promise<Known> {
  const [row] = await tx.$queryRaw<{ known: Known }[]>(sql`
    WITH RECURSIVE ${sameUnit()}, chosen AS (SELECT id, source FROM boundary_set WHERE ${setId === null ? sql`active` : sql`id = ${setId}::uuid`})
    SELECT jsonb_build_object(
      'units', (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'fullName', u.full_name, 'validFrom', u.valid_from, 'validTo', u.valid_to,
          'lon', u.label_lon, 'lat', u.label_lat, 'inForce', ${inForceOn(day, sql`u`)}, 'shape', b.shape) ORDER BY u.name COLLATE "vi-x-icu", u.full_name COLLATE "vi-x-icu", u.id)
          FROM unit u LEFT JOIN (${shapesIn(sql`(SELECT id FROM chosen)`)}) b ON b.unit_id = u.id
         WHERE ${inForceOn(day, sql`u`)} OR u.label_lon IS NOT NULL),
      'edges', (SELECT coalesce(jsonb_agg(jsonb_build_object('predecessor', predecessor_id::text, 'successor', successor_id::text)), '[]') FROM unit_succession),
      'source', (SELECT source FROM chosen),
      'changes', (SELECT coalesce(jsonb_agg(DISTINCT valid_from), '[]') FROM unit WHERE valid_from IS NOT NULL)
    ) AS known`);
  return (row as { known: Known }).known;
}

function draw({ units, edges, source, changes }: Known): UnitMap {
  const inForce = units.filter((unit) => unit.inForce);
  const labels = new Map<string, Place>();
  for (const { id, lon, lat } of units) if (lon !== null && lat !== null) labels.set(String(id), [lon, lat]);
  const places = placesOf(
    inForce.map(({ id }) => String(id)),
    labels,
    edges,
  );
  const placed = inForce.filter(({ id }) => places.has(String(id)));
  const { height, drawn } = drawMap(
    placed.map(({ id, shape }) => ({
      key: String(id),
      at: places.get(String(id)) as Place,
      shape: shape ?? undefined,
    })),
  );
  const shown = placed.map(({ id, name, fullName, ...unit }, index) => {
    const { key: _, ...shape } = drawn[index] as Drawn;
    return { id, ref: unitRef(unit), name, fullName, ...shape };
  });
  return {
    height,
    // A cell of the scheme reaches under its official neighbours: what they leave of it is the unit without a shape.
    units: [...shown.filter(({ official }) => !official), ...shown.filter(({ official }) => official)],
    unplaced: inForce.length - placed.length,
    source: drawn.some(({ official }) => official) ? source : null,
    changes: changes.sort(),
  };
}
