type Fields = Record<string, unknown>;

export type ChangedField = { field: string; before: unknown; after: unknown; changed: boolean };

/** Two editions of a record field by field, changed fields first; a creation or deletion has one side only. */
export function compareFields(before: unknown, after: unknown): ChangedField[] {
  const [old, now] = [asFields(before), asFields(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const rows = names.map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null, changed: !same(old[field], now[field]) }));
  return [...rows.filter(({ changed }) => changed), ...rows.filter(({ changed }) => !changed)];
}

function asFields(value: unknown): Fields {
  if (value === null || value === undefined) return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Fields) : { value };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const records: [prefix: string, path: string][] = [
  ["users.", "/users/"],
  ["outreach-sessions.", "/outreach-sessions/"],
  ["awards.", "/awards/"],
];

/** Where the record of an event can be opened; undefined where the event has none of its own page. */
export function subjectHref(action: string, subjectId: string | null): string | undefined {
  if (!subjectId || !/^[0-9a-f-]{36}$/.test(subjectId)) return undefined;
  if (action.startsWith("security-models.")) return action.includes(".points.") ? undefined : `/security-models/${subjectId}`;
  const path = records.find(([prefix]) => action.startsWith(prefix))?.[1];
  return path && path + subjectId;
}

/** The unit ids that stand in two editions, so that their names can be shown. */
export function unitIdsIn(...editions: unknown[]): number[] {
  const ids = editions.flatMap((edition) => Object.entries(asFields(edition)).filter(([field]) => field === "unitId").map(([, id]) => id));
  return ids.filter((id): id is number => typeof id === "number");
}
