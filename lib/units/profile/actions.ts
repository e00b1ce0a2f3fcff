"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { beginPost, endPost, recordFact, updateProfile, withdrawFact } from "./commands";
import { profileWords } from "./messages";

export async function enterFact(state: FormState, data: FormData) {
  return submit(recordFact, profileWords, state, data, ({ ref = "" }) => `/units/${ref}/facts?saved=1`);
}

export async function takeBackFact(state: FormState, data: FormData) {
  return submit(
    withdrawFact,
    profileWords,
    state,
    data,
    ({ ref = "" }) => `/units/${ref}/facts?saved=withdrawn`,
  );
}

export async function enterPost(state: FormState, data: FormData) {
  return submit(beginPost, profileWords, state, data, ({ ref = "" }) => `/units/${ref}/edit?saved=1`);
}

export async function closePost(state: FormState, data: FormData) {
  return submit(endPost, profileWords, state, data, ({ ref = "" }) => `/units/${ref}/edit?saved=1`);
}

export async function changeUnitProfile(state: FormState, data: FormData) {
  return submit(updateProfile, profileWords, state, data, ({ ref }) => `/units/${ref}/edit?saved=1`);
}
