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
