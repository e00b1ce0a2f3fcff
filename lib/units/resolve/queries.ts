import * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { cached } from "@/lib/core/data-version";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { invalid } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { dayFault } from "./rules";
import type { NamedUnit, Passage, UnitBook } from "./schema";

/** What unit names are read against in the browser: the units of the actor's reach, of every day. */
export const listNamedUnits = query({
  permission: "units.list",
  input: z.object({}),
  run: (tx, _, scope) => unitBook(tx, scope),
});

/** The units of the reach with their passages; few, and kept under the units' version. */
export const unitBook = (tx: Tx, scope: Scope): Promise<Required<UnitBook>> =>
  cached(tx, scope, ["units"], "names", async () => {
    const ids = scope.reach === "all" ? null : [...scope.reach];
    const units = await tx.$queryRaw<NamedUnit[]>(sql`
      SELECT id, code, full_name AS "fullName", type::text, valid_from::text AS "validFrom", valid_to::text AS "validTo",
             district_name AS district, province_name AS province
        FROM unit WHERE ${ids}::int[] IS NULL OR id = ANY (${ids}::int[])
       ORDER BY valid_to IS NOT NULL, valid_to, district_name, type, full_name COLLATE "vi-x-icu"`);
    const passages = await tx.$queryRaw<Passage[]>(sql`
      SELECT s.predecessor_id AS "from", s.successor_id AS "to", s.effective_on::text AS "on", s.kind::text
        FROM unit_succession s JOIN unit p ON p.id = s.predecessor_id JOIN unit u ON u.id = s.successor_id
       WHERE ${ids}::int[] IS NULL OR (p.id = ANY (${ids}::int[]) AND u.id = ANY (${ids}::int[]))
       ORDER BY s.effective_on, s.kind, p.full_name COLLATE "vi-x-icu", u.full_name COLLATE "vi-x-icu"`);
    return { units, passages };
  });

/** Refuses a unit that did not exist on a day, naming what there was instead; one outside the reach is not looked at. */
export async function requireUnitOn(
  tx: Tx,
  scope: Scope,
  unitId: number,
  day: Day,
  field = "unitId",
): Promise<void> {
  const book = await unitBook(tx, scope);
  const unit = book.units.find(({ id }) => id === unitId);
  const fault = unit && dayFault(unit, day, book);
  if (fault) throw invalid(field, fault.detail ? `${fault.code}:${fault.detail}` : fault.code);
}
