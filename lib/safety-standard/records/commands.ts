import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { writeAudits } from "@/lib/core/audit";
import { command } from "@/lib/core/command";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { type Sql, sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { unitRef } from "@/lib/units/rules";
import { candidatesOf, lockRecords, type StoredRecord } from "./queries";
import { type Act, canDo, dayFault, decidedByCity, isRegistered, registrationFault } from "./rules";
import {
  bulkRegister,
  recordPropose,
  recordRecognize,
  recordRefuse,
  recordRevoke,
  recordScore,
  recordWithdraw,
} from "./schema";

/** Registers subjects of a unit for a year, all at once; those that are registered already stay as they are. */
export const registerSubjects = command({
  permission: "safety-standard.records.register",
  domain: "safety-standard",
  input: bulkRegister,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, unitId, year, registeredOn, chosen, commune }, scope) => {
    const fault = registrationFault(year, registeredOn, today());
    if (fault) throw new AppError("invalid", { issues: [fault] });
    const unit = await unitById(tx, scope, unitId);
    await requireUnitOn(tx, scope, unit.id, registeredOn, "registeredOn");
    const subjects = await chosenOf(tx, { unitId, year, registeredOn, chosen, commune });
    const open = subjects.filter(({ state }) => !isRegistered(state));
    const rows = open.map((row) => ({
      kind: row.kind,
      area_id: row.kind === "area" ? row.id : null,
      subject_id: row.kind === "area" ? null : row.id,
      record_id: row.recordId,
    }));
    const count = await store(tx, { unitId, year, registeredOn, rows: JSON.stringify(rows) }, scope);
    if (count === 0) throw invalid("chosen", "already-registered");
    return {
      result: { id, ref: unitRef(unit), year, count },
      audit: {
        subjectId: id,
        unitId,
        after: { year, registeredOn, count, chosen: open.map(({ name }) => name).join("; ") },
      },
    };
  },
});

type Chosen = Pick<z.output<typeof bulkRegister>, "unitId" | "year" | "registeredOn" | "chosen" | "commune">;

/** The chosen ones as they stood in the unit on the day; what is of another ward does not exist for its reader (S18). */
async function chosenOf(tx: Tx, { unitId, year, registeredOn, chosen, commune }: Chosen) {
  if (chosen.length === 0 && !commune) throw invalid("chosen", "required-choice");
  const there = await candidatesOf(tx, unitId, year, registeredOn);
  const found = there.filter(({ id }) => (id === null ? commune : chosen.includes(id)));
  const missing = chosen.filter((id) => !there.some((row) => row.id === id));
  if (missing.length === 0) return found;
  const [known] = await tx.$queryRaw<{ count: number }[]>(sql`
    SELECT (SELECT count(*) FROM residential_area WHERE id = ANY (${missing}::uuid[]))::int
         + (SELECT count(*) FROM safety_subject WHERE id = ANY (${missing}::uuid[]))::int AS count`);
  if (known?.count !== missing.length) throw new AppError("not-found");
  throw invalid("chosen", `not-then:${missing.length}`);
}

type Registering = { unitId: number; year: number; registeredOn: Day; rows: string };

/**
 * How many were stored: new records, and those that had been withdrawn, which come to the unit of the day they are
 * registered on now. Two at once never make two of one.
 */
async function store(
  tx: Tx,
  { unitId, year, registeredOn, rows }: Registering,
  scope: Scope,
): Promise<number> {
  const chosen = sql`jsonb_to_recordset(${rows}::jsonb) AS c (kind safety_kind, area_id uuid, subject_id uuid, record_id uuid)`;
  const again = await tx.$executeRaw(sql`
    UPDATE safety_record r SET state = 'registered', unit_id = ${unitId}, registered_on = ${registeredOn}::date, ${cleared}, scored_on = NULL, score = NULL, self_met = NULL, ${written(scope)}
      FROM ${chosen} WHERE r.id = c.record_id AND r.state = 'withdrawn'`);
  const fresh = await tx.$executeRaw(sql`
    INSERT INTO safety_record (id, year, kind, unit_id, area_id, subject_id, registered_on, written_by_id)
    SELECT gen_random_uuid(), ${year}, c.kind, ${unitId}, c.area_id, c.subject_id, ${registeredOn}::date, ${scope.userId}::uuid FROM ${chosen}
     WHERE c.record_id IS NULL ON CONFLICT DO NOTHING`);
  return again + fresh;
}

/** What a subject says of its own year; after a refusal or revocation it is the beginning of another try. */
export const scoreRecord = command({
  permission: "safety-standard.records.score",
  domain: "safety-standard",
  input: recordScore,
  run: async (tx, { id, version, scoredOn, score, selfMet }, scope) =>
    take(tx, "score", id, version, scoredOn, { scoredOn, score, selfMet: selfMet === "yes" }, (record) => ({
      statement: sql`UPDATE safety_record r SET state = 'scored', scored_on = ${scoredOn}::date, score = ${score}, self_met = ${selfMet === "yes"}, ${cleared},
        ${written(scope)} WHERE id = ${record.id}::uuid`,
    })),
});

/** Puts records before who decides; each meets the criteria by its own account. */
export const proposeRecords = command({
  permission: "safety-standard.records.propose",
  domain: "safety-standard",
  input: recordPropose,
  run: async (tx, { chosen, proposedOn }, scope) =>
    takeAll(
      tx,
      scope,
      "propose",
      chosen,
      proposedOn,
      { proposedOn },
      (ids) =>
        sql`UPDATE safety_record SET state = 'proposed', proposed_on = ${proposedOn}::date, ${written(scope)} WHERE id = ANY (${ids}::uuid[])`,
    ),
});

type Deciding = z.output<typeof recordRecognize>;

/** One decision that recognises several; two at once recognise each exactly once. */
const recognize = (
  tx: Tx,
  { chosen, decisionNumber, decidedOn, decidedBy }: Deciding,
  scope: Scope,
  commune: boolean,
) =>
  takeAll(
    tx,
    scope,
    "recognize",
    chosen,
    decidedOn,
    { decisionNumber, decidedOn, decidedBy },
    (ids) =>
      sql`UPDATE safety_record SET state = 'recognized', decision_number = ${decisionNumber}, decided_on = ${decidedOn}::date, decided_by = ${decidedBy},
      reason = NULL, ${written(scope)} WHERE id = ANY (${ids}::uuid[])`,
    commune,
  );

/** The commune's chairman recognises what is in the commune (Thông tư 124/2021, 48/2025/TT-BCA); its chief enters it. */
export const recognizeRecords = command({
  permission: "safety-standard.records.recognize",
  domain: "safety-standard",
  input: recordRecognize,
  run: (tx, input, scope) => recognize(tx, input, scope, false),
});

/** The city recognises communes. */
export const recognizeCommunes = command({
  permission: "safety-standard.communes.recognize",
  domain: "safety-standard",
  input: recordRecognize,
  run: (tx, input, scope) => recognize(tx, input, scope, true),
});

/** Refuses what was proposed, with the reason; the subject may score itself anew. */
export const refuseRecord = command({
  permission: "safety-standard.records.refuse",
  domain: "safety-standard",
  input: recordRefuse,
  run: (tx, input, scope) => refuse(tx, input, scope, false),
});
export const refuseCommune = command({
  permission: "safety-standard.communes.refuse",
  domain: "safety-standard",
  input: recordRefuse,
  run: (tx, input, scope) => refuse(tx, input, scope, true),
});

/** Takes a recognition back from a day on; the decision and the reason stay. */
export const revokeRecord = command({
  permission: "safety-standard.records.revoke",
  domain: "safety-standard",
  input: recordRevoke,
  run: (tx, input, scope) => revoke(tx, input, scope, false),
});
export const revokeCommune = command({
  permission: "safety-standard.communes.revoke",
  domain: "safety-standard",
  input: recordRevoke,
  run: (tx, input, scope) => revoke(tx, input, scope, true),
});

const refuse = (tx: Tx, input: z.output<typeof recordRefuse>, scope: Scope, commune: boolean) => {
  const { id, version, decidedOn, decidedBy, decisionNumber = null, reason } = input;
  const after = { decidedOn, decidedBy, decisionNumber };
  return take(tx, "refuse", id, version, decidedOn, after, () => ({
    commune,
    reason,
    statement: sql`UPDATE safety_record SET state = 'refused', decided_on = ${decidedOn}::date, decided_by = ${decidedBy}, decision_number = ${decisionNumber},
      reason = ${reason}, ${written(scope)} WHERE id = ${id}::uuid`,
  }));
};

const revoke = (
  tx: Tx,
  { id, version, revokedOn, reason }: z.output<typeof recordRevoke>,
  scope: Scope,
  commune: boolean,
) =>
  take(tx, "revoke", id, version, revokedOn, { revokedOn }, () => ({
    commune,
    reason,
    statement: sql`UPDATE safety_record SET state = 'revoked', revoked_on = ${revokedOn}::date, reason = ${reason}, ${written(scope)} WHERE id = ${id}::uuid`,
  }));

/** Takes back a registration that was entered wrongly, as long as nobody has decided. */
export const withdrawRecord = command({
  permission: "safety-standard.records.withdraw",
  domain: "safety-standard",
  input: recordWithdraw,
  run: (tx, { id, version, reason }, scope) =>
    take(tx, "withdraw", id, version, today(), {}, () => ({
      reason,
      statement: sql`UPDATE safety_record SET state = 'withdrawn', reason = ${reason}, ${written(scope)} WHERE id = ${id}::uuid`,
    })),
});

type Step = { statement: Sql; reason?: string; commune?: boolean };

/** One act on one record that was read at a version. */
async function take(
  tx: Tx,
  act: Act,
  id: string,
  version: number,
  day: Day,
  after: Record<string, unknown>,
  step: (record: StoredRecord) => Step,
) {
  const [record] = await lockRecords(tx, [id]);
  if (!record) throw new AppError("not-found");
  const { statement, reason, commune } = step(record);
  requireLevel(record, commune);
  if (record.version !== version)
    throw new AppError("conflict", { version: record.version, differing: differing(record, after) });
  requireOpen(act, [record], day);
  await requireOne(tx, statement, 1);
  return {
    result: { id },
    audit: {
      subjectId: id,
      unitId: record.unitId,
      before: told(record),
      after: { ...after, state: stateAfter[act] },
      reason,
    },
  };
}

/** One act on several, all or none, a row of the log for each. */
async function takeAll(
  tx: Tx,
  scope: Scope,
  act: "propose" | "recognize",
  chosen: readonly string[],
  day: Day,
  after: Record<string, unknown>,
  statement: (ids: string[]) => Sql,
  commune?: boolean,
) {
  if (chosen.length === 0) throw invalid("chosen", "required-choice");
  const records = await lockRecords(tx, chosen);
  for (const record of records) requireLevel(record, commune);
  requireOpen(act, records, day);
  await requireOne(tx, statement([...chosen]), chosen.length);
  const [first, ...others] = records.map((record) => ({
    subjectId: record.id,
    unitId: record.unitId,
    before: told(record),
    after: { name: record.name, ...after, state: stateAfter[act] },
  }));
  const permission =
    act === "propose"
      ? "safety-standard.records.propose"
      : commune
        ? "safety-standard.communes.recognize"
        : "safety-standard.records.recognize";
  if (others.length > 0) await writeAudits(tx, scope, permission, others);
  return { result: { id: records[0]?.id ?? "", count: records.length }, audit: first ?? {} };
}

const stateAfter = {
  score: "scored",
  propose: "proposed",
  recognize: "recognized",
  refuse: "refused",
  revoke: "revoked",
  withdraw: "withdrawn",
} as const satisfies Record<Act, string>;

const told = ({ name, year, state, score, decisionNumber, decidedOn }: StoredRecord) => ({
  name,
  year,
  state,
  score,
  decisionNumber,
  decidedOn,
});

/** A decision by the wrong level finds nothing: a ward's chief has no say on the ward itself. */
function requireLevel({ kind }: StoredRecord, commune: boolean | undefined) {
  if (commune !== undefined && decidedByCity(kind) !== commune) throw new AppError("not-found");
}

function requireOpen(act: Act, records: readonly StoredRecord[], day: Day) {
  const field = records.length > 1 || act === "propose" || act === "recognize" ? "chosen" : "id";
  const closed = records.filter((record) => !canDo(act, record));
  if (closed.length > 0)
    throw invalid(
      field,
      act === "propose" && closed.some(({ selfMet }) => selfMet === false) ? "not-met" : "not-from-here",
    );
  for (const record of records) {
    const fault = dayFault(act, record, day);
    if (fault) throw new AppError("invalid", { issues: [fault] });
  }
}

/** Row-level security lets nothing through that is not the writer's. */
async function requireOne(tx: Tx, statement: Sql, wanted: number) {
  if ((await tx.$executeRaw(statement)) !== wanted) throw new AppError("not-found");
}

const cleared = sql`proposed_on = NULL, decision_number = NULL, decided_on = NULL, decided_by = NULL, revoked_on = NULL, reason = NULL`;
const written = (scope: Scope) =>
  sql`written_by_id = ${scope.userId}::uuid, updated_at = now(), version = version + 1`;
