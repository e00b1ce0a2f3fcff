import type { Day } from "@/lib/core/days";
import { referenceLineage } from "../reference/lineage";
import { mergerDay, type ReferenceUnit, referenceUnits } from "../reference/units";
import { unitWeights } from "./distributions";
import { logNormal, type Streams } from "./random";

/** The three former provinces. */
export type Region = "can-tho" | "soc-trang" | "hau-giang";

export type DemoUnit = {
  id: number;
  code: string;
  name: string;
  fullName: string;
  type: ReferenceUnit["type"];
  former: boolean;
  region: Region;
  /** The current unit that carries its rows today; its own code when it is current. */
  homeCode: string;
  /** Its part of all activity while it exists; a current unit weighs as much as its predecessors together. */
  weight: number;
};

export type DemoUnits = {
  all: readonly DemoUnit[];
  /** The units that existed on a day (T3). */
  on(day: Day): readonly DemoUnit[];
  current(code: string): DemoUnit;
  former(code: string): DemoUnit;
};

export type UnitIds = { former: Map<string, number>; current: Map<string, number> };

/** Ids for trying the generators without a database: 1, 2, 3 … in the order of the files. */
export function unitIdsOfFiles(): UnitIds {
  const ids: UnitIds = { former: new Map(), current: new Map() };
  for (const [index, unit] of referenceUnits().entries())
    (unit.validFrom ? ids.current : ids.former).set(unit.code, index + 1);
  return ids;
}

/** All units with what the draws need to know of them. */
export function demoUnits(ids: UnitIds, streams: Streams): DemoUnits {
  const reference = referenceUnits();
  const homes = new Map(
    referenceLineage()
      .filter((edge) => edge.kind !== "part")
      .map((edge) => [edge.formerCode, edge.currentCode]),
  );
  const current = reference.filter((unit) => unit.validFrom).map((unit) => currentUnit(unit, ids, streams));
  const byCode = new Map(current.map((unit) => [unit.code, unit]));

  const formerReference = reference.filter((unit) => !unit.validFrom);
  const shares = new Map<string, number>();
  for (const { code, type } of formerReference) {
    const home = homes.get(code) ?? "";
    shares.set(home, (shares.get(home) ?? 0) + unitWeights.predecessorType[type]);
  }
  const former = formerReference.map((unit) => {
    const home = known(byCode, homes.get(unit.code) ?? "");
    const weight = (home.weight * unitWeights.predecessorType[unit.type]) / (shares.get(home.code) ?? 1);
    return {
      ...identity(unit, known(ids.former, unit.code)),
      former: true,
      region: home.region,
      homeCode: home.code,
      weight,
    };
  });

  const byFormerCode = new Map(former.map((unit) => [unit.code, unit]));
  return {
    all: [...former, ...current],
    on: (day) => (day < mergerDay ? former : current),
    current: (code) => known(byCode, code),
    former: (code) => known(byFormerCode, code),
  };
}

const regions: Record<string, Region> = {
  "Cần Thơ cũ": "can-tho",
  "Sóc Trăng": "soc-trang",
  "Hậu Giang": "hau-giang",
};

function currentUnit(unit: ReferenceUnit, ids: UnitIds, streams: Streams): DemoUnit {
  const { exponent, typicalPopulation, currentType, zealSpread, liveliness } = unitWeights;
  const size = ((unit.population ?? typicalPopulation) / typicalPopulation) ** exponent;
  const zeal = logNormal(streams("zeal", unit.code), 1, zealSpread);
  return {
    ...identity(unit, known(ids.current, unit.code)),
    former: false,
    region: known(new Map(Object.entries(regions)), unit.formerArea ?? ""),
    homeCode: unit.code,
    weight: size * currentType[unit.type] * (liveliness[unit.code] ?? zeal),
  };
}

const identity = ({ code, name, fullName, type }: ReferenceUnit, id: number) => ({
  id,
  code,
  name,
  fullName,
  type,
});

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the reference units do not hold "${key}"`);
  return value;
}
