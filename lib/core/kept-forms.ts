import type { Actor } from "./access";
import { type Tx, withActor } from "./db";
import { AppError } from "./errors";
import type { FormState } from "./form-state";
import { sql } from "./sql";

/** More than any form holds that was typed by hand. */
const mostCharacters = 200_000;
/** Of one sender; more are of no use to anybody. */
const mostKept = 20;

/**
 * Keeps a refused form for its sender, for an hour: a browser without scripts is sent back to the form and finds it
 * there, since an address is no place for what was typed. Returns its id. Throws AppError too-large.
 */
export async function keepForm(actor: Actor, state: FormState): Promise<string> {
  const json = JSON.stringify(state, storable);
  if (json.length > mostCharacters) throw new AppError("too-large");
  const id = crypto.randomUUID();
  // Whoever comes next clears away what is over, of everybody.
  await withActor({ role: "system", address: actor.address }, (tx) =>
    tx.$executeRaw(sql`DELETE FROM kept_form WHERE created_at < now() - interval '1 hour'`),
  );
  await withActor({ ...actor, reach: [] }, async (tx) => {
    await tx.$executeRaw(
      sql`DELETE FROM kept_form WHERE id IN (SELECT id FROM kept_form ORDER BY created_at DESC OFFSET ${mostKept - 1})`,
    );
    await tx.$executeRaw(
      sql`INSERT INTO kept_form (id, user_id, state) VALUES (${id}::uuid, ${actor.userId}::uuid, ${json}::jsonb)`,
    );
  });
  return id;
}

// The database holds neither a NUL nor half a letter.
const storable = (_: string, value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;

/** A form that was kept for the reader; undefined when there is none of theirs, or its hour is over. */
export async function keptForm(tx: Tx, id: string | undefined): Promise<FormState | undefined> {
  if (id === undefined) return undefined;
  const [row] = await tx.$queryRaw<{ state: FormState }[]>(
    sql`SELECT state FROM kept_form WHERE id = ${id}::uuid AND created_at > now() - interval '1 hour'`,
  );
  return row?.state;
}
