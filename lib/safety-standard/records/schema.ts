import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { clientId, day, ids, text, tick, unitId, version, whole, year } from "@/lib/core/fields";
import type { Role } from "@/lib/core/policy";
import { kinds } from "../catalog";
import { readSafetyView, safetyView, unitRefInput, yearInput } from "../schema";

/** Most subjects of a unit that one form registers or recognises. */
const most = 500;

export const bulkRegister = z.object({
  id: clientId(),
  unitId: unitId(),
  year: year(1, 9999),
  registeredOn: day(),
  /** Residential areas, agencies, enterprises and schools by their ids. */
  chosen: ids(most),
  /** The commune itself as well. */
  commune: tick(),
});

const namedYear = z.object({ ref: unitRefInput, year: yearInput() });

/**
 * Where a registration leads: its unit's year. A repeated one is answered without them, and leads where the form says
 * it was of; when it says nothing that can be read, to the overview.
 */
export function registeredPath(result: object, typed: object): string {
  const { data } = namedYear.safeParse({ ...typed, ...result });
  return data ? `/safety-standard/${data.ref}?year=${data.year}&saved=1` : "/safety-standard";
}

export const recordScore = z.object({
  id: clientId(),
  version: version(),
  scoredOn: day(),
  score: whole(0, 100),
  selfMet: z.enum(["yes", "no"], { error: "required-choice" }),
});

export const recordPropose = z.object({
  /** The records, each once. */
  chosen: ids(most),
  proposedOn: day(),
});

export const recordRecognize = z.object({
  chosen: ids(most),
  decisionNumber: text(60),
  decidedOn: day(),
  decidedBy: text(200),
});

export const recordRefuse = z.object({
  id: clientId(),
  version: version(),
  decidedOn: day(),
  decidedBy: text(200),
  decisionNumber: text(60).optional(),
  reason: text(500),
});

export const recordRevoke = z.object({
  id: clientId(),
  version: version(),
  revokedOn: day(),
  reason: text(500),
});
export const recordWithdraw = z.object({ id: clientId(), version: version(), reason: text(500) });

export const registrationView = z.object({
  ref: unitRefInput,
  year: yearInput(),
  /** `last` = those of the year before. */
  from: z.enum(["all", "last"]).default("all"),
});

/** Everybody considered in a year, by where each stands: registered at all, recognised, registered only, not at all. */
export const standings = ["registered", "recognized", "open", "none"] as const;
export type Standing = (typeof standings)[number];
export const recordFilter = safetyView.extend({
  kind: z.enum(kinds).optional(),
  standing: z.enum(standings).optional(),
  q: text(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type RecordFilter = z.output<typeof recordFilter>;

/** The list's own filter of a URL; what cannot be read is left out. */
export function readRecordFilter(params: SearchParams, role: Role): RecordFilter {
  const { kind, standing, q, page } = recordFilter.shape;
  return {
    ...readSafetyView(params, role),
    kind: kind.catch(undefined).parse(one(params.kind)),
    standing: standing.catch(undefined).parse(one(params.standing)),
    q: q.catch(undefined).parse(one(params.q)),
    page: page.catch(1).parse(one(params.page)),
  };
}
