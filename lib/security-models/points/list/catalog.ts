/** What the list can show beside the site, in the order it stands. */
export const listColumns = [
  "model",
  "unit",
  "siteKind",
  "address",
  "status",
  "startedOn",
  "decision",
  "coreForce",
  "teams",
  "members",
  "grade",
  "level",
  "budgetFunding",
  "socialFunding",
  "contactPost",
  "lastSession",
] as const;
export type ListColumn = (typeof listColumns)[number];

export const defaultColumns = [
  "model",
  "unit",
  "status",
  "startedOn",
  "teams",
  "members",
  "grade",
] as const satisfies readonly ListColumn[];

/** What the list can be ordered by; "-" before it is downwards. Nothing else reaches the statement (S29). */
export const sortColumns = [
  "site",
  "model",
  "unit",
  "startedOn",
  "teams",
  "members",
  "grade",
] as const satisfies readonly (ListColumn | "site")[];
export type SortColumn = (typeof sortColumns)[number];
export type Sort = SortColumn | `-${SortColumn}`;
export const sorts = sortColumns.flatMap((column): Sort[] => [column, `-${column}`]) as [Sort, ...Sort[]];
export const defaultSort: Sort = "-startedOn";

/** Where points stand on the day, beside the single states. */
export const statusGroups = ["in-force", "waiting", "ended", "all"] as const;

/** Of points without a rating by the day. */
export const notRated = "none";

/** As many rows as one workbook holds. */
export const mostExported = 50_000;
