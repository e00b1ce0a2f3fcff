import type { ModelBlock, ModelPrinciple, RecognitionLevel } from "@/prisma/client/enums";

/** Khối: where a model lives. */
export const blocks = [
  "residential",
  "agency",
  "enterprise",
  "school",
] as const satisfies readonly ModelBlock[];

/** Phương châm: the three "tự" of the movement, and self-mediation. */
export const principles = [
  "self_prevention",
  "self_management",
  "self_protection",
  "self_mediation",
] as const satisfies readonly ModelPrinciple[];

/** Cấp công nhận, from the lowest up. */
export const recognitionLevels = [
  "commune",
  "city",
  "ministry",
] as const satisfies readonly RecognitionLevel[];

/** The best grade, as the list of grades has it: what a model's "hiệu quả" counts. */
export const effective = "effective";
