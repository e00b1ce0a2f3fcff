import type { Day } from "@/lib/core/days";
import type { FieldIssue } from "@/lib/core/errors";
import type { SafetyKind, SafetyState } from "@/prisma/client/enums";
import { yearFault, yearOf } from "../rules";

export const states = [
  "registered",
  "scored",
  "proposed",
  "recognized",
  "refused",
  "revoked",
  "withdrawn",
] as const satisfies readonly SafetyState[];

/** What can be done to a record. */
export const acts = ["score", "propose", "recognize", "refuse", "revoke", "withdraw"] as const;
export type Act = (typeof acts)[number];

// The database says the same (app_check_safety_record).
const from: Record<Act, readonly SafetyState[]> = {
  score: ["registered", "scored", "refused", "revoked"],
  propose: ["scored"],
  recognize: ["proposed"],
  refuse: ["proposed"],
  revoke: ["recognized"],
  withdraw: ["registered", "scored", "proposed"],
};

/** Whether an act is open to a record; only what meets the criteria by its own account is proposed. */
export const canDo = (
  act: Act,
  { state, selfMet }: { state: SafetyState; selfMet: boolean | null },
): boolean => from[act].includes(state) && (act !== "propose" || selfMet === true);

/** True of a record that counts as registered; what was withdrawn was never registered. */
export const isRegistered = (state: SafetyState | null): boolean => state !== null && state !== "withdrawn";

type Days = {
  year: number;
  registeredOn: Day;
  scoredOn: Day | null;
  proposedOn: Day | null;
  decidedOn: Day | null;
};

/** Why a step cannot have happened on a day: each comes no earlier than the one before. */
export function dayFault(act: Act, record: Days, day: Day): FieldIssue | undefined {
  const [field, least] = {
    score: ["scoredOn", record.registeredOn],
    propose: ["proposedOn", record.scoredOn],
    recognize: ["decidedOn", record.proposedOn],
    refuse: ["decidedOn", record.proposedOn],
    revoke: ["revokedOn", record.decidedOn],
    withdraw: ["reason", null],
  }[act] as [string, Day | null];
  return least !== null && day < least ? { field, code: `before-last:${least}` } : undefined;
}

/** Why a subject cannot be registered for a year on a day. */
export function registrationFault(year: number, registeredOn: Day, now: Day): FieldIssue | undefined {
  const fault = yearFault(year, now);
  if (fault) return { field: "year", code: fault };
  return yearOf(registeredOn) === year ? undefined : { field: "registeredOn", code: `not-in-year:${year}` };
}

/** The level that decides: the city on a commune, the commune on what is in it (Thông tư 124/2021, 48/2025/TT-BCA). */
export const decidedByCity = (kind: SafetyKind): boolean => kind === "commune";
