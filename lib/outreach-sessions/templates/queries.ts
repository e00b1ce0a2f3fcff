import * as z from "zod";
import { may, reaches } from "@/lib/core/access";
import { listsOfCodes } from "@/lib/core/code-lists";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import type { Channel } from "@/prisma/client/enums";
import type { Language } from "../catalog";

export type TemplateRow = {
  id: string;
  /** Null: the city's, for everybody. */
  unitId: number | null;
  unitName: string | null;
  name: string;
  place: string | null;
  channel: Channel;
  topics: string[];
  audiences: string[];
  languages: Language[];
  presenters: string | null;
};

/** The templates an actor's new sessions can start from, with those they may take away. */
export const listTemplates = query({
  permission: "outreach-sessions.templates.create",
  input: z.object({}),
  run: async (tx, _, scope) => {
    const rows = await tx.$queryRaw<TemplateRow[]>(
      sql`${select} WHERE t.removed_at IS NULL ORDER BY t.unit_id NULLS LAST, t.name COLLATE "vi-x-icu", t.id`,
    );
    return {
      rows: rows.map((row) => ({
        ...row,
        mayRemove: may(scope, "outreach-sessions.templates.remove") && reaches(scope, row.unitId),
      })),
      lists: await listsOfCodes(tx, ["topic", "audience"]),
    };
  },
});

const select = sql`
  SELECT t.id, t.unit_id AS "unitId", u.full_name AS "unitName", t.name, t.place, t.channel::text, t.topics, t.audiences, t.languages, t.presenters
    FROM session_template t LEFT JOIN unit u ON u.id = t.unit_id`;

/** The template of an id; not found when taken away or out of reach. */
export async function findTemplate(tx: Tx, id: string): Promise<TemplateRow> {
  const [row] = await tx.$queryRaw<TemplateRow[]>(
    sql`${select} WHERE t.id = ${id}::uuid AND t.removed_at IS NULL`,
  );
  if (!row) throw new AppError("not-found");
  return row;
}
