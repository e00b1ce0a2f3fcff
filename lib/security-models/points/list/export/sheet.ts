import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { SheetHead, SheetValue } from "@/lib/core/sheets";
import { recognitionWords } from "../../../messages";
import { carriedOn, endWords, statusWords } from "../../messages";
import type { ListColumn } from "../catalog";
import { listWords } from "../messages";
import type { ListedPoint } from "../rows/queries";

type Described = Pick<SheetHead, "kind" | "width"> & { value: (row: ListedPoint) => SheetValue };
export type PointColumn = Described & { heading: string };
type Lists = Record<"force" | "site", CodeItem[]>;

/** The list's columns as those of a sheet: the same words as on the screen, days as days, counts as numbers. */
export function sheetColumns(
  columns: readonly ListColumn[],
  { lists, indicator, locale }: { lists: Lists; indicator?: string; locale: Locale },
): PointColumn[] {
  const words = listWords[locale].columns;
  const described = everyColumn(lists, locale);
  const shown = [...(["site", ...columns] as const), ...(indicator ? (["reading"] as const) : [])];
  return shown.map((key) => ({
    ...described[key],
    heading: key === "reading" ? (indicator ?? "") : words[key],
  }));
}

function everyColumn(lists: Lists, locale: Locale): Record<ListColumn | "site" | "reading", Described> {
  const [sites, forces] = [codeLabels(lists.site, locale), codeLabels(lists.force, locale)];
  const text = (width: number, value: Described["value"]): Described => ({ kind: "text", width, value });
  const number = (value: Described["value"]): Described => ({ kind: "number", width: 14, value });
  const day = (value: Described["value"]): Described => ({ kind: "day", width: 13, value });
  return {
    site: text(44, (row) => row.site),
    model: text(44, (row) => row.modelName),
    unit: text(30, (row) => unitText(row, locale)),
    siteKind: text(24, ({ siteKind }) => siteKind && (sites[siteKind] ?? siteKind)),
    address: text(36, (row) => row.address),
    status: text(22, (row) => stateText(row, locale)),
    startedOn: day((row) => row.startedOn),
    decision: text(30, (row) => row.decision),
    coreForce: text(30, (row) => forces[row.coreForce] ?? row.coreForce),
    teams: number((row) => row.teams),
    members: number((row) => row.members),
    grade: text(16, ({ grade }) =>
      grade ? grade[locale === "vi" ? "labelVi" : "labelEn"] : listWords[locale].notRated,
    ),
    level: text(18, ({ level }) => level && recognitionWords[locale][level]),
    budgetFunding: number((row) => row.budgetFunding),
    socialFunding: number((row) => row.socialFunding),
    contactPost: text(36, (row) => row.contactPost),
    lastSession: day((row) => row.lastSession),
    reading: number((row) => row.reading),
  };
}

/** The unit of its time, and which units carried it on since (T5). */
function unitText(row: ListedPoint, locale: Locale): string {
  const carried = carriedOn(row, locale);
  return carried ? `${row.unitName} (${carried})` : row.unitName;
}

const stateText = ({ status, endKind, endedOn }: ListedPoint, locale: Locale): string =>
  endKind && endedOn ? `${endWords[locale][endKind]} ${formatDate(endedOn)}` : statusWords[locale][status];
