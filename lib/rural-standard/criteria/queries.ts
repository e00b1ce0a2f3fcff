import * as z from "zod";
import { may } from "@/lib/core/access";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import type { CriteriaSet } from "../rules";
import { criteriaSetOn } from "../rules";
import type { Criterion } from "./rules";
import { type Programme, setKey } from "./schema";

export type SetRecord = CriteriaSet & {
  programme: Programme;
  groups: string[];
  note: string | null;
  version: number;
};

/** The sets of a programme, oldest first. */
export const listSets = (tx: Tx, programme: Programme): Promise<SetRecord[]> =>
  tx.$queryRaw<SetRecord[]>(sql`
    SELECT key, programme::text, valid_from::text AS "from", valid_to::text AS until, citation, commune_groups AS groups, note, version
      FROM criteria_set WHERE programme = ${programme}::criteria_programme ORDER BY valid_from`);

export type CriterionRecord = Criterion & { version: number };

/** The criteria of a set that are asked for, by step and number. */
export const listCriteria = (tx: Tx, key: string): Promise<CriterionRecord[]> =>
  tx.$queryRaw<CriterionRecord[]>(sql`
    SELECT c.id, c.level::text, c.code, c.parent, c.name, c.commune_group AS "group", c.is_security AS "isSecurity", c.version
      FROM criterion c WHERE c.set_key = ${key} AND c.ended_on IS NULL
     ORDER BY c.level, c.position, c.commune_group NULLS FIRST`);

/** True once a unit was judged by the set; what a ward cannot see it cannot change either. */
export async function hasFindings(tx: Tx, key: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM criterion c WHERE c.set_key = ${key} AND EXISTS (SELECT FROM criterion_finding f WHERE f.criterion_id = c.id) LIMIT 1`);
  return rows.length > 0;
}

export type CriteriaPage = {
  sets: SetRecord[];
  chosen: SetRecord;
  criteria: CriterionRecord[];
  /** Units were judged by it: its criteria stand. */
  used: boolean;
  may: { addSet: boolean; change: boolean };
};

/** Every set, and the criteria of one: the one asked for, else the one communes are judged by today. */
export const getCriteria = query({
  permission: "rural-standard.criteria.list",
  input: z.object({ set: setKey.optional() }),
  run: async (tx, { set }, scope): Promise<CriteriaPage> => {
    const rural = await listSets(tx, "rural");
    const sets = [...rural, ...(await listSets(tx, "urban"))];
    const chosen = set ? sets.find(({ key }) => key === set) : (criteriaSetOn(rural, today()) ?? sets.at(-1));
    if (!chosen) throw new AppError("not-found");
    const used = await hasFindings(tx, chosen.key);
    return {
      sets,
      chosen,
      criteria: await listCriteria(tx, chosen.key),
      used,
      may: {
        addSet: may(scope, "rural-standard.criteria.add-set"),
        change: !used && may(scope, "rural-standard.criteria.change"),
      },
    };
  },
});
