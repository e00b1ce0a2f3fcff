/** What a map can show, in the order it is offered. */
export const figures = [
  "sessions",
  "attendances",
  "sessions-per-10k",
  "points",
  "teams",
  "members",
  "models",
  "awards",
  "standard",
  "standard-share",
  "advanced",
  "advanced-share",
  "exemplary",
  "exemplary-share",
  "population",
  "area",
  "density",
] as const;
export type MapFigure = (typeof figures)[number];

export type FigureGroup = "sessions" | "points" | "awards" | "rural" | "units";

type Nature = {
  group: FigureGroup;
  /** A count may be drawn as a bubble; a ratio of sums may not. */
  is: "count" | "measure" | "ratio" | "share";
  digits: 0 | 1 | 2;
  /** False where the same thing counts in several units, so that units do not add up. */
  adds: boolean;
};

const count = (group: FigureGroup): Nature => ({ group, is: "count", digits: 0, adds: true });
const share: Nature = { group: "rural", is: "share", digits: 1, adds: false };

export const natures: Record<MapFigure, Nature> = {
  sessions: count("sessions"),
  attendances: count("sessions"),
  "sessions-per-10k": { group: "sessions", is: "ratio", digits: 1, adds: false },
  points: count("points"),
  teams: count("points"),
  members: count("points"),
  models: { ...count("points"), adds: false },
  awards: count("awards"),
  standard: count("rural"),
  "standard-share": share,
  advanced: count("rural"),
  "advanced-share": share,
  exemplary: count("rural"),
  "exemplary-share": share,
  population: count("units"),
  area: { group: "units", is: "measure", digits: 2, adds: true },
  density: { group: "units", is: "ratio", digits: 0, adds: false },
};

/** Figures of a span of days; the others stand on a day. */
export const isOfPeriod = (figure: MapFigure): boolean =>
  ["sessions", "awards"].includes(natures[figure].group);
