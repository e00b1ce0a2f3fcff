/** What can be refused, each with the HTTP status that says so. */
export const errorStatus = {
  "signed-out": 401,
  denied: 403,
  origin: 403,
  "not-found": 404,
  conflict: 409,
  repeated: 409,
  "other-user": 409,
  similar: 409,
  "in-use": 409,
  malformed: 400,
  "too-large": 413,
  invalid: 422,
  "too-many": 429,
  "other-version": 426,
  fault: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** A field and what is wrong with it: a code, or "code:argument" such as "too-long:200". */
export type FieldIssue = { field: string; code: string };
export type Differing = { field: string; theirs: unknown; yours: unknown };
export type Similar = { label: string; detail: string; href: string };

type Details = {
  issues?: FieldIssue[];
  differing?: Differing[];
  version?: number;
  /** Of a conflict that nothing can be written over: what stands instead, for the domain's own sentence. */
  since?: Record<string, unknown>;
  similar?: Similar[];
  reason?: string;
};

/** A refusal with a known cause. Anything else that is thrown is a fault and shows a page with an id. */
export class AppError extends Error {
  readonly status: number;
  /** What Next hands to an error page in production, where messages are withheld. */
  readonly digest: string;
  constructor(
    readonly code: ErrorCode,
    readonly details: Details = {},
  ) {
    super(code);
    this.name = "AppError";
    this.digest = code;
    this.status = errorStatus[code];
  }
}

/** Refuses one field of an input: `throw invalid("heldOn", "unit-not-then")`. */
export const invalid = (field: string, code: string) =>
  new AppError("invalid", { issues: [{ field, code }] });

/** What a stale edit is told: each field whose stored value is not the one being written (R5). */
export function differing(stored: Record<string, unknown>, typed: Record<string, unknown>): Differing[] {
  return Object.keys(typed)
    .filter(
      (field) =>
        field in stored && JSON.stringify(stored[field] ?? null) !== JSON.stringify(typed[field] ?? null),
    )
    .map((field) => ({ field, theirs: stored[field] ?? null, yours: typed[field] ?? null }));
}

// What the triggers of a point's life refuse when two people act at once, or when something reaches past the commands.
const pointRefusals: [RegExp, field: string, code: string][] = [
  [/point_step_order|step \w+ does not follow/, "kind", "not-from-here"],
  [/point_step_day|is before the last one|a point ends after/, "happenedOn", "out-of-order"],
  [/point_step_papers|lacks its papers/, "decision", "required"],
  [/point_step_last|point_step_kept|only the last step|only ever reversed/, "reason", "not-the-last"],
  [/point_step_merged|others were merged into/, "reason", "merged-here"],
  [/point_merge_into|merges into one of its model|point_step_into_id_fkey/, "intoId", "not-running"],
  [
    /point_copy_(circle|model)|a copy (cannot be|is of)|model_point_copied_from_id_fkey/,
    "copiedFromId",
    "unknown-choice",
  ],
];

// What the years of the safety standard refuse when two act at once, or when something reaches past the commands.
const safetyRefusals: typeof pointRefusals = [
  [/safety_state|safety: \w+ (does not follow|is no first)/, "chosen", "not-from-here"],
  [/safety_subject_then|safety: not of unit/, "chosen", "not-then:1"],
];

/** What the database says of a change of units that another one came before. */
const unitRefusals: [RegExp, field: string, code: string][] = [
  [/unit_code_(once|from)/, "code1", "code-taken"],
  [/succession_one_carrier/, "unitId", "carried-on"],
  [/succession_main|has no main successor/, "main", "main-missing"],
  [
    /succession_days|does not join two validities|no longer join its succession/,
    "effectiveOn",
    "lineage-overlaps",
  ],
  [/unit_validity/, "effectiveOn", "lineage-overlaps"],
  [/succession_share/, "share1", "shares-over"],
];

/**
 * Tells the server that this request met no database: Next's error pages know 500 only, and whoever watches from
 * outside must see 503 (`scripts/serve.mjs`, which opens the store for each request).
 */
function noteUnavailable() {
  const { portalRequests } = globalThis as {
    portalRequests?: { getStore(): { unavailable: boolean } | undefined };
  };
  const request = portalRequests?.getStore();
  if (request) request.unavailable = true;
}

/** Turns what the database refuses into a refusal with a cause; returns undefined for a real fault. */
export function fromDatabase(error: unknown): AppError | undefined {
  const text = error instanceof Error ? `${error.name} ${error.message} ${causes(error)}` : String(error);
  if (
    /ECONNREFUSED|ECONNRESET|Can't reach database|Connection terminated|terminating connection|the database system is|DatabaseNotReachable|timeout exceeded when trying to connect|P1001|P2024|P2028/.test(
      text,
    )
  ) {
    noteUnavailable();
    return new AppError("unavailable");
  }
  if (/No space left on device|disk full|53100/.test(text))
    return new AppError("unavailable", { reason: "disk-full" });
  if (/co_unit_day|a co-organiser did not exist/.test(text)) return invalid("coUnitIds", "unit-not-then");
  if (/area_unit_day|begins within the days of its unit/.test(text))
    return invalid("validFrom", "unit-not-then");
  if (/area_merge_into|merges into one of its unit/.test(text)) return invalid("mergedIntoId", "not-there");
  if (/area_move_division|no division took/.test(text)) return invalid("division", "unknown-choice");
  if (/step_unit_day|has no step of its time/.test(text)) return invalid("happenedOn", "unit-not-then");
  if (/unit_day|did not exist on/.test(text)) return invalid("unitId", "unit-not-then");
  if (/rural_commune|only a commune/.test(text)) return invalid("unitId", "not-a-commune");
  if (/rural_ladder|the step below is missing/.test(text)) return invalid("level", "step-below-missing");
  if (/criteria_in_use|the set has findings/.test(text)) return invalid("name", "set-in-use");
  if (/finding_set_day|the criterion was not in force/.test(text)) return invalid("judgedOn", "set-not-then");
  if (/finding_kind|not for a unit of this kind/.test(text)) return invalid("criteria", "other-kind");
  if (/finding_parts|judged by its parts/.test(text)) return invalid("criteria", "by-parts");
  if (/urban_ward|a commune is no urban unit/.test(text)) return invalid("unitId", "not-a-ward");
  if (/rural_middle|a higher step still/.test(text)) return invalid("revokedOn", "step-above-stands");
  for (const [pattern, field, code] of unitRefusals) if (pattern.test(text)) return invalid(field, code);
  if (/change_kept|an undone change stays/.test(text)) return invalid("reason", "already-undone");
  if (/update or delete on table .* violates (RESTRICT setting of )?foreign key/.test(text))
    return new AppError("in-use");
  for (const [pattern, field, code] of [...pointRefusals, ...safetyRefusals])
    if (pattern.test(text)) return invalid(field, code);
  if (/point_steps_only|changes its state by a step/.test(text)) return new AppError("denied");
  if (/P2002|Unique constraint|23505/.test(text)) return new AppError("repeated");
  if (/row-level security|42501/.test(text)) return new AppError("denied");
  return undefined;
}

/** True when the database ended this transaction because two waited for each other: it can simply be run again. */
export const isDeadlock = (error: unknown): boolean =>
  error instanceof Error &&
  /40P01|40001|deadlock detected|write conflict or a deadlock|P2034/.test(
    `${error.message} ${causes(error)}`,
  );

function causes(error: Error): string {
  const own = error as { code?: string; meta?: unknown; cause?: unknown };
  const cause = own.cause instanceof Error ? causes(own.cause) : "";
  let details = "";
  try {
    details = JSON.stringify({ code: own.code, meta: own.meta, cause: own.cause }) ?? "";
  } catch {
    // A cause that holds itself: its text above is all there is to read.
  }
  return `${details} ${cause}`;
}
