import { command } from "@/lib/core/command";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { mostViews, type SavedList } from "./catalog";
import { viewOf } from "./rules";
import { viewKeep, viewRemove } from "./schema";

/** Keeps a view of a list for the one who looks at it: only what belongs to a view, under a name of its own. */
export const keepView = command({
  permission: "saved-views.keep",
  domain: "users",
  input: viewKeep,
  creates: true,
  run: async (tx, { id, list, name, view: address }, { userId }) => {
    const view = viewOf(list, address);
    if (!view) throw invalid("view", "required");
    // One at a time, so that two tabs do not both keep the thirtieth.
    await tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtext('saved views'), hashtext(${userId}))::text`);
    const [known] = await tx.$queryRaw<{ count: number; taken: boolean }[]>(sql`
      SELECT count(*)::int AS count, coalesce(bool_or(lower(name) = lower(${name})), false) AS taken
        FROM saved_view WHERE user_id = ${userId}::uuid AND list = ${list}`);
    if (known?.taken) throw invalid("name", "name-taken");
    if (known && known.count >= mostViews) throw invalid("name", `too-many-views:${mostViews}`);
    await tx.$executeRaw(sql`
      INSERT INTO saved_view (id, user_id, list, name, query) VALUES (${id}::uuid, ${userId}::uuid, ${list}, ${name}, ${view})`);
    return { result: { id }, audit: { subjectId: id, after: { list, name, view } } };
  },
});

/** Takes one of one's own views away; another's is not found. */
export const removeView = command({
  permission: "saved-views.remove",
  domain: "users",
  input: viewRemove,
  run: async (tx, { id }, { userId }) => {
    const [gone] = await tx.$queryRaw<{ list: SavedList; name: string; view: string }[]>(sql`
      DELETE FROM saved_view WHERE id = ${id}::uuid AND user_id = ${userId}::uuid RETURNING list, name, query AS view`);
    if (!gone) throw new AppError("not-found");
    return { result: { id, list: gone.list }, audit: { subjectId: id, before: gone } };
  },
});
