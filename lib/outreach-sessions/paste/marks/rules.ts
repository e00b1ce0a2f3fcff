import type { Qualifier } from "@/prisma/client/enums";
import { isGathering } from "../../catalog";
import { guidanceFields } from "../catalog";
import { type Meaning, meaningOf } from "../messages";
import type { Proposal, ProposedValues, Said } from "../schema";

export type Piece = { from: number; text: string; meaning?: Meaning };

/** The text cut into what was read, by its meaning, and what was not; together they are the text again. */
export function piecesOf(text: string, proposals: readonly Pick<Proposal, "marks">[]): Piece[] {
  const marks = proposals
    .flatMap((proposal) => proposal.marks)
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { field, span } of marks) {
    if (span.from < end || span.to <= span.from) continue;
    if (span.from > end) pieces.push({ from: end, text: text.slice(end, span.from) });
    pieces.push({ from: span.from, text: text.slice(span.from, span.to), meaning: meaningOf[field] });
    end = span.to;
  }
  return end < text.length ? [...pieces, { from: end, text: text.slice(end) }] : pieces;
}

/** What a proposal fills into the form of a session. Counts the form has no qualifier for keep their words for the note (T7). */
export function prefill({ values }: Pick<Proposal, "values">): {
  fields: Record<string, unknown>;
  unsure: (keyof ProposedValues)[];
} {
  const { heldOn, place, channel = "meeting", topics, languages, attendance, quantity, views } = values;
  const exact = guidanceFields.map((field) => [field, values[field]] as const);
  const plain: (readonly [keyof ProposedValues, Said | undefined])[] = [
    ["quantity", isGathering(channel) ? undefined : quantity],
    ["views", channel === "post" ? views : undefined],
    ...exact,
  ];
  const gathered = isGathering(channel) ? attendance : undefined;
  return {
    fields: {
      heldOn,
      place,
      channel,
      topics,
      languages: languages ?? [],
      attendance: gathered?.value,
      attendanceQualifier: (gathered?.qualifier ?? "exact") satisfies Qualifier,
      ...Object.fromEntries(plain.map(([field, said]) => [field, said?.value])),
    },
    unsure: plain.filter(([, said]) => said && said.qualifier !== "exact").map(([field]) => field),
  };
}
