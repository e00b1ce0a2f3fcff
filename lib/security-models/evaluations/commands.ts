import type * as z from "zod";
import { namedCodes } from "@/lib/core/code-labels";
import { listCodes } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { formatDate } from "@/lib/core/format";
import { sql } from "@/lib/core/sql";
import { type CampaignRecord, gradesOn, hasProposals, lockCampaign } from "./queries";
import { leastRows, type Threshold } from "./rules";
import { campaignChange, campaignEnd, campaignOpen, criteriaOf } from "./schema";

/** Opens a campaign: from then on every point it asks for waits for its ward's sheet. */
export const openCampaign = command({
  permission: "security-models.evaluations.open",
  domain: "security-models",
  input: campaignOpen,
  creates: true,
  run: async (tx, { id, acceptSimilar, ...typed }, scope) => {
    const terms = await termsOf(tx, typed);
    if (!acceptSimilar) await requireNewPeriod(tx, typed.periodFrom, typed.periodTo);
    await tx.evaluationCampaign.create({
      data: { id, ...columns(terms), createdById: scope.userId },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, after: await inWords(tx, terms) } };
  },
});

/** Changes a campaign; once a sheet was sent its period, criteria and thresholds stand, so that all are judged alike. */
export const changeCampaign = command({
  permission: "security-models.evaluations.change",
  domain: "security-models",
  input: campaignChange,
  run: async (tx, { id, version, ...typed }) => {
    const before = await lockCampaign(tx, id);
    if (before.closed) throw invalid("id", "campaign-closed");
    const terms = await termsOf(tx, typed);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing(await shown(tx, told(before)), await shown(tx, terms)),
      });
    if (await hasProposals(tx, id)) requireSameTerms(told(before), terms);
    await tx.evaluationCampaign.update({
      where: { id },
      data: { ...columns(terms), updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id },
      audit: { subjectId: id, before: await inWords(tx, told(before)), after: await inWords(tx, terms) },
    };
  },
});

/** Takes no more sheets and decides on none; what was confirmed stays, what was not stays unrated. */
export const closeCampaign = command({
  permission: "security-models.evaluations.close",
  domain: "security-models",
  input: campaignEnd,
  run: (tx, input) => end(tx, input, true),
});

/** Takes sheets again. */
export const reopenCampaign = command({
  permission: "security-models.evaluations.reopen",
  domain: "security-models",
  input: campaignEnd,
  run: (tx, input) => end(tx, input, false),
});

async function end(tx: Tx, { id, version, reason }: z.output<typeof campaignEnd>, closed: boolean) {
  const before = await lockCampaign(tx, id);
  if (before.closed === closed) throw invalid("id", closed ? "campaign-closed" : "campaign-open");
  if (before.version !== version) throw new AppError("conflict", { version: before.version });
  await tx.evaluationCampaign.update({
    where: { id },
    data: { closedAt: closed ? new Date() : null, updatedAt: new Date(), version: version + 1 },
    select: { id: true },
  });
  return {
    result: { id },
    audit: { subjectId: id, before: { closed: before.closed }, after: { closed }, reason },
  };
}

type Typed = Omit<z.output<typeof campaignChange>, "id" | "version">;

/** What a campaign is by: the rows of the form brought together, grades as the list stood on the period's last day. */
async function termsOf(tx: Tx, typed: Typed) {
  const { name, periodFrom, periodTo, dueOn, leastDays, guidance } = typed;
  const criteria = criteriaOf(typed);
  return {
    name,
    periodFrom,
    periodTo,
    dueOn,
    leastDays,
    criteria,
    thresholds: await thresholdsOf(tx, typed),
    guidance: guidance ?? null,
  };
}
type Terms = Awaited<ReturnType<typeof termsOf>>;

async function thresholdsOf(tx: Tx, typed: Typed): Promise<Threshold[]> {
  const grades = await gradesOn(tx, typed.periodTo);
  if (grades.length === 0) throw invalid("periodTo", "no-grades");
  const asked = grades.length - 1;
  for (const row of leastRows) {
    if (row <= asked && typed[`least${row}`] === undefined) throw invalid(`least${row}`, "least-missing");
    if (row > asked && typed[`least${row}`] !== undefined) throw invalid(`least${row}`, "no-such-grade");
  }
  return grades.map(({ code }, at) => {
    const row = leastRows[at];
    return { grade: code, least: at < asked && row ? (typed[`least${row}`] ?? 0) : 0 };
  });
}

async function requireNewPeriod(tx: Tx, periodFrom: string, periodTo: string) {
  const same = await tx.$queryRaw<{ id: string; name: string }[]>(sql`
    SELECT id, name FROM evaluation_campaign WHERE period_from = ${periodFrom}::date AND period_to = ${periodTo}::date ORDER BY created_at LIMIT 3`);
  if (same.length > 0)
    throw new AppError("similar", {
      similar: same.map(({ id, name }) => ({
        label: name,
        detail: `${formatDate(periodFrom)} – ${formatDate(periodTo)}`,
        href: `/security-models/evaluations/${id}`,
      })),
    });
}

function requireSameTerms(before: Terms, after: Terms) {
  const fixed = { periodFrom: "periodFrom", periodTo: "periodTo", leastDays: "leastDays" } as const;
  const issues = Object.values(fixed)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field: field as string, code: "has-proposals" }));
  if (JSON.stringify(rows(before.criteria)) !== JSON.stringify(rows(after.criteria)))
    issues.push({ field: "criterion1", code: "has-proposals" });
  if (JSON.stringify(rows(before.thresholds)) !== JSON.stringify(rows(after.thresholds)))
    issues.push({ field: "least1", code: "has-proposals" });
  if (issues.length > 0) throw new AppError("invalid", { issues });
}

// jsonb keeps keys in an order of its own.
const rows = (list: readonly object[]) => list.map((row) => Object.entries(row).sort());

const columns = ({ periodFrom, periodTo, dueOn, ...terms }: Terms) => ({
  ...terms,
  periodFrom: toDate(periodFrom),
  periodTo: toDate(periodTo),
  dueOn: toDate(dueOn),
});

const told = (campaign: CampaignRecord): Terms => {
  const { name, periodFrom, periodTo, dueOn, leastDays, criteria, thresholds, guidance } = campaign;
  return { name, periodFrom, periodTo, dueOn, leastDays, criteria, thresholds, guidance };
};

/** Fields as two editions are compared: rows and grades in words. */
async function shown(tx: Tx, { criteria, thresholds, ...terms }: Terms) {
  const grades = await listCodes(tx, "grade");
  const named = (grade: string) => namedCodes(grades, [grade]);
  const least = (locale: "vi" | "en") =>
    thresholds.map(({ grade, least: percent }) => `${named(grade)[locale]}: ${percent} %`).join("; ");
  return {
    ...terms,
    criteria: criteria.map(({ label, most }) => `${label}: ${most}`).join("; "),
    thresholds: { vi: least("vi"), en: least("en") },
  };
}

/** Fields as the log keeps them, to be read by people. */
async function inWords(tx: Tx, terms: Terms) {
  const { thresholds, ...rest } = await shown(tx, terms);
  return { ...rest, thresholds: thresholds.vi };
}
