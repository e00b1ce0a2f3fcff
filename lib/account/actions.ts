"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type * as z from "zod";
import { refused, submit } from "@/lib/core/action";
import { fromDatabase } from "@/lib/core/errors";
import { fromFormData } from "@/lib/core/form-data";
import type { FormState } from "@/lib/core/form-state";
import { isLocale } from "@/lib/core/locale";
import { currentLocale, requireSameOrigin } from "@/lib/core/request";
import { clientAddress, keepSession, leave } from "@/lib/core/session";
import { changePassword, endSession, type From, setUp, signInWith } from "./commands";
import { accountWords } from "./messages";
import { safePath } from "./rules";
import { credentials, firstAdministrator } from "./schema";

export async function enter(state: FormState, data: FormData): Promise<FormState> {
  return (
    (await letIn("sign-in", signInWith, credentials, state, data)) ?? redirect(safePath(data.get("next")))
  );
}

export async function makeFirstAdministrator(state: FormState, data: FormData): Promise<FormState> {
  return (await letIn("set-up", setUp, firstAdministrator, state, data)) ?? redirect("/");
}

export async function signOut(): Promise<FormState> {
  await requireSameOrigin();
  await leave();
  redirect("/sign-in");
}

/** Keeps the chosen language for a year and shows the same page in it. */
export async function chooseLocale(_: FormState, data: FormData): Promise<FormState> {
  await requireSameOrigin();
  const locale = data.get("locale");
  const year = 365 * 24 * 60 * 60;
  if (isLocale(locale))
    (await cookies()).set("locale", locale, { path: "/", maxAge: year, sameSite: "lax", httpOnly: true });
  redirect((await headers()).get("x-portal-path") ?? "/");
}

export async function changeOwnPassword(state: FormState, data: FormData) {
  const next = ({ forced }: { forced: boolean }) => (forced ? "/" : "/account?changed=1");
  return submit(changePassword, accountWords, state, data, next);
}

export async function endOwnSession(state: FormState, data: FormData) {
  return submit(endSession, accountWords, state, data, () => "/account");
}

type Door = (raw: unknown, from: From) => Promise<string>;

/** Through a door that needs no actor: keeps the session it opens in place of an older one; returns a state when refused. */
async function letIn(action: string, door: Door, input: z.ZodObject, state: FormState, data: FormData) {
  try {
    await requireSameOrigin();
    const agent = (await headers()).get("user-agent") ?? "";
    const secret = await door(fromFormData(data, input), { address: await clientAddress(), agent });
    await leave();
    await keepSession(secret);
  } catch (error) {
    return refused(fromDatabase(error) ?? error, action, accountWords, await currentLocale(), state, data);
  }
}
