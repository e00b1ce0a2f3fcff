"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { currentLocale } from "@/lib/core/request";
import { lockReadings, recordReadings, unlockReadings } from "./commands";
import { outcomeOf, readingWords } from "./messages";
import { packCells } from "./rules";
import { gridPath } from "./schema";

export async function saveReadings(state: FormState, data: FormData) {
  const locale = await currentLocale();
  return submit(
    recordReadings,
    readingWords,
    state,
    packCells(data),
    (answers) =>
      outcomeOf(answers, data, locale) ?? gridPath(data.get("view"), { saved: String(answers.length) }),
  );
}

export async function closeReadings(state: FormState, data: FormData) {
  return submit(lockReadings, readingWords, state, data, () =>
    gridPath(data.get("view"), { done: "locked" }),
  );
}

export async function openReadings(state: FormState, data: FormData) {
  return submit(unlockReadings, readingWords, state, data, () =>
    gridPath(data.get("view"), { done: "unlocked" }),
  );
}
