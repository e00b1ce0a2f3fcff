import type { Scope } from "@/lib/core/access";
import { namedCodes } from "@/lib/core/code-labels";
import { listCodes, requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { factsOf } from "../facts/queries";
import { inForceOn, type UnitOption, unitById } from "../queries";
import { requireUnitOn } from "../resolve/queries";
import { unitRef } from "../rules";
import { lockFact, lockPost, textOf } from "./queries";
import { factConflict, holdingFacts, rankedGroups } from "./rules";
import { factRecord, factWithdraw, postBegin, postEnd, profileUpdate } from "./schema";

/** Records a figure of a unit with its day and source; it stands beside the others, nothing is overwritten (T10). */
export const recordFact = command({
  permission: "units.facts.record",
  domain: "units",
  input: factRecord,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, input, scope) => {
    const { id, unitId, kind, value, qualifier, asOf, source } = input;
    const unit = await hold(tx, scope, unitId);
    await requireUnitOn(tx, scope, unitId, asOf, "asOf");
    const facts = await factsOf(tx, unitId, asOf);
    const conflict = factConflict(input, [...holdingFacts(facts, asOf).values()]);
    if (conflict) throw invalid("value", conflict);
    if (facts.some((known) => isSame(known, input))) throw invalid("value", "known-already");
    await tx.$executeRaw(sql`
      INSERT INTO unit_fact (id, unit_id, kind, value, qualifier, as_of, source, recorded_by_id)
      VALUES (${id}::uuid, ${unitId}, ${kind}::unit_fact_kind, ${value}::numeric, ${qualifier}::qualifier, ${asOf}::date, ${source}, ${scope.userId}::uuid)`);
    return {
      result: saved(id, unit),
      audit: { subjectId: id, unitId, after: { kind, value, qualifier, asOf, source } },
    };
  },
});

/** Takes back a figure that was wrong; what it was and why stays in the log. */
export const withdrawFact = command({
  permission: "units.facts.withdraw",
  domain: "units",
  input: factWithdraw,
  run: async (tx, { id, version, reason }, scope) => {
    const { unitId, withdrawn, version: stands, ...before } = await lockFact(tx, id);
    const unit = await unitById(tx, scope, unitId);
    if (stands !== version || withdrawn) throw new AppError("conflict", { version: stands });
    await tx.$executeRaw(sql`
      UPDATE unit_fact SET withdrawn_at = now(), withdrawn_reason = ${reason}, version = version + 1 WHERE id = ${id}::uuid`);
    return { result: saved(id, unit), audit: { subjectId: id, unitId, before, reason } };
  },
});

/** Writes down who holds which post of a unit since when, as the document says (T13). */
export const beginPost = command({
  permission: "units.posts.begin",
  domain: "units",
  input: postBegin,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, unitId, ...post }, scope) => {
    const unit = await hold(tx, scope, unitId);
    await requireUnitOn(tx, scope, unitId, post.since, "since");
    if (post.until) await requireGoingOn(tx, scope, unitId, post.until);
    await tx.$executeRaw(sql`
      INSERT INTO unit_post (id, unit_id, title, holder, since, until, source, recorded_by_id)
      VALUES (${id}::uuid, ${unitId}, ${post.title}, ${post.holder ?? null}, ${post.since}::date, ${post.until ?? null}::date,
              ${post.source ?? null}, ${scope.userId}::uuid)`);
    return { result: saved(id, unit), audit: { subjectId: id, unitId, after: post } };
  },
});

/** Writes down the last day of a post. */
export const endPost = command({
  permission: "units.posts.end",
  domain: "units",
  input: postEnd,
  run: async (tx, { id, version, until }, scope) => {
    const post = await lockPost(tx, id);
    const unit = await latestSelf(tx, scope, post.unitId);
    if (post.version !== version)
      throw new AppError("conflict", { version: post.version, differing: differing(post, { until }) });
    if (until < post.since) throw invalid("until", `before-since:${post.since}`);
    await requireGoingOn(tx, scope, post.unitId, until);
    await tx.$executeRaw(
      sql`UPDATE unit_post SET until = ${until}::date, version = version + 1 WHERE id = ${id}::uuid`,
    );
    return {
      result: saved(id, unit),
      audit: { subjectId: id, unitId: post.unitId, before: told(post), after: { until } },
    };
  },
});

/** Sets the ethnic groups of a unit, the largest first, and its introduction. */
export const updateProfile = command({
  permission: "units.profile.update",
  domain: "units",
  input: profileUpdate,
  unit: ({ unitId }) => unitId,
  run: async (tx, { unitId, version, first, second, third, fourth, introduction }, scope) => {
    const unit = await hold(tx, scope, unitId);
    const ethnicGroups = rankedGroups([first, second, third, fourth]);
    const { version: stands, ...before } = await textOf(tx, unitId);
    const after = { ethnicGroups, introduction: introduction ?? null };
    if (stands !== version)
      throw new AppError("conflict", {
        version: stands,
        differing: differing(await shown(tx, before), await shown(tx, after)),
      });
    await requireListed(tx, {
      first: ["ethnic-group", first ? [first] : []],
      second: ["ethnic-group", second ? [second] : []],
      third: ["ethnic-group", third ? [third] : []],
      fourth: ["ethnic-group", fourth ? [fourth] : []],
    });
    await tx.$executeRaw(sql`
      INSERT INTO unit_profile (unit_id, ethnic_groups, introduction) VALUES (${unitId}, ${ethnicGroups}::text[], ${after.introduction})
      ON CONFLICT (unit_id) DO UPDATE SET ethnic_groups = excluded.ethnic_groups, introduction = excluded.introduction,
        updated_at = now(), version = unit_profile.version + 1`);
    return { result: { ref: unitRef(unit) }, audit: { unitId, before, after } };
  },
});

/** The unit, in reach; one writing about it at a time, so that two figures are seen side by side. */
async function hold(tx: Tx, scope: Scope, unitId: number): Promise<UnitOption> {
  const unit = await unitById(tx, scope, unitId);
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('unit profile'), ${unitId})`);
  return unit;
}

/** Refuses a last day on which neither the unit of a post nor one it went on as was there: a post outlasts a rename. */
async function requireGoingOn(tx: Tx, scope: Scope, unitId: number, until: Day): Promise<void> {
  const heirs = await tx.$queryRaw<{ id: number }[]>(sql`
    SELECT u.id FROM app_selves() s JOIN unit u ON u.id = s.unit_id WHERE s.self_id = ${unitId} AND ${inForceOn(until, sql`u`)} LIMIT 1`);
  if (!heirs[0]) await requireUnitOn(tx, scope, unitId, until, "until");
}

/** The unit as it is today, whatever it was called when something was written down for it; its own row once it is gone. */
async function latestSelf(tx: Tx, scope: Scope, unitId: number): Promise<UnitOption> {
  const [heir] = await tx.$queryRaw<{ id: number }[]>(sql`
    SELECT u.id FROM app_selves() s JOIN unit u ON u.id = s.unit_id WHERE s.self_id = ${unitId} AND ${inForceOn(today(), sql`u`)} LIMIT 1`);
  return unitById(tx, scope, heir?.id ?? unitId);
}

type Told = { kind: string; value: number; qualifier: string; asOf: Day; source: string | null };
const isSame = (known: Told, typed: Told): boolean =>
  known.kind === typed.kind &&
  known.value === typed.value &&
  known.qualifier === typed.qualifier &&
  known.asOf === typed.asOf &&
  known.source === typed.source;

const told = ({ title, holder, since, until }: Awaited<ReturnType<typeof lockPost>>) => ({
  title,
  holder,
  since,
  until,
});

// A repeated request is answered with the id alone: where the unit is found is left out then.
const saved = (id: string, unit: UnitOption): { id: string; ref?: string } => ({ id, ref: unitRef(unit) });

const shown = async (tx: Tx, text: { ethnicGroups: string[]; introduction: string | null }) => ({
  ethnicGroups: namedCodes(await listCodes(tx, "ethnic-group"), text.ethnicGroups),
  introduction: text.introduction,
});
