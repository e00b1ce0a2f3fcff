import type { Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { type Sql, sql } from "@/lib/core/sql";

/** True of a model with a point in the reach, which is all that row-level security leaves; the other's for one that was merged. */
export const hasPoint = (model: Sql): Sql => sql`
  EXISTS (SELECT FROM app_models_on(${today()}::date) o JOIN model_point p ON p.model_id = o.model_id WHERE ${model} IN (o.model_id, o.current_id))`;

/** The model of an id by its name. A ward sees the models that have, or had, a point in its reach, also through a merger (S18). */
export async function seenModel(tx: Tx, { reach }: Scope, id: string): Promise<{ id: string; name: string }> {
  const [model] = await tx.$queryRaw<{ id: string; name: string; seen: boolean }[]>(sql`
    SELECT id, name, ${hasPoint(sql`m.id`)} AS seen FROM security_model m WHERE id = ${id}::uuid`);
  if (!model || (reach !== "all" && !model.seen)) throw new AppError("not-found");
  return { id: model.id, name: model.name };
}

/** A model that went into another one, from a day on. */
export type MergedModel = { id: string; name: string; on: Day; decision: string };

/** The models that went straight into one, the latest first. */
export const mergedFrom = (tx: Tx, id: string): Promise<MergedModel[]> =>
  tx.$queryRaw<MergedModel[]>(sql`
    SELECT id, name, merged_on::text AS on, merge_decision AS decision FROM security_model
     WHERE merged_into_id = ${id}::uuid ORDER BY merged_on DESC, name COLLATE "vi-x-icu"`);
