import { may } from "@/lib/core/access";
import { keepFiles, prepareFiles } from "@/lib/core/attached-files";
import { writeAudits } from "@/lib/core/audit";
import { command } from "@/lib/core/command";
import { type Day, fromDate, toDate, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { type UnitOption, unitById } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { RuralLevel } from "@/prisma/client/enums";
import { listSets } from "../criteria/queries";
import { latestSelf } from "../queries";
import { findCriteria, waitingFindings } from "./queries";
import { findingFault, programmeOf } from "./rules";
import { findingsConfirm, findingsRecord, findingWithdraw } from "./schema";

/**
 * Records one result for several criteria of a step by one document, with the files it rests on: all of it or nothing. A
 * ward's finding waits for the city's word, the city's own stands at once; what was found before stays in the history.
 */
export const recordFindings = command({
  permission: "rural-standard.findings.record",
  domain: "rural-standard",
  input: findingsRecord,
  unit: ({ unitId }) => unitId,
  creates: true,
  keepsAnswer: true,
  run: async (tx, { id, unitId, criteria: ids, judgedOn, documentDate, files, ...input }, scope) => {
    const unit = await unitById(tx, scope, unitId);
    const criteria = await findCriteria(tx, ids);
    const [first] = criteria;
    if (!first || criteria.length < ids.length) throw invalid("criteria", "unknown-choice");
    if (criteria.some(({ setKey, level }) => setKey !== first.setKey || level !== first.level))
      throw invalid("criteria", "several-sets");
    if (criteria.some(({ judgedByParts }) => judgedByParts)) throw invalid("criteria", "by-parts");
    // Before anything is held: pictures take their time.
    const prepared = await prepareFiles(files, "files");
    const set = await holdSet(tx, unit, first.setKey);
    const fault = findingFault(unit, set.programme, set, judgedOn);
    if (fault) throw new AppError("invalid", { issues: [fault] });
    const confirmed = may(scope, "rural-standard.findings.confirm");
    await tx.criterionFinding.createMany({
      data: criteria.map((criterion) => ({
        ...input,
        entryId: id,
        unitId,
        criterionId: criterion.id,
        judgedOn: toDate(judgedOn),
        documentDate: documentDate && toDate(documentDate),
        recordedById: scope.userId,
        ...(confirmed && { confirmedById: scope.userId, confirmedAt: new Date() }),
      })),
    });
    const kept = await keepFiles(tx, scope, { findingEntryId: id }, unitId, prepared);
    if (kept.length > 0) await writeAudits(tx, scope, "rural-standard.findings.files.add", kept);
    return {
      result: done(id, unit, first.setKey, first.level),
      audit: {
        subjectId: id,
        unitId,
        after: {
          ...input,
          ...(prepared.length > 0 && { files: prepared.map(({ row }) => row.name).join("; ") }),
          judgedOn,
          documentDate,
          setKey: first.setKey,
          level: first.level,
          criteria: criteria.map(({ code }) => code),
        },
      },
    };
  },
});

/** Confirms the findings that were seen waiting in a dossier, all or none; what came meanwhile waits on. */
export const confirmFindings = command({
  permission: "rural-standard.findings.confirm",
  domain: "rural-standard",
  input: findingsConfirm,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, unitId, setKey, findings }, scope) => {
    const unit = await unitById(tx, scope, unitId);
    await holdSet(tx, unit, setKey);
    const waiting = await waitingFindings(tx, unitId, setKey, findings);
    if (waiting.length !== findings.length) throw invalid("findings", "changed-since");
    await tx.criterionFinding.updateMany({
      where: { id: { in: findings } },
      data: { confirmedById: scope.userId, confirmedAt: new Date(), version: { increment: 1 } },
    });
    return {
      result: done(id, unit, setKey, null),
      audit: { subjectId: id, unitId, after: { setKey, criteria: waiting.map(({ code }) => code) } },
    };
  },
});

/** Takes a finding back that was entered by mistake: the one before it stands again. A ward takes back its own while they wait. */
export const withdrawFinding = command({
  permission: "rural-standard.findings.withdraw",
  domain: "rural-standard",
  input: findingWithdraw,
  run: async (tx, { id, version, reason }, scope) => {
    await tx.$queryRaw(sql`SELECT FROM criterion_finding WHERE id = ${id}::uuid FOR UPDATE`);
    const row = await findFinding(tx, id);
    if (!row) throw new AppError("not-found");
    const unit = await unitById(tx, scope, row.unitId);
    if (row.version !== version || row.withdrawnAt) throw new AppError("conflict", { version: row.version });
    if (row.confirmedAt && !may(scope, "rural-standard.findings.confirm"))
      throw invalid("reason", "confirmed");
    await tx.criterionFinding.update({
      where: { id },
      data: { withdrawnAt: new Date(), withdrawnReason: reason, version: version + 1 },
      select: { id: true },
    });
    const { setKey, level, code } = row.criterion;
    return {
      result: done(id, await latestSelf(tx, scope, unit), setKey, level),
      audit: {
        subjectId: id,
        unitId: row.unitId,
        before: { setKey, level, criteria: [code], result: row.result, judgedOn: fromDate(row.judgedOn) },
        after: { withdrawnOn: today() as Day },
        reason,
      },
    };
  },
});

const findFinding = (tx: Tx, id: string) =>
  tx.criterionFinding.findUnique({
    where: { id },
    select: {
      unitId: true,
      result: true,
      judgedOn: true,
      confirmedAt: true,
      withdrawnAt: true,
      version: true,
      criterion: { select: { setKey: true, level: true, code: true } },
    },
  });

/** The set, held while it is judged by: its criteria do not change meanwhile. */
async function holdSet(tx: Tx, unit: UnitOption, key: string) {
  await tx.$queryRaw(sql`SELECT FROM criteria_set WHERE key = ${key} FOR SHARE`);
  const set = (await listSets(tx, programmeOf(unit.type))).find((one) => one.key === key);
  if (!set) throw invalid("criteria", "other-kind");
  return set;
}

type Done = { id: string; path?: string };

// A repeated request is answered with the id alone.
function done(id: string, unit: UnitOption, setKey: string, level: RuralLevel | null): Done {
  const page = unit.type === "commune" ? "/rural-standard" : "/rural-standard/urban";
  const step = level === null ? "" : `&level=${level}`;
  return { id, path: `${page}/${unitRef(unit)}?set=${setKey}${step}&saved=1#criteria` };
}
