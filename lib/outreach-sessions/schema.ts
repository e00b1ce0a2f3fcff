import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { isDay } from "@/lib/core/days";
import {
  choice,
  choices,
  clientId,
  code,
  codes,
  day,
  ids,
  text,
  tick,
  together,
  unitId,
  unitIds,
  version,
  whole,
} from "@/lib/core/fields";
import { channels, guidances, isGathering, languages, qualifiers } from "./catalog";

/** Highest believable counts of one session; more is a slip of the finger. */
const mostPeople = 100_000;

const typed = {
  unitId: unitId(),
  heldOn: day(),
  place: text(200),
  channel: choice(channels),
  topics: codes(),
  attendance: whole(1, mostPeople).optional(),
  attendanceQualifier: choice(qualifiers).default("exact"),
  quantity: whole(1, 1_000_000).optional(),
  vneidGuided: whole(0, mostPeople).optional(),
  levelTwoGuided: whole(0, mostPeople).optional(),
  onlineServiceGuided: whole(0, mostPeople).optional(),
  weaponsHandedIn: whole(0, 10_000).optional(),
  pledges: whole(0, mostPeople).optional(),
  title: text(200).optional(),
  presenters: text(300).optional(),
  languages: choices(languages).default([]),
  audiences: codes({ required: false }),
  views: whole(0, 100_000_000).optional(),
  coUnitIds: unitIds(20),
  coAgencies: codes({ required: false }),
  pointIds: ids(20),
  event: code().optional(),
  directives: codes({ required: false }),
  note: text(2_000).optional(),
  /** The officer has seen what looks alike and says that this is another session. */
  acceptSimilar: tick(),
};

type Counts = {
  channel?: string;
  attendance?: number;
  quantity?: number;
  views?: number;
  unitId?: number;
  coUnitIds?: number[];
};

// T8: a gathering has attendances, any other channel a quantity of its own; never both.
function checkTogether(
  { channel, attendance, quantity, views, unitId: host, coUnitIds }: Counts,
  context: z.core.$RefinementCtx,
) {
  // T16: the host is counted already.
  if (host !== undefined && coUnitIds?.includes(host))
    context.addIssue({ code: "custom", path: ["coUnitIds"], message: "host-among" });
  if (!channels.some((known) => known === channel) || channel === undefined) return;
  const [wanted, other, value, stray] = isGathering(channel)
    ? ["attendance", "quantity", attendance, quantity]
    : ["quantity", "attendance", quantity, attendance];
  if (value === undefined)
    context.addIssue({ code: "custom", path: [wanted as string], message: "required" });
  if (stray !== undefined)
    context.addIssue({ code: "custom", path: [other as string], message: "not-of-this-channel" });
  if (views !== undefined && channel !== "post")
    context.addIssue({ code: "custom", path: ["views"], message: "not-of-this-channel" });
}

export const sessionCreate = z
  .object({ id: clientId(), ...typed, planId: z.uuid().optional() })
  .superRefine(checkTogether, together);
export const sessionUpdate = z
  .object({ id: clientId(), version: version(), ...typed })
  .superRefine(checkTogether, together);
export const sessionDelete = z.object({ id: clientId(), version: version(), reason: text(500) });

/** What a list of sessions can be narrowed to, beside the context. */
export const sessionFilter = z.object({
  context: contextInput,
  kind: z.enum(["gathering", "broadcast", "joint"]).optional(),
  channel: z.enum(channels).optional(),
  topic: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  audience: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  language: z.enum(languages).optional(),
  guided: z.enum(guidances).optional(),
  point: z.uuid().optional(),
  /** Linked with any point of a model. */
  model: z.uuid().optional(),
  q: text(200).optional(),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .refine((value) => isDay(value.slice(0, 10)) && z.uuid().safeParse(value.slice(11)).success)
    .optional(),
});
export type SessionFilter = z.output<typeof sessionFilter>;

/** What sessions can be linked with: a point, or any point of a model. */
export const linkedTo = sessionFilter.pick({ context: true, point: true, model: true });

/** The list's own parameters from a URL; what cannot be read is left out. */
export function readSessionFilter(params: SearchParams): Omit<SessionFilter, "context"> {
  const { context: _, ...shape } = sessionFilter.shape;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const read = field.safeParse(one(params[name]));
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
}
