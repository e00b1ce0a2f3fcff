import { type Random, randomStreams, whole } from "./random";
import type { DemoUnit } from "./units";

const sizes = randomStreams("quarters");

/** A residential area by number: ấp in communes and townships, khóm or khu vực in wards as each region says. */
export function quarter(unit: DemoUnit, random: Random): string {
  return `${quarterWord(unit)} ${whole(random, 1, quarterCount(unit))}`;
}

export function quarterWord(unit: DemoUnit): string {
  if (unit.type !== "ward") return "ấp";
  return unit.region === "soc-trang" ? "khóm" : "khu vực";
}

function quarterCount(unit: DemoUnit): number {
  const random = sizes(unit.code, unit.former ? "former" : "current");
  return unit.former ? whole(random, 4, 8) : whole(random, 9, 18);
}

/** "phường", "xã" or "thị trấn", as in "Chợ phường". */
export function unitWord(unit: DemoUnit): string {
  return { ward: "phường", commune: "xã", township: "thị trấn" }[unit.type];
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
