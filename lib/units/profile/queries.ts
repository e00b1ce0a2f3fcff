import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { listCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { factsOf, factsUntil, sameUnit } from "../facts/queries";
import { lineageOf } from "../lineage/queries";
import { relativesOn } from "../lineage/rules";
import { findUnit, type UnitOption } from "../queries";
import { existedOn, unitRef } from "../rules";
import { type Fact, ownDay } from "./rules";
import { profileInput, unitName } from "./schema";

export type Post = {
  id: string;
  title: string;
  holder: string | null;
  since: Day;
  until: Day | null;
  source: string | null;
  version: number;
};
export type UnitText = { ethnicGroups: string[]; introduction: string | null; version: number };
export type UnitFile = UnitOption & {
  ref: string;
  /** The former province it lay or lies in. */
  formerArea: string | null;
  province: string | null;
  clause: string | null;
};

/**
 * A unit as of a day: what it is, where it came from and went, facts up to that day with their sources, posts held
 * on it. Where it did not exist then, its forerunners or successors of that day instead. Outside the reach: not found.
 */
export const getUnitProfile = query({
  permission: "units.read",
  input: profileInput,
  run: async (tx, { ref, asOf: asked }, scope) => {
    const found = await findUnit(tx, scope, ref);
    const asOf = asked ?? ownDay(found);
    const [read] = await tx.$queryRaw<[Read]>(sql`
      WITH RECURSIVE ${sameUnit(found.id)}
      SELECT coalesce(u.former_area, u.province_name) AS "formerArea", u.province_name AS province, u.clause,
             (${factsUntil(asOf)}) AS facts,
             (SELECT coalesce(jsonb_agg(jsonb_build_object(${postFields}) ORDER BY p.since, p.title), '[]') FROM unit_post p
               WHERE p.unit_id = ANY (app_self(u.id)) AND p.since <= ${asOf}::date AND (p.until IS NULL OR p.until >= ${asOf}::date)) AS posts,
             (SELECT to_jsonb(t) FROM (${textStanding(found.id)}) t) AS text,
             (SELECT jsonb_build_object('code', n.code, 'fullName', n.full_name, 'validFrom', n.valid_from, 'validTo', n.valid_to)
                FROM unit n WHERE n.id = app_carrier(u.id, ${today()}::date) AND n.id <> u.id) AS carrier
        FROM unit u WHERE u.id = ${found.id}`);
    const { facts, posts, text, carrier, ...file } = read;
    const lineage = await lineageOf(tx, scope, found.id);
    return {
      unit: { ...found, ...file, ref: unitRef(found) } satisfies UnitFile,
      asOf,
      existed: existedOn(found, asOf),
      instead: relativesOn(lineage, found.id, asOf),
      facts,
      posts,
      text,
      /** The unit that carries its rows today, when it is another one. */
      carrier: carrier && { ref: unitRef(carrier), fullName: carrier.fullName },
      lineage,
      groups: await listCodes(tx, "ethnic-group"),
      may: mayDo(scope),
    };
  },
});

type Read = Omit<UnitFile, keyof UnitOption | "ref"> & {
  facts: Fact[];
  posts: Post[];
  text: UnitText | null;
  carrier: Pick<UnitOption, "code" | "fullName" | "validFrom" | "validTo"> | null;
};

const mayDo = (scope: Scope) => ({
  record: may(scope, "units.facts.record"),
  update: may(scope, "units.profile.update"),
});

/** The rows behind a unit's figures: every fact that stands, newest first, with what may be done. */
export const listUnitFacts = query({
  permission: "units.read",
  input: z.object({ ref: unitName }),
  run: async (tx, { ref }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    return {
      unit: { ...unit, ref: unitRef(unit) },
      facts: await factsOf(tx, unit.id, today()),
      may: { record: may(scope, "units.facts.record"), withdraw: may(scope, "units.facts.withdraw") },
    };
  },
});

/** All posts of a unit, those held now first, and its texts, to be changed. */
export const editUnitProfile = query({
  permission: "units.profile.update",
  input: z.object({ ref: unitName }),
  run: async (tx, { ref }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    const posts = await tx.$queryRaw<Post[]>(sql`
      SELECT id, title, holder, since::text, until::text, source, version FROM unit_post
       WHERE unit_id = ANY (app_self(${unit.id}::int)) ORDER BY until DESC NULLS FIRST, since DESC, title`);
    return {
      unit: { ...unit, ref: unitRef(unit) },
      posts,
      text: await textOf(tx, unit.id),
      groups: await listCodes(tx, "ethnic-group"),
    };
  },
});

/** The text a unit's page shows, its own or that of the latest of its earlier selves; version 0 = its own is still to be written. */
export async function textOf(tx: Tx, unitId: number): Promise<UnitText> {
  const [row] = await tx.$queryRaw<UnitText[]>(textStanding(unitId));
  return row ?? { ethnicGroups: [], introduction: null, version: 0 };
}

/** A post or a fact with its unit, held while it is changed; not found out of reach. */
export async function lockPost(tx: Tx, id: string): Promise<Post & { unitId: number }> {
  const [post] = await tx.$queryRaw<(Post & { unitId: number })[]>(sql`
    SELECT id, unit_id AS "unitId", title, holder, since::text, until::text, source, version
      FROM unit_post WHERE id = ${id}::uuid FOR UPDATE`);
  if (!post) throw new AppError("not-found");
  return post;
}

export type StoredFact = Pick<Fact, "kind" | "value" | "qualifier" | "asOf" | "version"> & {
  unitId: number;
  source: string;
  withdrawn: boolean;
};
export async function lockFact(tx: Tx, id: string): Promise<StoredFact> {
  const [fact] = await tx.$queryRaw<StoredFact[]>(sql`
    SELECT unit_id AS "unitId", kind::text, value::float8, qualifier::text, as_of::text AS "asOf", source, version, withdrawn_at IS NOT NULL AS withdrawn
      FROM unit_fact WHERE id = ${id}::uuid FOR UPDATE`);
  if (!fact) throw new AppError("not-found");
  return fact;
}

const textStanding = (unitId: number): Sql => sql`
  SELECT t.ethnic_groups AS "ethnicGroups", t.introduction, CASE WHEN t.unit_id = ${unitId} THEN t.version ELSE 0 END AS version
    FROM unnest(app_self(${unitId}::int)) WITH ORDINALITY s (id, depth) JOIN unit_profile t ON t.unit_id = s.id ORDER BY s.depth LIMIT 1`;

const postFields = sql`'id', p.id, 'title', p.title, 'holder', p.holder, 'since', p.since, 'until', p.until, 'source', p.source, 'version', p.version`;
