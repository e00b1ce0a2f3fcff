import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { IndicatorHighlights } from "@/components/security-models/indicator-highlights";
import { ModelFigures, pointsBehind } from "@/components/security-models/model-figures";
import { ModelProfile } from "@/components/security-models/model-profile";
import { ModelView } from "@/components/security-models/model-view";
import { KeyFigures } from "@/components/statistics/key-figures";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { href } from "@/lib/core/href";
import { listIndicatorPoints } from "@/lib/security-models/indicators/rows/queries";
import { rounded } from "@/lib/security-models/indicators/rules";
import { listPoints } from "@/lib/security-models/points/list/queries";
import { readPointFilter } from "@/lib/security-models/points/list/schema";
import { getProfile } from "@/lib/security-models/profile/queries";
import { getModel, listModels } from "@/lib/security-models/queries";
import { readModelFilter } from "@/lib/security-models/schema";
import { getOverview } from "@/lib/statistics/queries";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;
let ward: Actor;
let models: string[];

beforeAll(async () => {
  await db.owner.query("BEGIN");
  await loadDemo(db.owner, today(), "a long enough demo password");
  await db.owner.query("COMMIT");
  [leader, ward] = [await db.actor("leader"), await db.actor("ward_officer", "31510")];
  const { rows } = await db.owner.query(
    `SELECT p.model_id AS id FROM model_point p LEFT JOIN indicator i ON i.model_id = p.model_id
      WHERE EXISTS (SELECT FROM model_point o WHERE o.model_id = p.model_id AND o.unit_id = ANY ($1::int[]))
      GROUP BY 1 ORDER BY count(i.id) DESC, count(*) DESC, 1 LIMIT 3`,
    [ward.line],
  );
  models = rows.map(({ id }) => id);
}, 90_000);

/** Figures and cells of a picture that say a number and lead somewhere. */
function linksIn(node: ReactNode) {
  const html = renderToStaticMarkup(node).replaceAll("&amp;", "&");
  const figures = [
    ...html.matchAll(
      /<a [^>]*href="([^"]+)"[^>]*>(?:(?!<\/a>).)*?data-figure="([^"]+)" data-value="([^"]+)"/g,
    ),
  ].map(([, to = "", name = "", value]) => ({ to, name, value: Number(value) }));
  const cells = [...html.matchAll(/<a title="[^"]*"[^>]*href="([^"]+)".*?<\/a>/g)].map(
    ([whole, to = ""]) => ({
      to,
      name: "points.spread",
      value: Number(/>([\d.]+)<\/span><\/a>$/.exec(whole)?.[1]?.replace(".", "") ?? 0),
    }),
  );
  return [...figures, ...cells];
}

/** What the page behind an address counts, under the figure's own name; undefined for pages of other domains. */
async function behind(actor: Actor, name: string, to: string): Promise<number | null | undefined> {
  const url = new URL(to, "http://portal");
  const params = Object.fromEntries(url.searchParams);
  const context = readContext(params, actor.role);
  const [, modelId, id] =
    /^\/security-models\/([0-9a-f-]{36})\/indicators\/([0-9a-f-]{36})$/.exec(url.pathname) ?? [];
  if (modelId && id) return sumOfRows(actor, modelId, id, params);
  if (url.pathname === "/security-models/points") {
    const { totals } = await listPoints(actor, { ...readPointFilter(params), context });
    if (name === "teams.active") return totals.teams;
    return name === "members.active" ? totals.members : totals.points;
  }
  if (url.pathname === "/security-models")
    return name === "models.active"
      ? (await listModels(actor, { ...readModelFilter(params), context })).totals.models
      : null;
  return undefined;
}

async function sumOfRows(actor: Actor, modelId: string, id: string, params: SearchParams) {
  const context = readContext(params, actor.role);
  const rows = [];
  for (let page = 1; ; page++) {
    const found = await listIndicatorPoints(actor, { modelId, id, context, page });
    rows.push(...found.rows);
    if (found.rows.length < 50) {
      expect(rows).toHaveLength(found.indicator.points);
      const told = rows.flatMap(({ value }) => (value === null ? [] : [value]));
      expect(told).toHaveLength(found.known);
      const sum = told.reduce((total, value) => total + value, 0);
      const { overPoints, overTime, decimals } = found.indicator;
      const averaged = overPoints === "average" || overTime === "average";
      return rounded(overPoints === "sum" ? sum : sum / told.length, { decimals, averaged });
    }
  }
}

const views = (actor: () => Actor) =>
  [
    ["as it opens", actor, {}],
    ["at the time", actor, { boundary: "historical" }],
    ["a past day", actor, { asOf: "2025-06-15", period: "2024" }],
    ["a past day at the time", actor, { asOf: "2025-06-15", period: "2024", boundary: "historical" }],
    ["a unit", actor, { unit: "31510" }],
    ["a unit at the time", actor, { unit: "31510", boundary: "historical", period: "2026" }],
  ] as const;

describe("every figure leads to rows that make up that very number (U8)", () => {
  it.each([...views(() => leader), ...views(() => ward).slice(0, 3)])(
    "on a model's page: %s",
    async (_, actor, params) => {
      const context = readContext(params, actor().role);
      let walked = 0;
      for (const id of models) {
        const found = await getModel(actor(), { id, context });
        const profile = await getProfile(actor(), { id, context });
        const links = linksIn(
          createElement(ModelView, {
            found,
            context,
            saved: false,
            own: false,
            locale: "vi",
            // biome-ignore lint/correctness/noChildrenProp: the prop is required, and this file holds no JSX
            children: createElement(ModelProfile, { modelId: id, profile, context, locale: "vi" }),
          }),
        );
        for (const { to, name, value } of links) {
          const counted = await behind(actor(), name, to);
          if (counted === undefined) continue;
          expect({ name, to, value: counted }).toEqual({ name, to, value });
          walked++;
        }
        for (const row of profile.indicators)
          expect(row.total.value === null || links.some(({ name }) => name === "indicators.total")).toBe(
            true,
          );
      }
      expect(walked).toBeGreaterThan(10);
    },
  );

  it.each(views(() => leader))(
    "on the dashboard and above the list of models: %s",
    async (_, actor, params) => {
      const context = readContext(params, actor().role);
      const overview = await getOverview(actor(), context);
      const { totals } = await listModels(actor(), { context, block: "residential" });
      const links = [
        ...linksIn(createElement(KeyFigures, { overview, context, locale: "vi" })),
        ...linksIn(
          createElement(IndicatorHighlights, { indicators: overview.indicators, context, locale: "vi" }),
        ),
        ...linksIn(
          createElement(ModelFigures, {
            counts: totals,
            models: totals.models,
            asOf: context.asOf,
            boundary: context.boundary,
            href: href("/security-models", { ...params, block: "residential" }),
            pointsHref: pointsBehind({ block: "residential" }, context) ?? "",
            locale: "vi",
          }),
        ),
      ];
      for (const name of ["models.active", "points.active", "teams.active"])
        expect(links.map((link) => link.name)).toContain(name);
      for (const { to, name, value } of links) {
        const counted = await behind(actor(), name, to);
        if (counted !== undefined) expect({ name, to, value: counted }).toEqual({ name, to, value });
      }
    },
  );
});
