import * as z from "zod";
import { clientId, day, ids, text, tick, unitId, version, whole } from "@/lib/core/fields";
import { unitRefInput, yearInput } from "../schema";

/** Most subjects of a unit that one form registers or recognises. */
const most = 500;

export const bulkRegister = z.object({
  id: clientId(),
  unitId: unitId(),
  year: whole(1, 9999),
  registeredOn: day(),
  /** Residential areas, agencies, enterprises and schools by their ids. */
  chosen: ids(most),
  /** The commune itself as well. */
  commune: tick(),
});

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
