import type * as z from "zod";
import { type Actor, reach, type Scope } from "./access";
import { auditRefusal } from "./audit";
import { parse } from "./command";
import { type Tx, withActor } from "./db";
import { AppError, fromDatabase } from "./errors";
import type { Permission } from "./policy";

type Definition<S extends z.ZodType, R> = {
  permission: Permission;
  input: S;
  run: (tx: Tx, input: z.output<S>, scope: Scope) => Promise<R>;
};

export type Query<S extends z.ZodType = z.ZodType, R = unknown> = ((
  actor: Actor,
  raw: z.input<S>,
) => Promise<R>) & { permission: Permission };

/**
 * The one way to read: authorize → parse → transaction under the actor's reach. Row-level security holds
 * whatever the statement forgets. Throws AppError: denied, not-found, invalid, unavailable.
 */
export function query<S extends z.ZodType, R>({ permission, input, run }: Definition<S, R>): Query<S, R> {
  const execute = async (actor: Actor, raw: z.input<S>): Promise<R> => {
    try {
      const scope: Scope = { ...actor, reach: reach(actor, permission) };
      const parsed = parse(input, raw);
      return await withActor(scope, (tx) => run(tx, parsed, scope));
    } catch (error) {
      const refusal = error instanceof AppError ? error : fromDatabase(error);
      if (!refusal) throw error;
      if (refusal.code === "denied") await auditRefusal(actor, permission);
      throw refusal;
    }
  };
  return Object.assign(execute, { permission });
}
