import * as z from "zod";
import { ask } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { hashSecret } from "@/lib/core/sign-in";
import { sql } from "@/lib/core/sql";
import { openSessions } from "@/lib/users/queries";

/** One's own open sessions; `current` is the one that asks, and stands first. */
export const getAccount = query({
  permission: "account.read",
  input: z.object({}),
  run: async (tx, _, scope) => {
    const open = await openSessions(tx, scope.userId);
    const sessions = open.map((session) => ({ ...session, current: session.id === scope.sessionId }));
    return { sessions: sessions.sort((a, b) => Number(b.current) - Number(a.current)) };
  },
});
export type OwnSession = Awaited<ReturnType<typeof getAccount>>["sessions"][number];

/** True while a link makes the first administrator: unused, not run out, and nobody exists yet. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const [row] = await ask<{ open: boolean }>(sql`SELECT app_setup_link_open(${hashSecret(token)}) AS open`);
  return row?.open === true;
}
