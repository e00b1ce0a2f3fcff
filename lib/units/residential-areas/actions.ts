"use server";

import { ask, submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { withSheetText } from "@/lib/core/sheet-upload";
import { createArea, endArea, importAreas, moveArea, reopenArea, updateArea } from "./commands";
import { areaWords } from "./messages";
import { previewAreas } from "./queries";
import { leftToMend } from "./rules";
import { type AreaListState, areaList } from "./schema";

const record = ({ id }: { id: string }) => `/units/areas/${id}?saved=1`;

export async function addArea(state: FormState, data: FormData) {
  return submit(createArea, areaWords, state, data, record);
}

export async function changeArea(state: FormState, data: FormData) {
  return submit(updateArea, areaWords, state, data, record);
}

export async function closeArea(state: FormState, data: FormData) {
  return submit(endArea, areaWords, state, data, record);
}

export async function openAreaAgain(state: FormState, data: FormData) {
  return submit(reopenArea, areaWords, state, data, record);
}

export async function takeAreaAlong(state: FormState, data: FormData) {
  return submit(moveArea, areaWords, state, data, record);
}

/** Reads a list, or stores what was read of it: what is left of it stands in the form afterwards. */
export async function workAreaList(state: AreaListState, data: FormData): Promise<AreaListState> {
  return data.get("store")
    ? submit(importAreas, areaWords, state, data, (imported, { day, unitId }) =>
        leftToMend(imported, day, unitId),
      )
    : ask(previewAreas, areaList, areaWords, state, data, withSheetText);
}
