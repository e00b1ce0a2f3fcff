/** What the review suggests for a point that gives no sign of life: củng cố, hợp nhất, thanh loại, or to wait for what was begun. */
export const suggestions = ["consolidate", "merge", "remove", "wait"] as const;
export type Suggestion = (typeof suggestions)[number];

/** Signs of life. `start`: nothing since the point began. */
export const signs = ["reading", "evaluation", "session", "start"] as const;
export type Sign = (typeof signs)[number];

/** After how many months without a sign a point is reviewed, unless the city set another number. */
export const defaultMonths = 6;
export const monthLimits = { least: 1, most: 36 };
