"use server";

import { refresh } from "next/cache";
import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { currentLocale } from "@/lib/core/request";
import * as commands from "./commands";
import { usersWords } from "./messages";

/** The answer's lines: a sentence, the one-time password, the record. It is never told in an address, and never again. */
export async function createUser(state: FormState, data: FormData) {
  const words = usersWords[await currentLocale()];
  return submit(commands.createUser, usersWords, state, data, ({ id, username, password }) => ({
    message: username && password ? [words.oneTime(username), password, id].join("\n") : words.oneTimeGone,
  }));
}

export async function updateUser(state: FormState, data: FormData) {
  return submit(commands.updateUser, usersWords, state, data, ({ id }) => `/users/${id}?saved=1`);
}

export async function disableUser(state: FormState, data: FormData) {
  return submit(commands.disableUser, usersWords, state, data, ({ id }) => `/users/${id}?saved=1`);
}

export async function enableUser(state: FormState, data: FormData) {
  return submit(commands.enableUser, usersWords, state, data, ({ id }) => `/users/${id}?saved=1`);
}

export async function resetPassword(state: FormState, data: FormData) {
  const words = usersWords[await currentLocale()];
  const answer = await submit(commands.resetPassword, usersWords, state, data, ({ username, password }) => ({
    message: [words.oneTime(username), password].join("\n"),
  }));
  refresh();
  return answer;
}

export async function endUserSessions(state: FormState, data: FormData) {
  return submit(commands.endUserSessions, usersWords, state, data, ({ id }) => `/users/${id}?saved=1`);
}
