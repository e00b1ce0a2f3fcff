import type { Day } from "@/lib/core/days";
import type { UnitType } from "@/prisma/client/enums";
import { type Cells, numberOrNull, readCsv, required, textOrNull } from "./csv";

/** The day the units of today came into being (Nghị quyết 1668/NQ-UBTVQH15), and the last day of the former ones. */
export const mergerDay: Day = "2025-07-01";
export const lastFormerDay: Day = "2025-06-30";

export type ReferenceUnit = {
  code: string;
  name: string;
  fullName: string;
  type: UnitType;
  validFrom: Day | null;
  validTo: Day | null;
  districtCode: string | null;
  districtName: string | null;
  provinceCode: string;
  provinceName: string;
  formerArea: string | null;
  areaKm2: number | null;
  population: number | null;
  populationNote: string | null;
  labelLat: number | null;
  labelLon: number | null;
  clause: string | null;
};

/** The 263 units up to 30/06/2025 and the 103 since, in the order of their files. */
export function referenceUnits(): ReferenceUnit[] {
  return [...readCsv("units_former.csv").map(formerUnit), ...readCsv("units_current.csv").map(currentUnit)];
}

const types: Record<string, UnitType> = { phường: "ward", xã: "commune", "thị trấn": "township" };

function names(cells: Cells) {
  const type = types[required(cells, "type")];
  if (!type) throw new Error(`prisma/data: unknown unit type in ${JSON.stringify(cells)}`);
  return {
    code: required(cells, "code"),
    name: required(cells, "name"),
    fullName: required(cells, "full_name"),
    type,
  };
}

function formerUnit(cells: Cells): ReferenceUnit {
  return {
    ...names(cells),
    validFrom: null,
    validTo: lastFormerDay,
    districtCode: textOrNull(cells.district_code),
    districtName: textOrNull(cells.district),
    provinceCode: required(cells, "province_code"),
    provinceName: required(cells, "province"),
    formerArea: null,
    areaKm2: null,
    population: null,
    populationNote: null,
    labelLat: null,
    labelLon: null,
    clause: null,
  };
}

function currentUnit(cells: Cells): ReferenceUnit {
  return {
    ...names(cells),
    validFrom: mergerDay,
    validTo: null,
    districtCode: null,
    districtName: null,
    provinceCode: "92",
    provinceName: "Thành phố Cần Thơ",
    formerArea: textOrNull(cells.former_area),
    areaKm2: numberOrNull(cells.area_km2),
    population: numberOrNull(cells.population),
    populationNote: textOrNull(cells.population_note),
    labelLat: numberOrNull(cells.label_lat),
    labelLon: numberOrNull(cells.label_lon),
    clause: textOrNull(cells.nq1668_clause),
  };
}
