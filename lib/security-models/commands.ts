import type * as z from "zod";
import type { CodeItem } from "@/lib/core/code-labels";
import { listsOfCodes, requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db";
import { AppError, differing } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { findModel, findSimilar, hangingOn, type ModelRecord } from "./queries";
import { spellings } from "./rules";
import { modelCreate, modelDelete, modelUpdate } from "./schema";

/** Registers a model; a name like one that stands already is shown first (T11). */
export const createModel = command({
  permission: "security-models.create",
  domain: "security-models",
  input: modelCreate,
  creates: true,
  run: async (tx, { id, acceptSimilar, ...typed }) => {
    await requireKnown(tx, typed);
    const { name, aliases } = spellings(typed.name, typed.aliases);
    await holdNames(tx);
    if (!acceptSimilar) await refuseSimilar(tx, id, [name, ...aliases]);
    await tx.securityModel.create({ data: { ...columns(typed), id }, select: { id: true } });
    await writeAliases(tx, id, name, aliases);
    return { result: { id }, audit: { subjectId: id, after: { ...typed, aliases } } };
  },
});

/** Changes a model; its former name stays a spelling it is found by, and a new one is compared as on entry. */
export const updateModel = command({
  permission: "security-models.update",
  domain: "security-models",
  input: modelUpdate,
  run: async (tx, { id, version, acceptSimilar, ...typed }) => {
    const before = await lockModel(tx, id);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing(await shown(tx, told(before)), await shown(tx, { ...blanks, ...typed })),
      });
    await requireKnown(tx, typed);
    const { name, aliases } = spellings(typed.name, typed.aliases, before.name);
    await holdNames(tx);
    const known = new Set([before.name, ...before.aliases]);
    if (!acceptSimilar)
      await refuseSimilar(
        tx,
        id,
        [name, ...aliases].filter((spelling) => !known.has(spelling)),
      );
    await tx.securityModel.update({
      where: { id },
      data: { ...columns(typed), updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    await writeAliases(tx, id, name, aliases);
    return { result: { id }, audit: { subjectId: id, before: told(before), after: { ...typed, aliases } } };
  },
});

/** Deletes a model entered by mistake; one with points, or that another went into, is refused with what stands. */
export const deleteModel = command({
  permission: "security-models.delete",
  domain: "security-models",
  input: modelDelete,
  run: async (tx, { id, version, reason }) => {
    const before = await lockModel(tx, id);
    if (before.version !== version)
      throw new AppError("conflict", { version: before.version, differing: [] });
    const hanging = await hangingOn(tx, id);
    if (hanging.length > 0) throw new AppError("in-use", { similar: hanging });
    await tx.$executeRaw(sql`DELETE FROM security_model WHERE id = ${id}::uuid`);
    return { result: { id }, audit: { subjectId: id, before: told(before), reason } };
  },
});

type Typed = Omit<z.output<typeof modelUpdate>, "id" | "version" | "acceptSimilar">;

const requireKnown = (tx: Tx, { fields, coreForce, directives }: Typed) =>
  requireListed(tx, {
    fields: ["field", fields],
    coreForce: ["force", [coreForce]],
    directives: ["directive", directives],
  });

/** One writer of names at a time: two who enter the same model at once must see each other. */
const holdNames = (tx: Tx) =>
  tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtext('security-models names'))::text`);

async function refuseSimilar(tx: Tx, id: string, typed: readonly string[]) {
  const found = typed.length ? await findSimilar(tx, id, typed) : [];
  if (found.length === 0) return;
  throw new AppError("similar", {
    similar: found.map((model) => ({
      label: model.name,
      detail: model.spellings.join(" · "),
      href: `/security-models/${model.id}`,
    })),
  });
}

async function writeAliases(tx: Tx, modelId: string, name: string, aliases: readonly string[]) {
  await tx.$executeRaw(sql`DELETE FROM model_alias WHERE model_id = ${modelId}::uuid`);
  await tx.modelAlias.createMany({
    data: [{ modelId, alias: name, isName: true }, ...aliases.map((alias) => ({ modelId, alias }))],
  });
}

/** The model as stored, held until the transaction ends, so that of two editors one is the later. */
async function lockModel(tx: Tx, id: string): Promise<ModelRecord> {
  await tx.$queryRaw(sql`SELECT FROM security_model WHERE id = ${id}::uuid FOR UPDATE`);
  return findModel(tx, id);
}

// An emptied box must empty the column: absent fields are written as null.
const blanks = { description: null };

const columns = ({ aliases: _, ...typed }: Typed) => ({ ...blanks, ...typed });

function told(model: ModelRecord) {
  const { name, aliases, block, fields, principles, coreForce, massMobilization, description, directives } =
    model;
  return { name, aliases, block, fields, principles, coreForce, massMobilization, description, directives };
}

/** Fields as two editions are compared: lists in one order, codes with their labels. */
async function shown(
  tx: Tx,
  {
    fields,
    principles,
    coreForce,
    aliases,
    directives,
    ...rest
  }: Pick<Typed, "fields" | "principles" | "coreForce" | "aliases" | "directives">,
) {
  const { field, force, directive } = await listsOfCodes(tx, ["field", "force", "directive"]);
  return {
    ...rest,
    aliases: [...aliases].sort(),
    principles: [...principles].sort(),
    fields: [...fields].sort().map(labelIn(field)),
    directives: [...directives].sort().map(labelIn(directive)),
    coreForce: labelIn(force)(coreForce),
  };
}

const labelIn = (items: readonly CodeItem[]) => (code: string) => {
  const item = items.find((known) => known.code === code);
  return { vi: item?.labelVi ?? code, en: item?.labelEn ?? code };
};
