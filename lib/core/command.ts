import { createHash } from "node:crypto";
import type * as z from "zod";
import { type Actor, reach, reaches, type Scope } from "./access";
import { type AuditEntry, auditRefusal, writeAudit } from "./audit";
import { type Domain, raiseVersion } from "./data-version";
import { type Tx, withActor } from "./db";
import { AppError, fromDatabase } from "./errors";
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
  run: (tx: Tx, input: z.output<S>, scope: Scope) => Promise<{ result: R; audit: AuditEntry }>;
};

export type Command<S extends z.ZodObject = z.ZodObject, R = unknown> = ((
  actor: Actor,
  raw: unknown,
) => Promise<R>) & {
  permission: Permission;
  input: S;
};

/**
 * The one way to write: parse → authorize → transaction → audit row in the same transaction → data version.
 * Throws AppError: denied, not-found, invalid (fields), conflict (differing fields), repeated, similar, unavailable.
 */
export function command<S extends z.ZodObject, R>(definition: Definition<S, R>): Command<S, R> {
  const { permission, domain } = definition;
  const execute = async (actor: Actor, raw: unknown): Promise<R> => {
    try {
      const scope: Scope = { ...actor, reach: reach(actor, permission) };
      const input = parse(definition.input, raw);
      const unit = definition.unit?.(input, scope);
      if (unit !== undefined && !reaches(scope, unit)) throw new AppError("not-found");
      return await withActor(scope, async (tx) => {
        if (definition.creates && (await isRepeat(tx, permission, scope, input)))
          return { id: (input as { id: string }).id } as R;
        const { result, audit } = await definition.run(tx, input, scope);
        await writeAudit(tx, actor, permission, audit);
        await raiseVersion(tx, domain);
        return result;
      });
    } catch (error) {
      const refusal = error instanceof AppError ? error : fromDatabase(error);
      if (!refusal) throw error;
      if (refusal.code === "denied" || refusal.code === "not-found")
        await auditRefusal(actor, permission, { subjectId: idOf(raw) });
      throw refusal;
    }
  };
  return Object.assign(execute, { permission, input: definition.input });
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

/** True when this very request was carried out before; throws `repeated` when its id carried another body or sender. */
async function isRepeat(tx: Tx, permission: Permission, scope: Scope, input: unknown): Promise<boolean> {
  const id = (input as { id: string }).id;
  const body = createHash("sha256").update(JSON.stringify(input)).digest();
  const fresh = await tx.$executeRaw(sql`
    INSERT INTO command_receipt (id, permission, user_id, body_hash) VALUES (${id}::uuid, ${permission}, ${scope.userId}::uuid, ${body})
    ON CONFLICT (id) DO NOTHING`);
  if (fresh === 1) return false;
  const same = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM command_receipt WHERE id = ${id}::uuid AND permission = ${permission} AND user_id = ${scope.userId}::uuid AND body_hash = ${body}`);
  if (same.length === 0) throw new AppError("repeated");
  return true;
}

function idOf(raw: unknown): string | null {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id.slice(0, 60) : null;
}
