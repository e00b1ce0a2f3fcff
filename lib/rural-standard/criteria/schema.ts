import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, tick, version } from "@/lib/core/fields";
import { levels } from "../catalog";

/** Whom a set of criteria is for: communes (nông thôn mới) or wards (đô thị văn minh). */
export const programmes = ["rural", "urban"] as const;
export type Programme = (typeof programmes)[number];

const oneLine = (value: string) => value.replace(/\s+/g, " ");

/** `period`: the years a set is named by, "2031-2035" or "2027". */
export const setAdd = z.object({
  id: clientId(),
  programme: choice(programmes),
  period: text(9).pipe(z.string().regex(/^\d{4}(-\d{4})?$/, "not-a-period")),
  from: day({ future: true }),
  citation: text(300).transform(oneLine),
  /** One group of communes a line, with what makes it. */
  groups: text(1_000).optional(),
  note: text(500).transform(oneLine).optional(),
});

export const criterionAdd = z.object({
  id: clientId(),
  setKey: z.string({ error: "required" }).regex(/^[a-z0-9-]{4,20}$/, "unknown-choice"),
  /** Absent in a set for wards. */
  level: choice(levels).optional(),
  code: text(5).pipe(z.string().regex(/^[1-9]\d?(\.[1-9]\d?)?$/, "not-a-code")),
  name: text(200).transform(oneLine),
  group: text(100).transform(oneLine).optional(),
  security: tick(),
});
export const criterionChange = z.object({
  id: clientId(),
  version: version(),
  name: text(200).transform(oneLine),
  security: tick(),
});
export const criterionEnd = z.object({ id: clientId(), version: version(), reason: text(500) });

export const setKey = z.string().regex(/^[a-z0-9-]{4,20}$/);

/** The set an address asks for; what cannot be read is left out. */
export const readSet = (params: SearchParams): string | undefined => setKey.safeParse(one(params.set)).data;
