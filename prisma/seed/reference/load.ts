import { createHash } from "node:crypto";
import type pg from "pg";
import { asRecords, columnName, type Row } from "../database";
import { mergerDecision, referenceLineage } from "./lineage";
import {
  referenceCodeItems,
  referenceCriteria,
  referenceCriteriaSets,
  referenceProvinces,
  referenceTemplates,
} from "./lists";
import { mergerDay, referenceUnits } from "./units";

/**
 * Brings the reference tables to what prisma/data says; to be run inside a transaction.
 * Missing rows are always added. A row that differs is corrected only when the files themselves changed
 * since they were last loaded, so what administrators corrected on the screen outlives a restart.
 * A unit's last day is never touched: later mergers belong to the administrators.
 * @returns how many rows were written; 0 when everything stood already
 */
export async function loadReference(client: pg.Client): Promise<number> {
  const units = referenceUnits();
  const lineage = referenceLineage();
  const provinces = referenceProvinces();
  const codeItems = referenceCodeItems();
  const templates = referenceTemplates();
  const criteriaSets = referenceCriteriaSets();
  const criteria = referenceCriteria();
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([units, lineage, provinces, codeItems, templates, criteriaSets, criteria]))
    .digest("hex");
  const correct = !(await isLoaded(client, fingerprint));

  let written = await keepTable(client, {
    table: "unit",
    key: ["code", "validFrom"],
    rows: units,
    leave: ["validTo"],
    correct,
  });
  const edges = (await successionRows(client, lineage)) satisfies Row[];
  written += await keepTable(client, {
    table: "unit_succession",
    key: ["predecessorId", "successorId", "effectiveOn"],
    rows: edges,
    correct,
  });
  written += await keepTable(client, { table: "province", key: ["code"], rows: provinces, correct });
  written += await keepTable(client, { table: "code_item", key: ["list", "code"], rows: codeItems, correct });
  // A template that the city took away keeps its row, so that it does not come back.
  written += await keepTable(client, { table: "session_template", key: ["id"], rows: templates, correct });
  // A set's last day is set when the city adds the next one.
  written += await keepTable(client, {
    table: "criteria_set",
    key: ["key"],
    rows: criteriaSets,
    leave: ["validTo"],
    correct,
  });
  written += await keepTable(client, { table: "criterion", key: ["id"], rows: criteria, correct });

  if (correct) {
    const value = JSON.stringify({ fingerprint });
    await client.query(
      "insert into setting (key, value) values ('reference', $1) on conflict (key) do update set value = excluded.value",
      [value],
    );
  }
  if (written > 0) await client.query("update data_version set version = version + 1");
  return written;
}

async function isLoaded(client: pg.Client, fingerprint: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from setting where key = 'reference' and value ->> 'fingerprint' = $1",
    [fingerprint],
  );
  return rowCount === 1;
}

/** Ids by code, the former and the current unit of a code being two (T5). */
export async function referenceUnitIds(
  client: pg.Client,
): Promise<{ former: Map<string, number>; current: Map<string, number> }> {
  const { rows } = await client.query<{ id: number; code: string; former: boolean }>(
    "select id, code, valid_from is null as former from unit where valid_from is null or valid_from = $1",
    [mergerDay],
  );
  const ids = (former: boolean) =>
    new Map(rows.filter((row) => row.former === former).map((row) => [row.code, row.id]));
  return { former: ids(true), current: ids(false) };
}

async function successionRows(client: pg.Client, lineage: ReturnType<typeof referenceLineage>) {
  const ids = await referenceUnitIds(client);
  return lineage.map(({ formerCode, currentCode, ...edge }) => ({
    predecessorId: ids.former.get(formerCode),
    successorId: ids.current.get(currentCode),
    effectiveOn: mergerDay,
    decision: mergerDecision,
    ...edge,
  }));
}

type Kept = { table: string; key: string[]; rows: readonly Row[]; leave?: string[]; correct: boolean };

async function keepTable(
  client: pg.Client,
  { table, key, rows, leave = [], correct }: Kept,
): Promise<number> {
  const keys = Object.keys(rows[0] ?? {});
  const columns = keys.map(columnName);
  const facts = keys.filter((name) => !key.includes(name) && !leave.includes(name)).map(columnName);
  const same = key
    .map(columnName)
    .map((column) => `t.${column} is not distinct from f.${column}`)
    .join(" and ");
  const file = `(select * from json_populate_recordset(null::${table}, $1)) f`;
  const records = [asRecords(rows)];

  const added = await client.query(
    `insert into ${table} (${columns}) select ${columns.map((column) => `f.${column}`)} from ${file}
      where not exists (select from ${table} t where ${same})`,
    records,
  );
  if (!correct) return added.rowCount ?? 0;
  const corrected = await client.query(
    `update ${table} t set ${facts.map((column) => `${column} = f.${column}`)} from ${file}
      where ${same} and (${facts.map((column) => `t.${column}`)}) is distinct from (${facts.map((column) => `f.${column}`)})`,
    records,
  );
  return (added.rowCount ?? 0) + (corrected.rowCount ?? 0);
}
