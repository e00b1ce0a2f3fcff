import { ask } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** For whoever watches over the server: 200 while the database answers, 503 when it does not. */
export async function GET() {
  const there = await ask(sql`SELECT 1`).then(
    () => true,
    () => false,
  );
  const headers = { "cache-control": "no-store" };
  return there
    ? Response.json({ status: "ok", version }, { headers })
    : Response.json({ status: "unavailable" }, { status: 503, headers });
}
