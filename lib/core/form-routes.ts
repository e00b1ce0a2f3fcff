import type * as z from "zod";
import { type Actor, may } from "./access";
import { refused } from "./action";
import { dataHeaders, sentence } from "./answers";
import { mostUpload } from "./attachments";
import type { Command } from "./command";
import { AppError } from "./errors";
import { fromFormData } from "./form-data";
import { type FormState, idleForm } from "./form-state";
import { href } from "./href";
import { keepForm } from "./kept-forms";
import { countUse, uploadsPerHour } from "./limits";
import type { FormWords } from "./refusal";
import { currentLocale, requireSameOrigin } from "./request";
import { actionActor } from "./session";
import { pictureTurn } from "./turns";
import { idAt, withUpload } from "./upload";

type Form<S extends z.ZodObject, R> = {
  /** Takes its files under `files`; see `sentFiles`. */
  command: Command<S, R>;
  words: FormWords;
  /** The page of the form, also with the id it is kept under: a browser without scripts is sent back there. */
  page: (typed: FormData, kept?: string) => string;
  next: (result: R) => string;
};

/**
 * A form whose files are larger than an action may be: fields and files travel together and stand or fall together.
 * Scripts are answered with `{ location }` or with the form's state; a plain form is sent on, or back to its page with
 * everything that was typed. Files are not sent back: no browser takes them.
 */
export async function receiveForm<S extends z.ZodObject, R>(
  request: Request,
  { command, words, page, next }: Form<S, R>,
): Promise<Response> {
  const scripted = /application\/json/.test(request.headers.get("accept") ?? "");
  const read: { actor?: Actor; typed: FormData } = { typed: new FormData() };
  try {
    await requireSameOrigin();
    const actor = await actionActor();
    read.actor = actor;
    // Who may not is refused, and recorded, before the files are read.
    if (!may(actor, command.permission)) await command(actor, {});
    const result = await withUpload(request, mostUpload, async (typed) => {
      read.typed = typed;
      const files = await filesOf(actor, typed);
      return pictureTurn(() => command(actor, { ...fromFormData(typed, command.input), files }));
    });
    const location = next(result);
    return scripted ? Response.json({ location }, { headers: dataHeaders }) : seeOther(location);
  } catch (error) {
    const locale = await currentLocale();
    const state = await refused(ofField(error), command.permission, words, locale, idleForm, read.typed);
    const status = error instanceof AppError ? error.status : 500;
    if (scripted) return Response.json({ state }, { status, headers: dataHeaders });
    return back(read, status, state, page);
  }
}

async function back(
  { actor, typed }: { actor?: Actor; typed: FormData },
  status: number,
  state: FormState,
  page: (typed: FormData, kept?: string) => string,
): Promise<Response> {
  if (status === 401) return seeOther(href("/sign-in", { next: page(typed) }));
  const told = sentence(status, state.message ?? Object.values(state.errors).flat().join(" "));
  // Nowhere to go back to: of another site, not for this account, or of a record that is not there for it.
  if (!actor || status === 403 || status === 404) return told;
  // What was too large was given up before anything of it was read: not even the form it came from is known.
  if ([...typed.keys()].length === 0) return told;
  const kept = await keepForm(actor, state).catch(() => undefined);
  return kept ? seeOther(page(typed, kept)) : told;
}

/** What befell the files on their way stands at the form's field of them. */
const ofField = (error: unknown) =>
  error instanceof AppError && error.details.issues?.some(({ field }) => field === "file")
    ? new AppError("invalid", { issues: error.details.issues.map(({ code }) => ({ field: "files", code })) })
    : error;

/** The files of a form under ids of their own, the same ones when it is sent again. */
async function filesOf(actor: Actor, typed: FormData) {
  const files = typed
    .getAll("files")
    .filter((file): file is File => file instanceof File && file.name !== "");
  return Promise.all(
    files.map(async (file, at) => {
      await countUse("upload", actor.userId, uploadsPerHour);
      return {
        id: idAt(typed.get("id"), at + 1),
        name: file.name,
        content: new Uint8Array(await file.arrayBuffer()),
      };
    }),
  );
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { ...dataHeaders, location } });
