// What the command line asks for.
import { parseArgs } from "node:util";
import { PortalError } from "../lib/errors.mjs";

const USAGE = "Use: npm run bench -- [--rows N] [--keep]";
const MOST_ROWS = 50_000_000;

function parse(args) {
  try {
    return parseArgs({
      args,
      options: { rows: { type: "string", default: "200000" }, keep: { type: "boolean", default: false } },
    }).values;
  } catch (error) {
    throw new PortalError("benchOption", `${error.message.split(".")[0]}. ${USAGE}`);
  }
}

/**
 * rows: outreach sessions to measure on; keep: leave the filled database for the next run of as many rows.
 * @returns {{ rows: number, keep: boolean }}
 */
export function readOptions(args) {
  const { rows, keep } = parse(args);
  const count = Number(rows.replaceAll("_", ""));
  if (Number.isInteger(count) && count >= 1_000 && count <= MOST_ROWS) return { rows: count, keep };
  throw new PortalError("benchOption", `--rows ${rows} is not a number from 1000 to ${MOST_ROWS}. ${USAGE}`);
}
