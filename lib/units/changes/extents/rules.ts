import { type Row, rows } from "../catalog";
import type { ChangeInput } from "../schema";

/** A unit's size and where its label stands; null = nobody knows. */
export type Extent = {
  areaKm2?: number | null;
  population?: number | null;
  labelLat?: number | null;
  labelLon?: number | null;
};

export const noSize = { areaKm2: null, population: null };

export const sizeOf = ({ areaKm2, population, labelLat, labelLon }: Required<Extent>): Extent => ({
  areaKm2,
  population,
  labelLat,
  labelLon,
});

export const labelOf = (unit: Extent | undefined): Extent =>
  unit ? { labelLat: unit.labelLat, labelLon: unit.labelLon } : {};

export function typedExtent(input: ChangeInput, row: Row): Extent {
  const [area, population, point] = [input[`area${row}`], input[`population${row}`], input[`point${row}`]];
  return {
    ...(area === undefined ? {} : { areaKm2: area }),
    ...(population === undefined ? {} : { population }),
    ...(point === undefined ? {} : { labelLat: point.lat, labelLon: point.lon }),
  };
}

export const shareOf = (input: ChangeInput, row: Row): number | null => {
  const share = input[`share${row}`];
  return share === undefined ? null : Math.round(share * 1_000) / 100_000;
};

/** A sum stands only where every part of it is known. */
export function sumOf(units: readonly Extent[]): { areaKm2: number | null; population: number | null } {
  const sum = (values: (number | null | undefined)[]) =>
    values.every((value) => typeof value === "number")
      ? Math.round(values.reduce<number>((total, value) => total + (value as number), 0) * 100) / 100
      : null;
  return {
    areaKm2: sum(units.map(({ areaKm2 }) => areaKm2)),
    population: sum(units.map(({ population }) => population)),
  };
}

/** What is left of a whole whose other parts are known. */
export function leftOf(whole: Extent, others: readonly Extent[]): Extent {
  const rest = (field: "areaKm2" | "population") => {
    const taken = sumOf(others)[field];
    const left = typeof whole[field] === "number" && taken !== null ? whole[field] - taken : null;
    return left !== null && left > 0 ? Math.round(left * 100) / 100 : null;
  };
  return { areaKm2: rest("areaKm2"), population: rest("population") };
}

/** Until its place is known, a part's label stands beside that of the unit it left: about its radius away. */
export function besides(unit: Required<Extent>, at: number): Extent {
  if (unit.labelLat === null || unit.labelLon === null) return {};
  const degrees = Math.sqrt((unit.areaKm2 ?? 25) / Math.PI) / 111 / 1.5;
  const angle = (at * 2 * Math.PI) / rows.length;
  const round = (value: number) => Math.round(value * 100_000) / 100_000;
  return {
    labelLat: round(unit.labelLat + degrees * Math.sin(angle)),
    labelLon: round(unit.labelLon + degrees * Math.cos(angle)),
  };
}
