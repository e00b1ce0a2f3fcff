"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { activateBoundaries, retireBoundaries } from "./commands";
import { boundaryWords } from "./messages";

export async function putBoundariesOnMap(state: FormState, data: FormData) {
  return submit(activateBoundaries, boundaryWords, state, data, () => "/map/boundaries?done=activated");
}

export async function giveUpBoundaries(state: FormState, data: FormData) {
  return submit(retireBoundaries, boundaryWords, state, data, () => "/map/boundaries?done=retired");
}
