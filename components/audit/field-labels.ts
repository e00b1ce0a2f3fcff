import { auditWords } from "@/lib/audit/messages";
import { awardsWords } from "@/lib/awards/messages";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FormWords } from "@/lib/core/refusal";
import { fileWords } from "@/lib/outreach-sessions/files/messages";
import { channelWords, outreachWords, qualifierWords } from "@/lib/outreach-sessions/messages";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import { templateWords } from "@/lib/outreach-sessions/templates/messages";
import { criteriaPageWords } from "@/lib/rural-standard/criteria/messages";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { levelWords, ruralWords } from "@/lib/rural-standard/messages";
import { progressWords } from "@/lib/rural-standard/progress/messages";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import { recordWords } from "@/lib/safety-standard/records/messages";
import { simulatorWords } from "@/lib/safety-standard/simulator/messages";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import { thresholdWords } from "@/lib/safety-standard/thresholds/messages";
import { savedViewWords } from "@/lib/saved-views/messages";
import { evaluationFileWords } from "@/lib/security-models/evaluations/files/messages";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import { modelWords } from "@/lib/security-models/messages";
import { pointFileWords } from "@/lib/security-models/points/files/messages";
import { bulkWords } from "@/lib/security-models/points/list/bulk/messages";
import { exportWords } from "@/lib/security-models/points/list/messages";
import { pointWords } from "@/lib/security-models/points/messages";
import { radarWords } from "@/lib/security-models/radar/messages";
import { readingWords } from "@/lib/security-models/readings/messages";
import { recognitionSectionWords } from "@/lib/security-models/recognitions/messages";
import { stepWords } from "@/lib/security-models/steps/messages";
import { changeWords } from "@/lib/units/changes/messages";
import { boundaryWords } from "@/lib/units/map/boundaries/messages";
import { profileWords } from "@/lib/units/profile/messages";
import { areaWords } from "@/lib/units/residential-areas/messages";
import { roleWords, usersWords } from "@/lib/users/messages";

/** What each domain's forms call their fields and values; the first prefix that fits speaks. */
const domainWords: [prefix: string, words: FormWords][] = [
  ["outreach-sessions.plans.", planWords],
  ["outreach-sessions.templates.", templateWords],
  ["outreach-sessions.files.", fileWords],
  ["outreach-sessions.", outreachWords],
  ["security-models.points.bulk", bulkWords],
  ["security-models.points.export", exportWords],
  ["security-models.points.files.", pointFileWords],
  ["security-models.points.", pointWords],
  ["security-models.steps.", stepWords],
  ["security-models.recognitions.", recognitionSectionWords],
  ["security-models.merge", mergerWords],
  ["security-models.unmerge", mergerWords],
  ["security-models.evaluations.files.", evaluationFileWords],
  ["security-models.evaluations.", evaluationWords],
  ["security-models.radar.", radarWords],
  ["security-models.indicators.", indicatorWords],
  ["security-models.readings.", readingWords],
  ["security-models.", modelWords],
  ["saved-views.", savedViewWords],
  ["awards.", awardsWords],
  ["rural-standard.targets.", progressWords],
  ["rural-standard.findings.", findingWords],
  ["rural-standard.criteria.", criteriaPageWords],
  ["rural-standard.urban.", urbanWords],
  ["rural-standard.", ruralWords],
  ["units.areas.", areaWords],
  ["safety-standard.subjects.", subjectWords],
  ["safety-standard.thresholds.", thresholdWords],
  ["safety-standard.discipline.", simulatorWords],
  ["safety-standard.", recordWords],
  ["units.facts.", profileWords],
  ["units.posts.", profileWords],
  ["units.profile.", profileWords],
  ["map.boundaries.", boundaryWords],
  ["users.", usersWords],
  ["units.changes.", changeWords],
  ["set-up", usersWords],
];
const formOf = (action: string, locale: Locale) =>
  domainWords.find(([prefix]) => action.startsWith(prefix))?.[1][locale];

/** A field's name as its own form calls it; undefined when only the raw key is known. */
export const fieldLabel = (action: string, field: string, locale: Locale): string | undefined =>
  formOf(action, locale)?.fields[field] ?? countWords[locale][field];

const countWords: Words<Record<string, string>> = {
  vi: { ended: "Số phiên đã kết thúc", sessionId: "Mã phiên" },
  en: { ended: "Sessions ended", sessionId: "Session id" },
};

const codeWords: Words<Record<string, Record<string, string>>> = {
  vi: {
    role: roleWords.vi,
    channel: channelWords.vi,
    attendanceQualifier: qualifierWords.vi,
    level: levelWords.vi,
  },
  en: {
    role: roleWords.en,
    channel: channelWords.en,
    attendanceQualifier: qualifierWords.en,
    level: levelWords.en,
  },
};

type Shown = {
  action: string;
  field: string;
  value: unknown;
  unitNames: Record<number, string>;
  locale: Locale;
};

/** A stored value in words: names for codes and units, days and numbers as they are written. */
export function valueLabel({ value, ...place }: Shown): string {
  const { action, field, unitNames, locale } = place;
  const words = auditWords[locale];
  if (value === null || value === undefined || value === "") return "–";
  if (field === "unitId" && typeof value === "number") return unitNames[value] ?? String(value);
  if (Array.isArray(value))
    return value.map((item) => valueLabel({ ...place, value: item })).join(", ") || "–";
  if (typeof value === "object") return JSON.stringify(value);
  if (typeof value === "number") return formatNumber(value, locale);
  const known = codeWords[locale][field]?.[String(value)] ?? formOf(action, locale)?.show?.(field, value);
  if (known && known !== String(value)) return known;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value);
}
