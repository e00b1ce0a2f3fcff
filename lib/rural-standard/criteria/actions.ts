"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { addCriterion, addSet, changeCriterion, endCriterion } from "./commands";
import { criteriaPageWords } from "./messages";

const page = ({ setKey = "" }: { setKey?: string }) => `/rural-standard/criteria?set=${setKey}&saved=1`;

export async function enterSet(state: FormState, data: FormData) {
  return submit(addSet, criteriaPageWords, state, data, ({ key }) => page({ setKey: key }));
}

export async function enterCriterion(state: FormState, data: FormData) {
  return submit(addCriterion, criteriaPageWords, state, data, page);
}

export async function renameCriterion(state: FormState, data: FormData) {
  return submit(changeCriterion, criteriaPageWords, state, data, page);
}

export async function takeCriterionOut(state: FormState, data: FormData) {
  return submit(endCriterion, criteriaPageWords, state, data, page);
}
