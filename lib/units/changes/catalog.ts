/** What a decision can do to units; the same names as in the database. */
export const changeKinds = ["create", "rename", "retype", "merge", "split", "transfer", "dissolve"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const unitTypes = ["ward", "commune", "township"] as const;

/** The rows of the form: a unit that comes of the change each. */
export const rows = ["1", "2", "3", "4"] as const;
export type Row = (typeof rows)[number];

/** Where a change stands on a day. */
export const changeStates = ["waiting", "in-effect", "undone"] as const;
export type ChangeState = (typeof changeStates)[number];

/** What is counted of a unit, in the order it is shown. */
export const countedThings = ["sessions", "attendances", "points", "awards", "communes", "areas"] as const;
