import pg from "pg";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { env } from "./env";
import { AppError } from "./errors";

type Kept = { pool: pg.Pool; limiters: Map<string, RateLimiterPostgres> };
const kept = globalThis as typeof globalThis & { portalLimits?: Kept };

/** A count that lives in the database: it outlasts a restart and holds for several processes. Seconds. */
export function limiter(name: string, points: number, duration: number, blockDuration = 0) {
  kept.portalLimits ??= { pool: openPool(), limiters: new Map() };
  const { pool, limiters } = kept.portalLimits;
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    blockDuration,
  });
  limiters.set(name, made);
  return made;
}

/** Counts one use by somebody; throws `too-many` past the limit within the time (S40). Seconds. */
export async function countUse(name: string, who: string, limit: { points: number; duration: number }) {
  const allowed = await limiter(name, limit.points, limit.duration).consume(who).catch(locked);
  if (!allowed) throw new AppError("too-many");
}

/** Photos and files that one person sends in an hour, whatever record they are for. */
export const uploadsPerHour = { points: 300, duration: 3_600 };

/** A limiter's "no" is a result with a waiting time; an error is the database's. */
export function locked(reason: RateLimiterRes | Error): undefined {
  if (reason instanceof Error) throw reason;
}

function openPool() {
  const pool = new pg.Pool({
    connectionString: env().APP_DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 5_000,
  });
  pool.on("error", () => undefined); // an idle connection lost with the server: the next query opens another
  return pool;
}

/** Lets the limiters' connections go, so that a process or a test can end; the counts stay in the database. */
export async function closeLimiters() {
  await kept.portalLimits?.pool.end();
  kept.portalLimits = undefined;
}
