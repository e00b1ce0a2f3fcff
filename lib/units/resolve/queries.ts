import * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { cached } from "@/lib/core/data-version";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { invalid } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { dayFault, unitName } from "./rules";
import type { NamedUnit, Passage, UnitBook } from "./schema";

/** What unit names are read against in the browser: the units of the actor's reach, of every day, and all there are. */
export const listNamedUnits = query({
  permission: "units.list",
  input: z.object({}),
  run: async (tx, _, scope) => ({ ...(await unitBook(tx, scope)), every: await everyUnit(tx, scope) }),
});

/** The units of the reach with their passages; few, and kept under the units' version. */
export const unitBook = (tx: Tx, scope: Scope): Promise<Required<UnitBook>> =>
  cached(tx, scope, ["units"], "names", () => readBook(tx, scope.reach === "all" ? null : scope.reach));

/** Every unit of every day with their passages, whatever the reach: which units there are is no secret. */
export const everyUnit = (tx: Tx, scope: Scope): Promise<Required<UnitBook>> =>
  cached(tx, { ...scope, reach: "all" }, ["units"], "names", () => readBook(tx, null));

/** A unit a session can be held together with, named so that it is told from others; without days it always stood. */
export type PartnerUnit = { id: number; fullName: string; validFrom?: Day; validTo?: Day };

/** Whom a session of any day can be held together with: every unit there is or was, those that go on first (T16). */
export const partnerUnits = (tx: Tx, scope: Scope): Promise<PartnerUnit[]> =>
  cached(tx, { ...scope, reach: "all" }, ["units"], "partners", async () => {
    const { units } = await everyUnit(tx, scope);
    const named = units.map((unit) => ({
      id: unit.id,
      fullName: unitName(unit, units),
      ...(unit.validFrom && { validFrom: unit.validFrom }),
      ...(unit.validTo && { validTo: unit.validTo }),
    }));
    const byName = new Intl.Collator("vi").compare;
    return named.sort(
      (a, b) => Number(Boolean(a.validTo)) - Number(Boolean(b.validTo)) || byName(a.fullName, b.fullName),
    );
  });

async function readBook(tx: Tx, reach: readonly number[] | null): Promise<Required<UnitBook>> {
  const ids = reach && [...reach];
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
}

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

/**
 * Refuses units of any reach that did not exist on a day: the first of them by name, behind a bar what there was
 * instead ("unit-not-then:Phường 1|Phường Phú Lợi").
 */
export async function requirePartnersOn(
  tx: Tx,
  scope: Scope,
  unitIds: readonly number[],
  day: Day,
  field: string,
): Promise<void> {
  if (unitIds.length === 0) return;
  const book = await everyUnit(tx, scope);
  for (const unitId of unitIds) {
    const unit = book.units.find(({ id }) => id === unitId);
    if (!unit) throw invalid(field, "unknown-choice");
    const fault = dayFault(unit, day, book);
    if (fault) throw invalid(field, `${fault.code}:${unitName(unit, book.units)}|${fault.detail ?? ""}`);
  }
}
