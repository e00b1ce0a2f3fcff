import type { Day } from "@/lib/core/days";
import type { SuccessionKind, UnitType } from "@/prisma/client/enums";

/** A unit as far as a name must be told from others. */
export type NamedUnit = {
  id: number;
  code: string;
  fullName: string;
  type: UnitType;
  validFrom: Day | null;
  validTo: Day | null;
  district: string | null;
  /** Two provinces had a district Châu Thành. */
  province?: string | null;
};

/** An edge of lineage: what of a unit went where on a day. */
export type Passage = { from: number; to: number; on: Day; kind: SuccessionKind };

/** The units that names are looked for among, and how they passed into one another. */
export type UnitBook<U extends NamedUnit = NamedUnit> = {
  units: readonly U[];
  passages?: readonly Passage[];
};

/** A unit as a form, a cell or a report names it: by code or name, on the day of what is told of it. */
export type UnitNamed = { text: string; day?: Day; type?: UnitType; district?: string };

export type Resolution<U extends NamedUnit = NamedUnit> =
  | { kind: "unit"; unit: U }
  /** Several had the name that day: somebody must say which. */
  | { kind: "ambiguous"; candidates: U[] }
  /** The name is known, but not of that day: after its end what it became, before its start what was there; the carrier first. */
  | { kind: "not-then"; named: U[]; offered: U[] }
  | { kind: "unknown"; near: U[] };
