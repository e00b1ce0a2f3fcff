import type { Day } from "@/lib/core/days";
import { randomStreams, type Streams } from "./random";
import { type DemoUnits, demoUnits, type UnitIds, unitIdsOfFiles } from "./units";

/** All that a generator needs; the same context always gives the same rows. */
export type DemoContext = { units: DemoUnits; today: Day; streams: Streams };

/** Without ids from a database the units are numbered as in the files. */
export function demoContext(today: Day, ids: UnitIds = unitIdsOfFiles()): DemoContext {
  const streams = randomStreams("dữ liệu minh họa");
  return { units: demoUnits(ids, streams), today, streams };
}
