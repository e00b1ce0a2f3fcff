import type { SuccessionKind } from "@/prisma/client/enums";
import { readCsv, required, textOrNull } from "./csv";

export type ReferenceSuccession = {
  formerCode: string;
  currentCode: string;
  kind: SuccessionKind;
  clause: string | null;
  /** 1 where the whole unit moved; a part's share is unknown, since no former unit's size is known. */
  share: number | null;
  note: string | null;
};

export const mergerDecision = "Nghị quyết 1668/NQ-UBTVQH15";

const kinds: Record<string, SuccessionKind> = {
  "toàn bộ": "whole",
  "giữ nguyên": "unchanged",
  "một phần": "part",
  "phần còn lại": "remainder",
};

/** The 266 passages of a former unit into a current one. */
export function referenceLineage(): ReferenceSuccession[] {
  return readCsv("units_lineage.csv").map((cells) => {
    const kind = kinds[required(cells, "transfer")];
    if (!kind) throw new Error(`prisma/data: unknown transfer in ${JSON.stringify(cells)}`);
    return {
      formerCode: required(cells, "former_code"),
      currentCode: required(cells, "current_code"),
      kind,
      clause: textOrNull(cells.nq1668_clause),
      share: kind === "whole" || kind === "unchanged" ? 1 : null,
      note: textOrNull(cells.note),
    };
  });
}
