import * as z from "zod";
import { sentFiles } from "@/lib/core/attachment-input";
import { one, type SearchParams } from "@/lib/core/context";
import { isKnownDay } from "@/lib/core/days";
import { choice, clientId, day, ids, text, together, unitId, version } from "@/lib/core/fields";
import { href } from "@/lib/core/href";
import { levels } from "../catalog";
import { setKey } from "../criteria/schema";
import { communeRef } from "../schema";

/** What can be found; nothing found is a state of its own (T17). */
export const results = ["met", "not_met", "not_applicable"] as const;

/** One document often judges many criteria: they are recorded together, with one result. */
export const findingsRecord = z
  .object({
    id: clientId(),
    unitId: unitId(),
    criteria: ids(80).refine((list) => list.length > 0, "required"),
    result: choice(results),
    judgedOn: day(),
    documentNumber: text(60).optional(),
    documentDate: day().optional(),
    note: text(500).optional(),
    /** What they rest on; nothing is added later. */
    files: sentFiles(),
  })
  .superRefine(({ documentNumber, documentDate }, context) => {
    if (documentDate && !documentNumber)
      context.addIssue({ code: "custom", path: ["documentNumber"], message: "number-missing" });
  }, together);

/** The city's word on the findings that were seen waiting in a dossier. */
export const findingsConfirm = z.object({
  id: clientId(),
  unitId: unitId(),
  setKey,
  findings: ids(1_000).refine((list) => list.length > 0, "required"),
});
export const findingWithdraw = z.object({ id: clientId(), version: version(), reason: text(500) });

/** A dossier: by which set, for which step, on which day. */
export const dossierView = z.object({
  ref: communeRef,
  set: setKey.optional(),
  level: z.enum(levels).optional(),
  asOf: z.string().refine(isKnownDay).optional(),
});
export type DossierChoice = Omit<z.output<typeof dossierView>, "ref">;

/** The form of new findings: for which step it is, and the one that came back. */
export const newFindingsView = dossierView.extend({ kept: z.uuid().optional() });
type NewFindings = Omit<z.output<typeof newFindingsView>, "ref">;

/** The dossier's own parameters from a URL; what cannot be read is left out. */
export function readDossier(params: SearchParams): DossierChoice {
  const { ref: _, ...shape } = dossierView.shape;
  return readShape(shape, params);
}

export function readNewFindings(params: SearchParams): NewFindings {
  const { ref: _, ...shape } = newFindingsView.shape;
  return readShape(shape, params);
}

/** Where the form that was sent stands, as it says itself; one that says nothing readable has no page. `kept`: it came back. */
export function newFindingsPath(typed: FormData, kept?: string): string {
  const { ref, set, level } = newFindingsView.shape;
  const read = (name: string) => typed.get(name) || undefined;
  const known = ref.safeParse(read("ref"));
  if (!known.success) return "/rural-standard";
  return href(`/rural-standard/${known.data}/findings/new`, {
    set: set.safeParse(read("set")).data,
    level: level.safeParse(read("level")).data,
    kept,
  });
}

function readShape(shape: Record<string, z.ZodType>, params: SearchParams) {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const read = field.safeParse(one(params[name]));
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
}
