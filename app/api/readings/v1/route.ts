import { answer } from "@/lib/core/answers";
import { readBody } from "@/lib/core/body";
import { AppError } from "@/lib/core/errors";
import { currentLocale, requireSameOrigin } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";
import { recordReadings } from "@/lib/security-models/readings/commands";
import { toldCells } from "@/lib/security-models/readings/messages";
import { readingsSent } from "@/lib/security-models/readings/schema";

/** Five hundred cells at their longest. */
const mostBytes = 250_000;

/** Where a grid of readings sends its cells; the address outlives a new build, as a page left open does. */
export const POST = (request: Request) =>
  answer("security-models.readings.record", async () => {
    await requireSameOrigin();
    const actor = await actionActor();
    const body = readingsSent.safeParse(parsed(await readBody(request, mostBytes)));
    if (!body.success) throw new AppError("malformed");
    const { owner, ...cells } = body.data;
    // Nothing is ever sent as somebody else: a page that outlived its session keeps its figures.
    if (owner !== actor.userId) throw new AppError("other-user");
    return { cells: toldCells(await recordReadings(actor, cells), await currentLocale()) };
  });

function parsed(body: Uint8Array[]): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(body)));
  } catch {
    throw new AppError("malformed");
  }
}
