#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would otherwise download.
// Speaks the same newline-delimited JSON-RPC, on top of the WebAssembly build of the engine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import pg from "pg";
import { offlineFactory, onlineFactory } from "./lib/prisma-adapter.mjs";

const require = createRequire(import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
    version: { type: "boolean" },
  },
});

const databaseUrl = values.datasource ? (JSON.parse(values.datasource).url ?? "") : "";

function log(level, message, fields = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...fields },
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Translates what pg reports into Prisma's own error codes. */
function knownError(error) {
  const { hostname, pathname } = new URL(databaseUrl);
  if (error.code === "3D000") return ["P1003", `Database ${pathname.slice(1)} does not exist`];
  if (error.code === "28P01" || error.code === "28000")
    return ["P1000", `Authentication failed at ${hostname}`];
  if (error.code === "42501") return ["P1010", `Access denied: ${error.message}`];
  return ["P1001", `Can't reach database server at ${hostname}: ${error.message || error.code}`];
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(url) {
  const maintenance = new URL(url);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = "/postgres";
  await withClient(maintenance.href, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`),
  );
  return { databaseName: name };
}

async function runCommand(command) {
  log("INFO", `Starting schema engine (${command})`);
  try {
    if (command === "can-connect-to-database")
      await withClient(databaseUrl, (client) => client.query("SELECT 1"));
    else if (command === "create-database") await createDatabase(databaseUrl);
    else throw new Error(`Unknown command ${command}`);
  } catch (error) {
    const [error_code, message] = knownError(error);
    log("ERROR", message, { error_code });
    process.exitCode = 1;
  }
}

async function loadWasm() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log("ERROR", message) };
  const folder = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = new WebAssembly.Module(readFileSync(`${folder}schema_engine_bg.wasm`));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue.SchemaEngine;
}

async function loadEngine(method, params) {
  const SchemaEngine = await loadWasm();
  const adapterPackage = createRequire(require.resolve("@prisma/adapter-pg"));
  const { bindMigrationAwareSqlAdapterFactory } = adapterPackage("@prisma/driver-adapter-utils");
  const offline = method === "diff" && comparesFilesOnly(params);
  const factory = offline
    ? offlineFactory()
    : onlineFactory(databaseUrl, () => current === "applyMigrations");
  const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, "utf8")]);
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

const comparesFilesOnly = ({ from, to }) =>
  [from, to].every((target) => target.tag === "empty" || target.tag === "schemaDatamodel");

let engine;
let current;
let nextPrintId = 1;

async function call(method, params) {
  if (method === "createDatabase") return createDatabase(params.datasource.url ?? databaseUrl);
  current = method;
  engine ??= loadEngine(method, params);
  const target = await engine;
  if (method === "getDatabaseVersion") return target.version(params);
  if (typeof target[method] !== "function") throw new Error(`The schema engine has no method ${method}`);
  const result = await target[method](params);
  if (method === "diff" && result.stdout) {
    send({ id: nextPrintId++, method: "print", params: { content: result.stdout } });
  }
  return result ?? null;
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function rpcError(error) {
  const text = String(error?.message ?? error);
  const [, code] = text.match(/\b(P\d{4})\b/) ?? [];
  const data = { is_panic: false, message: text, error_code: code, meta: null };
  return { code: 4466, message: text, data };
}

function serve() {
  createInterface({ input: process.stdin })
    .on("line", async (line) => {
      const { id, method, params } = JSON.parse(line);
      if (!method) return;
      try {
        send({ id, result: await call(method, params) });
      } catch (error) {
        send({ id, error: rpcError(error) });
      }
    })
    .on("close", () => process.exit(0));
}

if (values.version) console.log("schema-engine-cli wasm");
else if (positionals[0] === "cli") await runCommand(positionals[1]);
else serve();
