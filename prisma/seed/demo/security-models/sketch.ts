import type { ModelBlock, ModelPrinciple } from "@/prisma/client/enums";
import type { SiteKind } from "./sites";

/** Where a kind of model makes sense. */
export type Where = "anywhere" | "urban" | "rural" | "coast" | "khmer";

/** A model as it is thought up: what it is, not yet when and where it runs. */
export type ModelSketch = {
  name: string;
  aliases: string[];
  block: ModelBlock;
  fields: string[];
  principles: ModelPrinciple[];
  coreForce: string;
  site: SiteKind;
  where: Where;
  massMobilization: boolean;
  /** Typical number of points; undefined = drawn like most. */
  points?: number;
  /** Begun within the demo's records, not before them. */
  recent: boolean;
};

type Choice = Partial<Omit<ModelSketch, "name">>;

/** A maker of sketches that share what is usual among them; principles: prevention, management, protection, mediation. */
export function sketches(usual: Choice): (name: string, own?: Choice) => ModelSketch {
  return (name, own = {}) => ({
    name,
    aliases: [],
    block: "residential",
    fields: ["crime-prevention"],
    principles: ["self_prevention", "self_management"],
    coreForce: "residents-groups",
    site: "hamlet",
    where: "anywhere",
    massMobilization: false,
    recent: false,
    ...usual,
    ...own,
  });
}
