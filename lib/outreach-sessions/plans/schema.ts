import * as z from "zod";
import { contextInput } from "@/lib/core/context";
import { addMonths, isKnownDay, today } from "@/lib/core/days";
import { choice, clientId, codes, day, text, unitId, version, whole } from "@/lib/core/fields";
import { channels } from "../catalog";
import { isMonth } from "./rules";

/** Nobody plans further ahead; a later year is a slip of the finger. */
const monthsAhead = 24;

const typed = {
  unitId: unitId(),
  plannedOn: day({ future: true }).refine(
    (value) => value <= addMonths(today(), monthsAhead),
    "too-far-ahead",
  ),
  place: text(200),
  channel: choice(channels),
  topics: codes(),
  title: text(200).optional(),
  expected: whole(1, 1_000_000).optional(),
  note: text(2_000).optional(),
};

export const planCreate = z.object({ id: clientId(), ...typed });
/** An overdue plan may keep its day; the command refuses another one in the past. */
export const planUpdate = z.object({ id: clientId(), version: version(), ...typed });
export const planCancel = z.object({ id: clientId(), version: version(), reason: text(500) });

export const calendarView = z.object({
  unit: contextInput.shape.unit,
  boundary: contextInput.shape.boundary,
  month: z.string().refine(isMonth),
  /** The day whose plans are all asked for. */
  day: z.string().refine(isKnownDay).optional(),
});
