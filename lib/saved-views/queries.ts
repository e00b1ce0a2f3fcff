import * as z from "zod";
import type { Scope } from "@/lib/core/access";
import type { Tx } from "@/lib/core/db";
import { choice } from "@/lib/core/fields";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { type SavedList, savedListKeys } from "./catalog";

export type SavedView = { id: string; name: string; view: string };

/** The reader's own views of a list, by name; nobody else's, whoever asks. */
export const listViews = query({
  permission: "saved-views.list",
  input: z.object({ list: choice(savedListKeys) }),
  run: (tx, { list }, scope) => viewsOf(tx, scope, list),
});

/** The same for a list that reads them with its rows. */
export const viewsOf = (tx: Tx, scope: Scope, list: SavedList): Promise<SavedView[]> =>
  tx.$queryRaw<SavedView[]>(sql`
    SELECT id, name, query AS view FROM saved_view WHERE user_id = ${scope.userId}::uuid AND list = ${list}
     ORDER BY name COLLATE "vi-x-icu", id`);
