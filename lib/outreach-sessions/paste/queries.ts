import type { Scope } from "@/lib/core/access";
import { listsOfCodes } from "@/lib/core/code-lists";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import type { Period } from "@/lib/core/periods";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { unitsInView } from "@/lib/units/queries";
import { unitBook } from "@/lib/units/resolve/queries";
import { dayFault, readUnit, unitName } from "@/lib/units/resolve/rules";
import type { NamedUnit, UnitBook } from "@/lib/units/resolve/schema";
import { unitRef } from "@/lib/units/rules";
import type { Channel } from "@/prisma/client/enums";
import { isGathering } from "../catalog";
import { sessionFacts } from "../queries";
import type { Unresolved } from "./messages";
import { readReport } from "./rules";
import { type Proposal, pastedReport } from "./schema";

/** What the portal itself counts where a report gives a figure, or why that cannot be said. */
export type Comparison =
  | { unresolved: Unresolved; detail: string; offered?: string }
  | {
      unit: { id: number; name: string; ref: string };
      period: Period;
      /** Gatherings and attendances, or the quantity of the figure's channel (T8). */
      counts:
        | { sessions: number; attendances: number; atLeast: number; about: number }
        | { quantity: number };
    };

/** What was said, why it names no unit, and the units it may mean. */
type UnitDoubt = { code: Unresolved; detail: string; offered?: string };

export type Proposed = Proposal & {
  /** The unit a session is proposed for. */
  unitId?: number;
  unitDoubt?: UnitDoubt;
  comparison?: Comparison;
};

export type PastedReading = { text: string; proposals: Proposed[] };

/** A pasted report read into proposals, each with its unit within the reach; nothing of it is stored or logged. */
export const proposeSessions = query({
  permission: "outreach-sessions.create",
  input: pastedReport,
  run: async (tx, { text, day, unit }, scope): Promise<PastedReading> => {
    const lists = await listsOfCodes(tx, ["topic"]);
    const book = await unitBook(tx, scope);
    const known = new Map<string, Promise<Comparison>>();
    const proposals: Proposed[] = [];
    for (const proposal of readReport(text, { today: day, topics: lists.topic })) {
      const { unitText, heldOn, period } = proposal.values;
      const on = heldOn ?? earlier(period?.to ?? day, today());
      const read = unitOf(unitText, book, on, unit ?? scope.unitId ?? undefined);
      if (proposal.kind === "session") {
        const named = "unit" in read ? { unitId: read.unit.id } : { unitDoubt: read };
        proposals.push({ ...proposal, ...named });
      } else {
        const key = JSON.stringify([read, period, proposal.values.channel]);
        const comparison = known.get(key) ?? compare(tx, scope, proposal, read);
        known.set(key, comparison);
        proposals.push({ ...proposal, comparison: await comparison });
      }
    }
    return { text, proposals };
  },
});

type UnitRead = { unit: NamedUnit; name: string } | UnitDoubt;

/** The unit a report means on a day: as it names it, else the one it was said to be of (T5). */
function unitOf(named: string | undefined, book: UnitBook, day: Day, chosen: number | undefined): UnitRead {
  const own = book.units.find(({ id }) => id === chosen);
  const known = (unit: NamedUnit) => ({ unit, name: unitName(unit, book.units) });
  if (named) {
    const read = readUnit(named, book, day);
    if ("value" in read) return known(read.value);
    const { code, detail } = read.fault;
    // Of several with the name the chosen one is meant, when it is among them.
    if (code === "unit-ambiguous" && own && "value" in readUnit(named, { units: [own] }, day))
      return known(own);
    return { code: code as Unresolved, detail: named, offered: detail };
  }
  if (!own) return { code: "no-unit", detail: "" };
  const fault = dayFault(own, day, book);
  return fault ? { code: "unit-not-then", detail: own.fullName, offered: fault.detail } : known(own);
}

async function compare(tx: Tx, scope: Scope, { values }: Proposal, read: UnitRead): Promise<Comparison> {
  const { channel, period, heldOn } = values;
  if (!channel || !(values.sessions || values.attendance || values.quantity))
    return { unresolved: "nothing-to-compare", detail: "" };
  const span = period ?? (heldOn ? { key: "", from: heldOn, to: heldOn } : undefined);
  if (!span) return { unresolved: "no-period", detail: "" };
  if ("code" in read) return { unresolved: read.code, detail: read.detail, offered: read.offered };
  const ref = unitRef(read.unit);
  return {
    unit: { id: read.unit.id, name: read.name, ref },
    period: span,
    counts: await countOf(tx, span, channel, await unitsInView(tx, scope, ref, "current")),
  };
}

async function countOf(tx: Tx, { from, to }: Period, channel: Channel, ids: readonly number[] | null) {
  type Sum = { sessions: number; attendances: number; quantity: number; atLeast: number; about: number };
  const of = isGathering(channel) ? sql`app_is_gathering(channel)` : sql`channel = ${channel}::channel`;
  const [sum] = await tx.$queryRaw<Sum[]>(sql`
    SELECT coalesce(sum(sessions), 0)::int AS sessions, coalesce(sum(attendances), 0)::float8 AS attendances,
           coalesce(sum(quantity), 0)::float8 AS quantity, coalesce(sum(at_least), 0)::int AS "atLeast", coalesce(sum(about), 0)::int AS about
      FROM (${sessionFacts(from, to, ids)}) f WHERE ${of}`);
  const { sessions = 0, attendances = 0, quantity = 0, atLeast = 0, about = 0 } = sum ?? {};
  return isGathering(channel) ? { sessions, attendances, atLeast, about } : { quantity };
}
