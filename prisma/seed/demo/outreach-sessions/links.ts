import type { DemoContext } from "../context";
import { chance, pick } from "../random";
import type { PointRow } from "../security-models/points";
import { runningPoints } from "../security-models/running";
import type { SessionRow } from "./session";

/** Topics that are spoken of at the points of a model of the field. */
const topicsOf: Record<string, readonly string[]> = {
  "crime-prevention": ["crime-prevention", "theft-prevention", "black-credit", "mass-movement"],
  "drugs-social-evils": ["drugs", "gambling"],
  "traffic-order": ["traffic-law"],
  "fire-prevention": ["fire-prevention"],
  religion: ["solidarity"],
  "ethnic-affairs": ["solidarity"],
  schools: ["school-safety", "child-protection"],
  reintegration: ["reintegration"],
  "border-areas": ["human-trafficking"],
  cyberspace: ["online-fraud", "cyber-security"],
  "environment-urban": ["environment"],
};

/** Of the sessions whose topic fits a point that ran there on the day this part was held with it: some 15 % of all. */
const linkedShare = 0.3;

/** The points a session was held with, from a stream of its own: what was drawn before stays as it was. */
export function withPoints<S extends SessionRow>(
  context: DemoContext,
  points: readonly PointRow[],
  models: readonly { id: string; fields: readonly string[] }[],
): (row: S) => S & { pointIds: string[] } {
  const running = runningPoints(context, points);
  const topics = new Map(
    models.map(({ id, fields }) => [id, new Set(fields.flatMap((field) => topicsOf[field] ?? []))]),
  );
  return (row) => {
    const random = context.streams("session points", row.id);
    if (!chance(random, linkedShare)) return { ...row, pointIds: [] };
    const fitting = running(row.unitId, row.heldOn).filter(({ modelId }) =>
      row.topics.some((topic) => topics.get(modelId)?.has(topic)),
    );
    return { ...row, pointIds: fitting.length > 0 ? [pick(random, fitting).id] : [] };
  };
}
