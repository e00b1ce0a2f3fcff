import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/prisma/client/client";
import type { Scope, System } from "./access";
import { env } from "./env";
import { fromDatabase } from "./errors";

export type Tx = Prisma.TransactionClient;

// Kept over reloads of the development server, which would otherwise open a new pool each time.
const kept = globalThis as typeof globalThis & { portalClient?: PrismaClient };

function client(): PrismaClient {
  kept.portalClient ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().APP_DATABASE_URL,
      max: env().DATABASE_POOL,
      // How long a request waits for its turn at the pool before it is told "unavailable".
      connectionTimeoutMillis: 15_000,
      statement_timeout: 30_000,
    }),
  });
  return kept.portalClient;
}

/**
 * The only way to a transaction: row-level security sees the actor's user, role and reach for exactly
 * this transaction (`set_config(…, true)`), so nothing leaks to the connection's next user.
 */
export async function withActor<T>(scope: Scope | System, run: (tx: Tx) => Promise<T>): Promise<T> {
  const user = scope.role === "system" ? "" : scope.userId;
  const units = scope.role === "system" || scope.reach === "all" ? "*" : scope.reach.join(",");
  return client().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.user', ${user}, true), set_config('app.role', ${scope.role as string}, true), set_config('app.reach', ${units}, true)`;
      return run(tx);
    },
    { timeout: 30_000, maxWait: 15_000 },
  );
}

/** One statement outside any actor: health, and the doors the migration opens for signing in. */
export async function ask<T>(statement: Prisma.Sql): Promise<T[]> {
  try {
    return await client().$queryRaw<T[]>(statement);
  } catch (error) {
    throw fromDatabase(error) ?? error;
  }
}

/** Lets the connections go, so that a process or a test can end. */
export async function disconnect() {
  await kept.portalClient?.$disconnect();
  kept.portalClient = undefined;
}
