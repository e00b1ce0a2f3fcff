import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, tick, unitId, version } from "@/lib/core/fields";
import { subjectKinds } from "../catalog";
import { unitRefInput } from "../schema";

export const subjectCreate = z.object({
  id: clientId(),
  unitId: unitId(),
  kind: choice(subjectKinds),
  name: text(200),
  validFrom: day(),
  /** The reader saw the one that looks the same and means another. */
  acceptSimilar: tick(),
});
export const subjectRename = z.object({
  id: clientId(),
  version: version(),
  name: text(200),
  acceptSimilar: tick(),
});
export const subjectEnd = z.object({
  id: clientId(),
  version: version(),
  validTo: day(),
  reason: text(500),
});
export const subjectRemove = z.object({ id: clientId(), version: version(), reason: text(500) });

export const subjectFilter = z.object({
  unit: unitRefInput.optional(),
  kind: z.enum(subjectKinds).optional(),
  q: text(200).optional(),
  state: z.enum(["current", "ended"]).default("current"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type SubjectFilter = z.output<typeof subjectFilter>;

/** The filter of a URL; what cannot be read is left out. */
export function readSubjectFilter(params: SearchParams): SubjectFilter {
  const { unit, kind, q, state, page } = subjectFilter.shape;
  return {
    unit: unit.catch(undefined).parse(one(params.unit)),
    kind: kind.catch(undefined).parse(one(params.kind)),
    q: q.catch(undefined).parse(one(params.q)),
    state: state.catch("current").parse(one(params.state)),
    page: page.catch(1).parse(one(params.page)),
  };
}
