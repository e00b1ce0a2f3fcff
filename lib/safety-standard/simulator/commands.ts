import { command } from "@/lib/core/command";
import { today } from "@/lib/core/days";
import { invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import { disciplinesOf } from "../queries";
import { yearFault } from "../rules";
import { disciplineRecord } from "./schema";

/** The city says whether somebody of a unit's police was disciplined in a year, with where that is known from. */
export const recordDiscipline = command({
  permission: "safety-standard.discipline.record",
  domain: "safety-standard",
  input: disciplineRecord,
  unit: ({ unitId }) => unitId,
  run: async (tx, { unitId, year, source, ...typed }, scope) => {
    const unit = await unitById(tx, scope, unitId);
    const fault = yearFault(year, today());
    if (fault) throw invalid("year", fault);
    if ((unit.validFrom ?? "") > `${year}-12-31` || (unit.validTo ?? "9999") < `${year}-01-01`)
      throw invalid("year", "unit-not-that-year");
    const disciplined = typed.disciplined === "yes";
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('safety discipline'), ${year})`);
    const before = (await disciplinesOf(tx, [unitId], year)).get(unitId);
    await tx.$executeRaw(sql`
      INSERT INTO safety_discipline AS d (unit_id, year, disciplined, source, written_by_id) VALUES (${unitId}, ${year}, ${disciplined}, ${source}, ${scope.userId}::uuid)
      ON CONFLICT (unit_id, year) DO UPDATE SET disciplined = excluded.disciplined, source = excluded.source, written_by_id = excluded.written_by_id,
        updated_at = now(), version = d.version + 1`);
    return {
      result: { ref: unitRef(unit), year },
      audit: { subjectId: unit.fullName, unitId, before, after: { year, disciplined, source } },
    };
  },
});
