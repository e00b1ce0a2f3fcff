import type { StepKind } from "../../../steps/catalog";

/**
 * The steps that many points can take at once. A merger needs its target, a recognition its level, a launch the unit
 * of its own day: those are taken one by one.
 */
export const bulkSteps = [
  "consolidate",
  "suspend",
  "resume",
  "approve",
  "decline",
  "remove",
  "finish",
] as const satisfies readonly StepKind[];
export type BulkStep = (typeof bulkSteps)[number];

/** The facts that many points can be given at once. */
export const bulkFields = ["coreForce", "siteKind"] as const;
export type BulkField = (typeof bulkFields)[number];

/** As many as one transaction changes. */
export const mostAtOnce = 2_000;
