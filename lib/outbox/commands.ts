import type { Actor } from "@/lib/core/access";
import { type Batchable, batch } from "@/lib/core/command";
import { fromValues } from "@/lib/core/form-data";
import type { Locale } from "@/lib/core/locale";
import { explain, type FormWords } from "@/lib/core/refusal";
import { createSession, updateSession } from "@/lib/outreach-sessions/commands";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import type { Parcel, ParcelAnswer, Sendable } from "./rules";

type Carried = { command: Batchable; words: FormWords; href: (id: string) => string };

const sessionHref = (id: string) => `/outreach-sessions/${id}`;
const carried: Record<Sendable, Carried> = {
  "outreach-sessions.create": {
    command: createSession as Batchable,
    words: outreachWords,
    href: sessionHref,
  },
  "outreach-sessions.update": {
    command: updateSession as Batchable,
    words: outreachWords,
    href: sessionHref,
  },
};

/**
 * Takes what a device kept: each parcel is its command, in order, once however often it is sent.
 * Throws AppError `unavailable` when nothing could be stored; the device keeps everything then.
 */
export async function receive(
  actor: Actor,
  parcels: readonly Parcel[],
  locale: Locale,
): Promise<ParcelAnswer[]> {
  const outcomes = await batch(
    actor,
    parcels.map(({ item, command: name, values }) => {
      const { command } = carried[name];
      return { command, raw: fromValues(values, command.input), receipt: item };
    }),
  );
  return parcels.map(({ item, command }, at) => {
    const { words, href } = carried[command];
    const outcome = outcomes[at];
    if (outcome && "result" in outcome) {
      const { id } = outcome.result as { id: string };
      return { item, stored: true, id, href: href(id) };
    }
    if (!outcome) throw new Error(`no outcome for parcel ${at + 1} of ${parcels.length}`);
    const { code } = outcome.refused;
    return { item, stored: false, code, told: explain(outcome.refused, words, locale) };
  });
}
