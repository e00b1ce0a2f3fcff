import { answer } from "@/lib/core/answers";
import { currentLocale } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";
import { newSession } from "@/lib/outreach-sessions/queries";

/** What a device needs to log without network: who it belongs to, and everything the session form offers them. */
export const GET = () =>
  answer("outbox.field", async () => {
    const actor = await actionActor();
    const { userId, name, unitId, unitName } = actor;
    const book = await newSession(actor, {});
    return {
      owner: { userId, name, unitId, unitName },
      book,
      locale: await currentLocale(),
      now: Date.now(),
    };
  });
