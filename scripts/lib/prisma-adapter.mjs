// Database adapters for the schema engine: one for a live server, one for work on files alone.
import { PrismaPg } from "@prisma/adapter-pg";

const CHAR_OID = 18;
const TEXT_OID = 25;
/** Prisma's number for a column of single characters. */
const CHARACTER = 6;
const NOTE_DONE =
  "\n;UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL";

/** Keeps the server's own words, which the adapter shortens for many errors. */
function asDriverError(error) {
  const { code, severity, message, detail, column, hint } = error;
  const cause = {
    kind: "postgres",
    code: code ?? "",
    severity: severity ?? "",
    message,
    detail,
    column,
    hint,
  };
  return Object.assign(new Error(message), { name: "DriverAdapterError", cause });
}

/** The adapter does not know Postgres' internal type "char", which the system catalogs are full of. */
function readChars(adapter, pool) {
  const query = pool.query.bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  pool.query = async (...args) => {
    const result = await query(...args);
    const fields = result.fields ?? [];
    charColumns = fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
    for (const index of charColumns) fields[index].dataTypeID = TEXT_OID;
    return result;
  };
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    for (const index of charColumns) result.columnTypes[index] = CHARACTER;
    return result;
  };
}

/**
 * Scripts go to the server whole: splitting them at every semicolon would break function bodies. Being one
 * transaction, a migration's script can also note that it is done, so that a crash leaves no doubt about it.
 */
async function repaired(adapterPromise, migrates = () => false) {
  const adapter = await adapterPromise;
  const pool = adapter.underlyingDriver();
  readChars(adapter, pool);
  adapter.executeScript = async (script) => {
    await pool.query(migrates() ? script + NOTE_DONE : script).catch((error) => {
      throw asDriverError(error);
    });
  };
  return adapter;
}

function adapterFactory(connectionString) {
  const schema = new URL(connectionString).searchParams.get("schema") ?? undefined;
  // One connection, because the engine holds a session lock while it migrates.
  return new PrismaPg({ connectionString, max: 1 }, { schema });
}

async function connectToShadow(connectionString, main) {
  const name = `portal_shadow_${process.pid}`;
  await main.executeScript(`CREATE DATABASE "${name}"`);
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  const shadow = await repaired(adapterFactory(url.href).connect());
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await main.executeScript(`DROP DATABASE "${name}"`);
    await main.dispose();
  };
  return shadow;
}

/** @param {() => boolean} migrates whether the script at hand is a migration of the live database */
export function onlineFactory(connectionString, migrates) {
  const factory = adapterFactory(connectionString);
  const connect = factory.connect.bind(factory);
  factory.connect = () => repaired(connect(), migrates);
  factory.connectToShadowDb = async () => connectToShadow(connectionString, await factory.connect());
  return factory;
}

/** Answers the one question the engine asks at its start, and nothing else. */
export function offlineFactory() {
  const version = {
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [5, 7, 0],
    rows: [[true, "PostgreSQL 18", 180000]],
  };
  const refuse = async () => {
    throw new Error("This command needs a database");
  };
  const adapter = {
    provider: "postgres",
    adapterName: "offline",
    queryRaw: async () => version,
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {},
  };
  const connect = async () => adapter;
  return { provider: "postgres", adapterName: "offline", connect, connectToShadowDb: connect };
}
