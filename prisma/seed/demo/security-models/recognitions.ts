import { addDays, type Day } from "@/lib/core/days";
import type { RecognitionLevel } from "@/prisma/client/enums";
import { workingDay } from "../calendar";
import type { DemoContext } from "../context";
import { recognitions as drawn } from "../distributions";
import { demoDocument, demoId } from "../identity";
import { chance, whole } from "../random";
import type { ModelLife } from "./models";
import type { PointRow } from "./points";

type OfModel = {
  id: string;
  modelId: string;
  level: RecognitionLevel;
  document: string | null;
  decidedOn: Day | null;
  nationwide: boolean;
};
type Row = OfModel & {
  pointId: string | null;
  unitId: number | null;
  revokedOn: Day | null;
  revokedReason: string | null;
};

/** The rows of recognition: what models were granted, the lower levels they came by before, and their best points. */
export function demoRecognitions(
  context: DemoContext,
  lives: readonly ModelLife[],
  points: readonly PointRow[],
  ofModels: readonly OfModel[],
): Row[] {
  const granted = [...ofModels, ...lowerLevels(context, lives, ofModels)].map((row) => ({
    ...row,
    pointId: null,
    unitId: null,
    revokedOn: null,
    revokedReason: null,
  }));
  return [...granted, ...points.flatMap((point) => ofPoint(context, point))];
}

/** A model recognised by the city was known in its commune before; one recognised by the Ministry, in the city. */
function lowerLevels(
  { streams }: DemoContext,
  lives: readonly ModelLife[],
  known: readonly OfModel[],
): OfModel[] {
  const launched = new Map(lives.map(({ id, launchedOn }) => [id, launchedOn]));
  return known.flatMap(({ id, modelId, level, decidedOn }) => {
    const below = level === "ministry" ? "city" : level === "city" ? "commune" : null;
    const random = streams("recognition below", id);
    const from = launched.get(modelId);
    if (!below || !from || !chance(random, drawn.lowerKnown)) return [];
    const on = workingDay(addDays(from, whole(random, 200, 280)));
    if (decidedOn !== null && on >= decidedOn) return [];
    return [
      {
        id: demoId("recognition", id, below),
        modelId,
        level: below,
        document: demoDocument(whole(random, 11, 980)),
        decidedOn: on,
        nationwide: false,
      },
    ];
  });
}

/** A commune recognises points that run well; now and then the city does, and now and then one is taken back. */
function ofPoint({ streams, today }: DemoContext, point: PointRow): Row[] {
  const random = streams("point recognition", point.id);
  if (point.status !== "active" || point.startedOn === null || !chance(random, drawn.ofPoint)) return [];
  const decidedOn = workingDay(addDays(point.startedOn, whole(random, 360, 900)));
  if (decidedOn >= today) return [];
  const revokedOn = workingDay(addDays(decidedOn, whole(random, 200, 500)));
  const revoked = chance(random, drawn.revoked) && revokedOn < today;
  return [
    {
      id: demoId("recognition", point.id),
      modelId: point.modelId,
      pointId: point.id,
      unitId: point.unitId,
      level: chance(random, drawn.ofPointByCity) ? "city" : "commune",
      document: chance(random, drawn.documentKnown) ? demoDocument(whole(random, 11, 980)) : null,
      decidedOn,
      nationwide: false,
      revokedOn: revoked ? revokedOn : null,
      revokedReason: revoked ? "Hoạt động thưa dần, không còn đạt mức đã công nhận" : null,
    },
  ];
}
