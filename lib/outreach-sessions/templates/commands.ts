import type * as z from "zod";
import { requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import type { Channel } from "@/prisma/client/enums";
import { findSession } from "../queries";
import { findTemplate } from "./queries";
import { templateCreate, templateRemove } from "./schema";

/** Keeps what a usual session is made of: for a ward its own, for the city everybody's. */
export const createTemplate = command({
  permission: "outreach-sessions.templates.create",
  domain: "outreach-sessions",
  input: templateCreate,
  creates: true,
  run: async (tx, { id, name, ...typed }, scope) => {
    const made = { name, ...(await contentOf(tx, typed)) };
    await tx.sessionTemplate.create({
      data: { ...made, id, unitId: scope.unitId, createdById: scope.userId },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, unitId: scope.unitId, after: made } };
  },
});

/** Takes a template out of the beginnings of new sessions; sessions that came of it stay as they are. */
export const removeTemplate = command({
  permission: "outreach-sessions.templates.remove",
  domain: "outreach-sessions",
  input: templateRemove,
  run: async (tx, { id, reason }) => {
    // A ward reads the city's templates and may not take them away: nothing to lock is nothing found.
    const locked = await tx.$queryRaw<unknown[]>(
      sql`SELECT FROM session_template WHERE id = ${id}::uuid AND removed_at IS NULL FOR UPDATE`,
    );
    if (locked.length === 0) throw new AppError("not-found");
    const { id: _, unitName: __, ...before } = await findTemplate(tx, id);
    await tx.sessionTemplate.update({ where: { id }, data: { removedAt: new Date() }, select: { id: true } });
    return { result: { id }, audit: { subjectId: id, unitId: before.unitId, before, reason } };
  },
});

type Typed = Omit<z.output<typeof templateCreate>, "id" | "name">;

async function contentOf(tx: Tx, { sessionId, keepPlace, ...typed }: Typed) {
  if (sessionId === undefined) {
    await requireListed(tx, { topics: ["topic", typed.topics], audiences: ["audience", typed.audiences] });
    const { place = null, presenters = null, channel } = typed;
    return { ...typed, place, presenters, channel: channel as Channel };
  }
  const { place, channel, topics, audiences, languages, presenters } = await findSession(tx, sessionId);
  return { place: keepPlace ? place : null, channel, topics, audiences, languages, presenters };
}
