import { answer } from "@/lib/core/answers";
import { currentLocale } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";
import { newSession, pointsToLink } from "@/lib/outreach-sessions/queries";

/**
 * What a device needs to log without network: who it belongs to, and everything the session form offers them. Asked
 * with `?unit=…&day=…`, the points of that unit which run on that day.
 */
export const GET = (request: Request) =>
  answer("outbox.field", async () => {
    const actor = await actionActor();
    const { unit, day = "" } = Object.fromEntries(new URL(request.url).searchParams);
    if (unit !== undefined) return { points: await pointsToLink(actor, { unit, day }) };
    const { userId, name, unitId, unitName } = actor;
    const book = await newSession(actor, {});
    return {
      owner: { userId, name, unitId, unitName },
      book,
      locale: await currentLocale(),
      now: Date.now(),
    };
  });
