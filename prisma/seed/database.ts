import pg from "pg";

export type Row = Record<string, unknown>;

const batchSize = 5_000;

/**
 * A connection of the seed's own. Row-level security is forced, also for the owner of the tables, so it
 * acts as the system for its whole (short) life; nobody else ever uses this connection.
 */
export async function withSystemConnection<T>(
  databaseUrl: string,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.reach', '*', false), set_config('app.role', 'system', false)");
    return await run(client);
  } finally {
    await client.end();
  }
}

/** All or nothing; two seeds at the same time follow one another. */
export async function inTransaction<T>(client: pg.Client, run: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('portal seed'))");
    const result = await run();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Inserts rows of one shape, their camelCase keys being the columns; a statement a batch. */
export async function insertRows(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  const columns = keys.map(columnName).join(", ");
  for (let from = 0; from < rows.length; from += batchSize) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [asRecords(rows.slice(from, from + batchSize))],
    );
  }
}

/** Rows as JSON that json_populate_recordset reads, under their column names. */
export function asRecords(rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [columnName(key), value])),
    ),
  );
}

export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
