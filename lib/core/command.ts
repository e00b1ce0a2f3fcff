import { createHash } from "node:crypto";
import type * as z from "zod";
import { type Actor, reach, reaches, type Scope } from "./access";
import { type AuditEntry, auditRefusal, writeAudit } from "./audit";
import { type Domain, raiseVersion } from "./data-version";
import { type Tx, withActor } from "./db";
import { AppError, fromDatabase, isDeadlock } from "./errors";
import type { Permission } from "./policy";
import { sql } from "./sql";

type Definition<S extends z.ZodObject, R> = {
  /** The name of the command, of its line in the policy table and of its audit rows. */
  permission: Permission;
  domain: Domain;
  input: S;
  /** The unit the input names; it must lie in the actor's reach, or nothing of the kind exists for them (404). */
  unit?: (input: z.output<S>, scope: Scope) => number | null | undefined;
  /** A create: `input.id` comes from the client, and the same request again answers as the first did. */
  creates?: true;
  /** A create whose answer is more than its id: it is kept, in plain sight of the database, for the same request again. */
  keepsAnswer?: true;
  run: (tx: Tx, input: z.output<S>, scope: Scope) => Promise<{ result: R; audit: AuditEntry }>;
};

export type Command<S extends z.ZodObject = z.ZodObject, R = unknown> = ((
  actor: Actor,
  raw: unknown,
) => Promise<R>) & {
  permission: Permission;
  input: S;
};

/** A command that can also be one of several in a transaction that is open already; see `batch`. */
export type Batchable<S extends z.ZodObject = z.ZodObject, R = unknown> = Command<S, R> & {
  domain: Domain;
  within: (tx: Tx, scope: Scope, raw: unknown, receipt?: string) => Promise<R>;
};

/**
 * The one way to write: parse → authorize → transaction → audit row in the same transaction → data version.
 * Throws AppError: denied, not-found, invalid (fields), conflict (differing fields), repeated, similar, unavailable.
 */
export function command<S extends z.ZodObject, R>(definition: Definition<S, R>): Batchable<S, R> {
  const { permission, domain } = definition;

  /** Before a connection is taken: most refusals need none. */
  const read = (scope: Scope, raw: unknown): z.output<S> => {
    const input = parse(definition.input, raw);
    const unit = definition.unit?.(input, scope);
    if (unit !== undefined && !reaches(scope, unit)) throw new AppError("not-found");
    return input;
  };

  const carryOut = async (tx: Tx, scope: Scope, input: z.output<S>, receipt?: string): Promise<R> => {
    const { id } = input as unknown as { id: string };
    const key = definition.creates ? id : receipt;
    const earlier = key && (await earlierAnswer(tx, permission, scope, key, input));
    if (earlier) return { id, ...earlier.answer } as R;
    const { result, audit } = await definition.run(tx, input, scope);
    await writeAudit(tx, scope, permission, audit);
    if (key && definition.keepsAnswer)
      await tx.$executeRaw(
        sql`UPDATE command_receipt SET answer = ${JSON.stringify(result)}::jsonb WHERE id = ${key}::uuid`,
      );
    return result;
  };

  const execute = async (actor: Actor, raw: unknown): Promise<R> => {
    try {
      const scope: Scope = { ...actor, reach: reach(actor, permission) };
      const input = read(scope, raw);
      return await again(() =>
        withActor(scope, async (tx) => {
          const result = await carryOut(tx, scope, input);
          await raiseVersion(tx, domain);
          return result;
        }),
      );
    } catch (error) {
      const refusal = error instanceof AppError ? error : fromDatabase(error);
      if (!refusal) throw error;
      await recordRefusal(refusal, actor, permission, raw);
      throw refusal;
    }
  };
  const within: Batchable<S, R>["within"] = async (tx, scope, raw, receipt) =>
    carryOut(tx, scope, read(scope, raw), receipt);
  return Object.assign(execute, { permission, domain, input: definition.input, within });
}

/** `receipt`: an id of this very request, so that a change sent twice is made once; creates have one already. */
type Request = { command: Batchable; raw: unknown; receipt?: string };
export type Outcome = { result: unknown } | { refused: AppError };

/**
 * Several commands of one actor in their order, in one transaction: each stands or falls by itself (a savepoint),
 * all that stand are committed together. For the outbox and for rows that were typed or imported together.
 * Throws AppError `unavailable` when nothing of it was stored.
 */
export async function batch(actor: Actor, requests: readonly Request[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const refusals: (() => Promise<void>)[] = [];
  const refuse = (refused: AppError, { command, raw }: Request) => {
    outcomes.push({ refused });
    refusals.push(() => recordRefusal(refused, actor, command.permission, raw));
  };
  for (const run of runsOfOneReach(actor, requests)) {
    if (run.reach === undefined) {
      for (const request of run.requests) refuse(new AppError("denied"), request);
      continue;
    }
    const scope: Scope = { ...actor, reach: run.reach };
    const before = [outcomes.length, refusals.length] as const;
    await again(async () => {
      // A transaction that is tried again tells its outcomes again.
      [outcomes.length, refusals.length] = before;
      await withActor(scope, async (tx) => {
        const touched = new Set<Domain>();
        // One unit's batches follow each other: they touch the same rollups, each in its own order.
        await tx.$queryRaw(
          sql`SELECT pg_advisory_xact_lock(hashtext('portal batch'), ${actor.unitId ?? 0}::int)::text`,
        );
        for (const request of run.requests) {
          await tx.$executeRaw(sql`SAVEPOINT request`);
          try {
            const result = await request.command.within(tx, scope, request.raw, request.receipt);
            touched.add(request.command.domain);
            outcomes.push({ result });
          } catch (error) {
            if (isDeadlock(error)) throw error;
            const refused =
              error instanceof AppError ? error : (fromDatabase(error) ?? faultOf(error, request));
            if (refused.code === "unavailable") throw refused;
            await tx.$executeRaw(sql`ROLLBACK TO SAVEPOINT request`);
            refuse(refused, request);
          }
        }
        for (const domain of [...touched].sort()) await raiseVersion(tx, domain);
      });
    });
  }
  for (const record of refusals) await record();
  return outcomes;
}

/** A fault of one request is its own: those behind it in a device's queue must not wait for ever. */
function faultOf(error: unknown, { command }: Request): AppError {
  console.error(`fault in ${command.permission}, one of a batch:`, error);
  return new AppError("fault");
}

/** Two that hold what the other one waits for: one of them starts anew. */
async function again<T>(run: () => Promise<T>, tries = 4): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (tries > 1 && isDeadlock(error)) return again(run, tries - 1);
    throw error instanceof AppError ? error : (fromDatabase(error) ?? error);
  }
}

type Run = { reach: Scope["reach"] | undefined; requests: Request[] };

function runsOfOneReach(actor: Actor, requests: readonly Request[]): Run[] {
  const runs: Run[] = [];
  for (const request of requests) {
    const units = reachOrNone(actor, request.command.permission);
    const last = runs.at(-1);
    if (last && String(last.reach) === String(units)) last.requests.push(request);
    else runs.push({ reach: units, requests: [request] });
  }
  return runs;
}

function reachOrNone(actor: Actor, permission: Permission): Scope["reach"] | undefined {
  try {
    return reach(actor, permission);
  } catch {
    return undefined; // may not: told for each request
  }
}

async function recordRefusal(refusal: AppError, actor: Actor, permission: Permission, raw: unknown) {
  if (refusal.code === "denied" || refusal.code === "not-found")
    await auditRefusal(actor, permission, { subjectId: idOf(raw) });
}

/** The input as its schema reads it; throws `invalid` with one code per field. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? ""),
    code: issue.code === "invalid_type" && issue.message.startsWith("Invalid") ? "required" : issue.message,
  }));
  throw new AppError("invalid", {
    issues: issues.filter(({ field }, at) => issues.findIndex((other) => other.field === field) === at),
  });
}

type Earlier = { answer: object | null };

/** What this very request was answered before, if it was; throws `repeated` when its id carried another body or sender. */
async function earlierAnswer(
  tx: Tx,
  permission: Permission,
  scope: Scope,
  id: string,
  input: unknown,
): Promise<Earlier | undefined> {
  const body = createHash("sha256").update(JSON.stringify(input, bytesAsHash)).digest();
  const fresh = await tx.$executeRaw(sql`
    INSERT INTO command_receipt (id, permission, user_id, body_hash) VALUES (${id}::uuid, ${permission}, ${scope.userId}::uuid, ${body})
    ON CONFLICT (id) DO NOTHING`);
  if (fresh === 1) return undefined;
  const [same] = await tx.$queryRaw<Earlier[]>(sql`
    SELECT answer FROM command_receipt WHERE id = ${id}::uuid AND permission = ${permission} AND user_id = ${scope.userId}::uuid AND body_hash = ${body}`);
  if (!same) throw new AppError("repeated");
  return same;
}

// A file's bytes stand for themselves by their hash.
const bytesAsHash = (_: string, value: unknown) =>
  value instanceof Uint8Array ? createHash("sha256").update(value).digest("hex") : value;

function idOf(raw: unknown): string | null {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id.slice(0, 60) : null;
}
