import { createHash } from "node:crypto";
import { positionOf } from "@/lib/rural-standard/criteria/rules";
import type { RuralLevel } from "@/prisma/client/enums";
import { readCsv, required, textOrNull } from "./csv";

/** The 34 provinces with their number of commune-level units on 01/07/2025. */
export function referenceProvinces() {
  return readCsv("provinces.csv").map((cells) => ({
    code: required(cells, "code"),
    name: required(cells, "full_name_2025_07_01"),
    unitCount: Number(required(cells, "n_units")),
  }));
}

/** Topics, fields of work and core forces, in the order they are offered. */
export function referenceCodeItems() {
  return readCsv("code-lists.csv").map((cells) => ({
    list: required(cells, "list"),
    code: required(cells, "code"),
    labelVi: required(cells, "label_vi"),
    labelEn: required(cells, "label_en"),
    position: Number(required(cells, "position")),
    validFrom: textOrNull(cells.valid_from),
    validTo: textOrNull(cells.valid_to),
  }));
}

/** What usual sessions of every unit are made of: the city's templates, under ids that never change. */
export function referenceTemplates() {
  const several = (cell: string | undefined) => textOrNull(cell)?.split(";") ?? [];
  return readCsv("session-templates.csv").map((cells) => ({
    id: required(cells, "id"),
    name: required(cells, "name"),
    channel: required(cells, "channel"),
    topics: several(cells.topics),
    audiences: several(cells.audiences),
    languages: several(cells.languages),
  }));
}

/** The sets of criteria of the rural standard and of đô thị văn minh, with the texts that set them. */
export function referenceCriteriaSets() {
  return readCsv("criteria-sets.csv").map((cells) => ({
    key: required(cells, "key"),
    programme: required(cells, "programme"),
    validFrom: required(cells, "valid_from"),
    validTo: textOrNull(cells.valid_to),
    citation: required(cells, "citation"),
    communeGroups: textOrNull(cells.commune_groups)?.split("|") ?? [],
    note: textOrNull(cells.note),
  }));
}

/** Their criteria, under ids that never change. */
export function referenceCriteria() {
  return readCsv("criteria.csv").map((cells) => {
    const row = {
      setKey: required(cells, "set"),
      level: textOrNull(cells.level) as RuralLevel | null,
      code: required(cells, "code"),
      parent: textOrNull(cells.parent),
      name: required(cells, "name"),
      communeGroup: textOrNull(cells.commune_group),
      position: positionOf(required(cells, "code")),
      isSecurity: textOrNull(cells.security) !== null,
    };
    return { id: criterionId(row.setKey, row.level, row.code, row.communeGroup), ...row };
  });
}

function criterionId(...name: (string | null)[]): string {
  const hex = createHash("sha256")
    .update(["criterion", ...name].join("|"))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
