import { answer } from "@/lib/core/answers";
import { readBody } from "@/lib/core/body";
import { today } from "@/lib/core/days";
import { AppError } from "@/lib/core/errors";
import { currentLocale, requireSameOrigin } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";
import { receive } from "@/lib/outbox/commands";
import { protocol } from "@/lib/outbox/rules";
import { syncRequest } from "@/lib/outbox/schema";

/** Twenty sessions with notes at their longest. */
const mostBytes = 1_000_000;

/** Where a device's outbox is emptied; the address carries the protocol's version, actions' ids change with every build. */
export const POST = (request: Request) =>
  answer("outbox.sync", async () => {
    await requireSameOrigin();
    const actor = await actionActor();
    if (actor.mustChangePassword) throw new AppError("denied");
    const sent = parsed(await readBody(request, mostBytes));
    if (speaksOtherwise(sent)) throw new AppError("other-version");
    const body = syncRequest.safeParse(sent);
    if (!body.success) throw new AppError("malformed");
    // Nothing is ever sent as somebody else: a device that changed hands keeps it for its owner.
    if (body.data.owner !== actor.userId) throw new AppError("other-user");
    const answers = await receive(actor, body.data.parcels, await currentLocale());
    return { answers, today: today(), now: Date.now() };
  });

/** A device of another version keeps what it has until its page is renewed; anything else unreadable is a fault of its own. */
const speaksOtherwise = (sent: unknown) =>
  typeof sent === "object" && sent !== null && "version" in sent && sent.version !== protocol;

function parsed(body: Uint8Array[]): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(body)));
  } catch {
    throw new AppError("malformed");
  }
}
