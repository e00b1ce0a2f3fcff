import { may, type Scope } from "@/lib/core/access";
import type { Day } from "@/lib/core/days";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { RuralLevel } from "@/prisma/client/enums";
import { type Base, firstCurrentDay, lastFormerDay } from "../catalog";
import { provinceIn, standings, standingsOn, type View } from "../queries";
import { type Cumulative, type RuralLadder, withExclusive } from "../rules";
import type { YearTargets } from "./rules";
import { type Group, progressView } from "./schema";

/** The ladder at the end of a year, or on the day asked about in the running one. */
export type YearLadder = Cumulative & { year: number; day: Day; base: number };

/** The ladder of the communes that are counted together, with what it is a share of. */
export type GroupLadder = RuralLadder & {
  key: string;
  name: string;
  /** The former province of a district, which names of districts need: two had a Châu Thành. */
  province: string | null;
};

export type Target = { year: number; level: RuralLevel; target: number; document: string; documentDate: Day };

/** The ladder over the years, by area, and against its targets. */
export const getProgress = query({
  permission: "rural-standard.progress",
  input: progressView,
  run: async (tx, { context, base = "former", group = "province" }, scope) => {
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    const view = { ids, asOf: context.asOf, base };
    const years = await ladderByYear(tx, scope, view);
    return {
      years,
      groups: await ladderByGroup(
        tx,
        scope,
        view,
        base === "current" && group === "district" ? "province" : group,
      ),
      // Targets are the whole city's: beside one ward's count they would say nothing.
      targets: ids === null ? await listTargets(tx, base) : null,
      units: await contextUnits(tx, scope, context.boundary),
      may: { setTargets: may(scope, "rural-standard.targets.set") },
    };
  },
});

const counts = sql`
  count(*)::int AS base, count(*) FILTER (WHERE standing >= 'standard')::int AS standard,
  count(*) FILTER (WHERE standing >= 'advanced')::int AS advanced, count(*) FILTER (WHERE standing >= 'exemplary')::int AS exemplary`;

/** Up to the running year: the years to come have nothing to tell. */
function ladderByYear(tx: Tx, scope: Scope, view: View & { base: Base }): Promise<YearLadder[]> {
  const { asOf, base } = view;
  const end = sql`least(make_date(y.year, 12, 31), ${asOf}::date)`;
  const first =
    base === "current"
      ? sql`extract(year FROM ${firstCurrentDay}::date)::int`
      : sql`coalesce((SELECT extract(year FROM min(valid_from))::int FROM rural_recognition), extract(year FROM ${asOf}::date)::int)`;
  return tx.$queryRaw<YearLadder[]>(sql`
    SELECT y.year, ${end}::text AS day, ${counts}
      FROM generate_series(${first}, extract(year FROM least(${asOf}::date, ${today()}::date))::int) AS y (year)
     CROSS JOIN LATERAL (${standingsOn(scope, view, end, base === "former" ? sql`${lastFormerDay}::date` : end)}) c
     GROUP BY y.year ORDER BY y.year`);
}

const grouping: Record<Group, { key: Sql; name: Sql; province: Sql }> = {
  province: { key: sql`p.code`, name: sql`p.name`, province: sql`NULL` },
  district: { key: sql`u.district_code`, name: sql`u.district_name`, province: sql`p.name` },
  unit: { key: sql`n.id::text`, name: sql`n.full_name`, province: sql`NULL` },
};

async function ladderByGroup(
  tx: Tx,
  scope: Scope,
  view: View & { base: Base },
  group: Group,
): Promise<GroupLadder[]> {
  const { key, name, province } = grouping[group];
  type Found = Cumulative & {
    base: number;
    key: string;
    name: string;
    province: string | null;
    code: string;
    validTo: Day | null;
  };
  const rows = await tx.$queryRaw<Found[]>(sql`
    SELECT ${key} AS key, ${name} AS name, ${province} AS province, min(n.code) AS code, min(n.valid_to)::text AS "validTo", ${counts}
      FROM (${standings(scope, view)}) c JOIN unit u ON u.id = c.id
      LEFT JOIN app_units_on(${today()}::date) o ON o.unit_id = c.id LEFT JOIN unit n ON n.id = o.current_id
     CROSS JOIN LATERAL (${provinceIn(view.base)}) p
     GROUP BY 1, 2, 3 ORDER BY min(p.code), min(${name}) COLLATE "vi-x-icu"`);
  return rows.map(({ key, name, province, code, validTo, ...ladder }) => ({
    ...withExclusive(ladder),
    key: group === "unit" ? unitRef({ code, validTo }) : key,
    name,
    province,
  }));
}

/** The target that stands for each year and step of a base: the one entered last. */
export const listTargets = (tx: Tx, base: Base): Promise<Target[]> =>
  tx.$queryRaw<Target[]>(sql`
    SELECT DISTINCT ON (t.year, t.level) t.year, t.level::text, t.target, t.document_number AS document, t.document_date::text AS "documentDate"
      FROM rural_target t WHERE t.base = ${base} ORDER BY t.year, t.level, t.created_at DESC`);

/** The targets of one year, by step. */
export async function targetsOf(tx: Tx, base: Base, year: number): Promise<YearTargets> {
  const targets = (await listTargets(tx, base)).filter((target) => target.year === year);
  return Object.fromEntries(targets.map(({ level, target }) => [level, target]));
}
