const figures = ["unit", "boundary"];

/**
 * The lists whose views can be kept: where each stands, and which parameters of its address make up a view. The day
 * looked at is none of them, so that a view opened next month shows next month.
 */
export const savedLists = {
  "security-models": {
    path: "/security-models",
    parameters: ["q", "block", "field", "principle", "force", "level", "state", ...figures],
  },
  "security-models.points": {
    path: "/security-models/points",
    parameters: [
      ...["q", "model", "field", "block", "principle", "force", "status", "grade", "level", "site", "origin"],
      ...["indicator", "least", "most", "startedFrom", "startedTo", "sort", "cols", ...figures],
    ],
  },
} as const satisfies Record<string, { path: string; parameters: readonly string[] }>;
export type SavedList = keyof typeof savedLists;
export const savedListKeys = Object.keys(savedLists) as [SavedList, ...SavedList[]];

/** As many views of one list as a person keeps. */
export const mostViews = 30;
export const longestView = 2_000;
