type Fields = Record<string, unknown>;

export type ChangedField = { field: string; before: unknown; after: unknown; changed: boolean };

/**
 * Two editions of a record field by field, changed fields first. An update tells the whole record, so a field
 * that is missing after it was emptied; any other action tells only what it set and leaves the rest.
 */
export function compareFields(action: string, before: unknown, after: unknown): ChangedField[] {
  const [old, now] = [asFields(before), asFields(after)];
  const whole = action.endsWith(".update") || after === null || after === undefined;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => field !== "id" && field !== "version",
  );
  const rows = names.map((field): ChangedField => {
    const then = old[field] ?? null;
    const next = whole || field in now ? (now[field] ?? null) : then;
    return { field, before: then, after: next, changed: JSON.stringify(then) !== JSON.stringify(next) };
  });
  return [...rows.filter(({ changed }) => changed), ...rows.filter(({ changed }) => !changed)];
}

function asFields(value: unknown): Fields {
  if (value === null || value === undefined) return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Fields) : { value };
}

// The first prefix that fits; a file has no page of its own.
const records: [prefix: string, path: string | undefined][] = [
  ["outreach-sessions.files.", undefined],
  ["security-models.points.files.", undefined],
  ["security-models.evaluations.files.", undefined],
  ["users.", "/users/"],
  ["units.areas.", "/units/areas/"],
  ["units.changes.", "/units/changes/"],
  ["outreach-sessions.", "/outreach-sessions/"],
  ["security-models.points.", "/security-models/points/"],
  ["security-models.steps.", "/security-models/points/"],
  ["security-models.evaluations.propose", "/security-models/points/"],
  ["security-models.evaluations.confirm-matching", "/security-models/evaluations/"],
  ["security-models.evaluations.confirm", "/security-models/points/"],
  ["security-models.evaluations.return", "/security-models/points/"],
  ["security-models.evaluations.", "/security-models/evaluations/"],
  ["security-models.", "/security-models/"],
  ["awards.", "/awards/"],
  ["safety-standard.records.register", undefined],
  ["safety-standard.records.", "/safety-standard/records/"],
  ["safety-standard.communes.", "/safety-standard/records/"],
  ["safety-standard.subjects.remove", undefined],
  ["safety-standard.subjects.", "/safety-standard/subjects/"],
  ["map.boundaries.", "/map/boundaries/"],
];

/** Where the record of an event can be opened; undefined where the event has no page of its own. */
export function subjectHref(action: string, subjectId: string | null): string | undefined {
  if (!subjectId || !/^[0-9a-f-]{36}$/.test(subjectId)) return undefined;
  const path = records.find(([prefix]) => action.startsWith(prefix))?.[1];
  return path && path + subjectId;
}

/** The unit ids that stand in two editions, so that their names can be shown. */
export function unitIdsIn(...editions: unknown[]): number[] {
  const ids = editions.flatMap((edition) =>
    Object.entries(asFields(edition))
      .filter(([field]) => field === "unitId")
      .map(([, id]) => id),
  );
  return ids.filter((id): id is number => typeof id === "number");
}
