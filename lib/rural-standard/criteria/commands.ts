import { command } from "@/lib/core/command";
import { addDays, toDate, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { type CriterionRecord, hasFindings, listCriteria, listSets } from "./queries";
import { additionFault, keyOf, parentOf, positionOf, startFault } from "./rules";
import { criterionAdd, criterionChange, criterionEnd, setAdd } from "./schema";

/** Adds a set of criteria; the one before it ends the day before, unless units were judged by it since. */
export const addSet = command({
  permission: "rural-standard.criteria.add-set",
  domain: "rural-standard",
  input: setAdd,
  creates: true,
  run: async (tx, { id, programme, period, from, citation, groups, note }) => {
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('criteria sets'))`);
    const last = (await listSets(tx, programme)).at(-1);
    const fault = startFault(last, from);
    if (fault) throw new AppError("invalid", { issues: [fault] });
    const key = keyOf(programme, period);
    if (await tx.criteriaSet.count({ where: { key } })) throw invalid("period", "taken");
    if (last) {
      const [late] = await tx.$queryRaw<unknown[]>(sql`
        SELECT FROM criterion_finding f JOIN criterion c ON c.id = f.criterion_id WHERE c.set_key = ${last.key} AND f.judged_on >= ${from}::date LIMIT 1`);
      if (late) throw invalid("from", "findings-after");
      await tx.criteriaSet.update({
        where: { key: last.key },
        data: { validTo: toDate(addDays(from, -1)), version: last.version + 1 },
        select: { key: true },
      });
    }
    const communeGroups = (groups ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    await tx.criteriaSet.create({
      data: { key, programme, validFrom: toDate(from), citation, communeGroups, note },
      select: { key: true },
    });
    return {
      result: { id, key: key as string | undefined },
      audit: { subjectId: key, after: { programme, period, from, citation, groups: communeGroups, note } },
    };
  },
});

/** Adds a criterion, or a part of one, to a set that nobody was judged by yet. */
export const addCriterion = command({
  permission: "rural-standard.criteria.add",
  domain: "rural-standard",
  input: criterionAdd,
  creates: true,
  run: async (tx, { id, setKey, level = null, code, name, group = null, security }) => {
    const set = await holdUnused(tx, setKey, "code");
    const fault = additionFault(set.programme, await listCriteria(tx, setKey), { level, code, group });
    if (fault) throw new AppError("invalid", { issues: [fault] });
    await tx.criterion.create({
      data: {
        ...{ id, setKey, level, code, name, communeGroup: group, isSecurity: security },
        parent: parentOf(code),
        position: positionOf(code),
      },
      select: { id: true },
    });
    return {
      result: { id, setKey: setKey as string | undefined },
      audit: { subjectId: id, after: { setKey, level, code, name, group, security } },
    };
  },
});

/** Names a criterion anew, or marks it as the one on security, before anybody is judged by it. */
export const changeCriterion = command({
  permission: "rural-standard.criteria.change",
  domain: "rural-standard",
  input: criterionChange,
  run: async (tx, { id, version, name, security }) => {
    const before = await findCriterion(tx, id);
    await holdUnused(tx, before.setKey, "name");
    const told = { name: before.name, security: before.isSecurity };
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing(told, { name, security }),
      });
    await tx.criterion.update({
      where: { id },
      data: { name, isSecurity: security, version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id, setKey: before.setKey },
      audit: { subjectId: id, before: told, after: { name, security } },
    };
  },
});

/** Takes a criterion out of a set that nobody was judged by yet, with its parts. */
export const endCriterion = command({
  permission: "rural-standard.criteria.end",
  domain: "rural-standard",
  input: criterionEnd,
  run: async (tx, { id, version, reason }) => {
    const before = await findCriterion(tx, id);
    const { setKey, level, code } = before;
    await holdUnused(tx, setKey, "reason");
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    const { count } = await tx.criterion.updateMany({
      where: { setKey, level, endedOn: null, OR: [{ id }, { parent: code }] },
      data: { endedOn: toDate(today()), version: { increment: 1 } },
    });
    return {
      result: { id, setKey },
      audit: { subjectId: id, before: { code, name: before.name }, after: { ended: count }, reason },
    };
  },
});

/** The set, held; refused once units were judged by it, so that all are judged alike. */
async function holdUnused(tx: Tx, key: string, field: string) {
  const [set] = await tx.$queryRaw<{ programme: "rural" | "urban" }[]>(
    sql`SELECT programme::text FROM criteria_set WHERE key = ${key} FOR UPDATE`,
  );
  if (!set) throw new AppError("not-found");
  if (await hasFindings(tx, key)) throw invalid(field, "set-in-use");
  return set;
}

async function findCriterion(tx: Tx, id: string): Promise<CriterionRecord & { setKey: string }> {
  const row = await tx.criterion.findFirst({ where: { id, endedOn: null }, select: { setKey: true } });
  const found = row && (await listCriteria(tx, row.setKey)).find((one) => one.id === id);
  if (!found) throw new AppError("not-found");
  return { ...found, setKey: row.setKey };
}
