import * as z from "zod";
import type { Day } from "@/lib/core/days";
import { day, text, unitId } from "@/lib/core/fields";
import type { Period } from "@/lib/core/periods";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import type { GuidanceField } from "./catalog";

/** Offsets (UTF-16) into the pasted text exactly as it was given; `to` is the first one behind. */
export type Span = { from: number; to: number };

/** A count as the report says it; "hơn 12.770" is a lower bound and stays one (T7). */
export type Said = { value: number; qualifier: Qualifier };

export const languages = ["kinh", "khmer", "hoa"] as const;

/** What the reader must check before a proposal becomes a draft. */
export const doubts = [
  // When
  "no-day",
  "no-period",
  "no-such-day",
  "day-without-year",
  "day-ahead",
  "two-days",
  "period-without-year",
  "which-months",
  "which-week",
  "open-end",
  "end-by-text",
  "end-of-year",
  "open-start",
  "time-carried",
  // What and where
  "no-topic",
  "topics-carried",
  "unit-carried",
  // How many
  "no-attendance",
  "no-count",
  "no-session",
  "two-attendances",
  "two-values",
  "vague-count",
  "range",
  "unclear-number",
  "numbers-differ",
  "comma-in-number",
  "unit-unclear",
  "people-not-attendances",
  "households-not-people",
  "shared-count",
  "part-of-above",
  "planned",
] as const;
export type Doubt = (typeof doubts)[number];

export type ProposedValues = {
  heldOn?: Day;
  /** `key` is a period's key by calendar months ("2025-m8"), empty for a free range; see lib/core/periods. */
  period?: Period;
  place?: string;
  unitText?: string;
  channel?: Channel;
  topics: string[];
  sessions?: Said;
  attendance?: Said;
  quantity?: Said;
  views?: Said;
  languages?: (typeof languages)[number][];
} & { [Field in GuidanceField]?: Said };

export type ProposedField = keyof ProposedValues;

export type Proposal = {
  /** `session`: one event, or one day's rounds, that can be logged; `figure`: a sum over many, never logged as one. */
  kind: "session" | "figure";
  span: Span;
  marks: { field: ProposedField; span: Span }[];
  values: ProposedValues;
  doubts: Doubt[];
};

/** A topic of the code list, as far as the parser needs it. */
export type TopicLabel = { code: string; labelVi: string };

/** A report as it is pasted: its text, the day it is told from, and whose it is where it does not say. */
export const pastedReport = z.object({
  text: text(50_000),
  day: day(),
  unit: unitId().optional(),
});
