import type { Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { ofModel } from "../points/queries";

/** The model of an id by its name. A ward sees the models that have, or had, a point in its reach, also through a merger (S18). */
export async function seenModel(tx: Tx, { reach }: Scope, id: string): Promise<{ id: string; name: string }> {
  const [model] = await tx.$queryRaw<{ id: string; name: string; seen: boolean }[]>(sql`
    SELECT id, name, EXISTS (SELECT FROM model_point WHERE model_id = m.id OR ${ofModel(id, today())}) AS seen FROM security_model m WHERE id = ${id}::uuid`);
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
