import type { PointStatus, PointStepKind } from "@/prisma/client/enums";

/** What a step must show: a decision, minutes (biên bản), a reason. */
export const papers = ["decision", "minutes", "reason"] as const;
export type Paper = (typeof papers)[number];

export type Transition = {
  kind: PointStepKind;
  from: readonly PointStatus[];
  to: PointStatus;
  /** Whose step it is; the city may take a ward's step, never the other way. */
  by: "ward" | "city";
  needs: readonly Paper[];
};

const running = ["piloting", "active", "consolidating", "suspended", "recognized", "replicating"] as const;

/**
 * The life of a point, step by step (domain.md §4: đề xuất → phê duyệt → ra mắt/thí điểm → hoạt động ⇄ củng cố /
 * tạm ngưng → công nhận → nhân rộng; ends: hợp nhất, thanh loại, kết thúc). The table `point_transition` says the
 * same to the database.
 */
export const transitions = [
  { kind: "approve", from: ["proposed"], to: "approved", by: "city", needs: ["decision"] },
  { kind: "decline", from: ["proposed", "approved"], to: "declined", by: "city", needs: ["reason"] },
  { kind: "pilot", from: ["approved"], to: "piloting", by: "ward", needs: ["decision"] },
  { kind: "launch", from: ["approved", "piloting"], to: "active", by: "ward", needs: ["decision"] },
  {
    kind: "consolidate",
    from: ["active", "recognized", "replicating"],
    to: "consolidating",
    by: "ward",
    needs: ["minutes", "reason"],
  },
  {
    kind: "suspend",
    from: ["active", "consolidating", "recognized", "replicating"],
    to: "suspended",
    by: "ward",
    needs: ["decision", "reason"],
  },
  { kind: "resume", from: ["consolidating", "suspended"], to: "active", by: "ward", needs: ["minutes"] },
  { kind: "recognize", from: ["active"], to: "recognized", by: "city", needs: ["decision"] },
  { kind: "replicate", from: ["recognized"], to: "replicating", by: "city", needs: ["decision"] },
  { kind: "merge", from: running, to: "ended", by: "city", needs: ["decision"] },
  { kind: "remove", from: running, to: "ended", by: "city", needs: ["decision", "reason"] },
  { kind: "finish", from: running, to: "ended", by: "city", needs: ["decision"] },
] as const satisfies readonly Transition[];

/** What somebody can do to a point; `propose` and `enter` are written with the point itself. */
export const stepKinds = [
  "approve",
  "decline",
  "pilot",
  "launch",
  "consolidate",
  "suspend",
  "resume",
  "recognize",
  "replicate",
  "merge",
  "remove",
  "finish",
] as const satisfies readonly PointStepKind[];
export type StepKind = (typeof stepKinds)[number];
