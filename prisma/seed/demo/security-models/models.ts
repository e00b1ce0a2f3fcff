import { addDays, type Day, earlier } from "@/lib/core/days";
import type { PointEnd, RecognitionLevel } from "@/prisma/client/enums";
import { daysBetween, later, moment, workingDay } from "../calendar";
import type { DemoContext } from "../context";
import { models as drawn, firstDay, stated } from "../distributions";
import { demoDocument, demoId } from "../identity";
import { picker, type Random, whole } from "../random";
import { careAndFaithModels } from "./care-and-faith";
import { institutionModels } from "./institutions";
import { type NamedModel, namedModels } from "./named";
import { neighbourhoodModels } from "./neighbourhoods";
import { departedModels, replacements } from "./replaced";
import { roadsFireAndCityModels } from "./roads-fire-and-city";
import type { ModelSketch } from "./sketch";

/** A model with its days: it is in force from its launch until the day it ends. */
export type ModelLife = {
  id: string;
  sketch: ModelSketch;
  named: NamedModel | null;
  launchedOn: Day;
  endedOn: Day | null;
  endKind: PointEnd | null;
  /** How many points of the usual number it has reached. */
  reach: number;
};

const inventedModels = [
  ...neighbourhoodModels,
  ...careAndFaithModels,
  ...roadsFireAndCityModels,
  ...institutionModels,
];

/** Every model that ever ran up to today; from 26/11/2025 on exactly 110 of them are in force on any day. */
export function demoModelLives({ today, streams }: DemoContext): ModelLife[] {
  const count = namedModels.length + inventedModels.length;
  if (count !== stated.modelsInForce.count)
    throw new Error(`${count} models are sketched, ${stated.modelsInForce.count} are stated`);

  const swaps = replacements
    .map((swap, index) => ({
      ...swap,
      on: workingDay(addDays(drawn.replacements.first, index * drawn.replacements.everyDays)),
    }))
    .filter((swap) => swap.on <= today);
  const swapDays = new Map(swaps.map((swap) => [swap.outgoing, swap.on]));
  const recent = inventedModels.filter((sketch) => sketch.recent);

  const life = (sketch: ModelSketch, launchedOn: Day, endedOn: Day | null = null, reach = 1): ModelLife => ({
    id: demoId("model", sketch.name),
    sketch,
    named: null,
    launchedOn,
    endedOn,
    endKind: endedOn === null ? null : endKind(streams("model end", sketch.name)),
    reach,
  });
  return [
    ...namedModels.map((named) => ({ ...life(named, named.since), named })),
    ...inventedModels.map((sketch) => {
      const random = streams("model", sketch.name);
      const launchedOn = sketch.recent
        ? spread(drawn.recent, recent.indexOf(sketch), recent.length)
        : oldLaunch(random);
      return life(sketch, launchedOn, swapDays.get(sketch.name), sketch.recent ? 0.6 : 1);
    }),
    ...departedModels.map((sketch, index) =>
      life(
        sketch,
        oldLaunch(streams("model", sketch.name), 2020),
        spread(drawn.departed, index, departedModels.length),
        0.4,
      ),
    ),
    ...swaps.map((swap) => life(swap.incoming, swap.on, null, 0.4)),
  ];
}

export const endKind: (random: Random) => PointEnd = picker([
  ["merged", 0.4],
  ["removed", 0.4],
  ["finished", 0.2],
]);

/** The nth of so many days spread over a span, on a working day. */
function spread({ from, to }: { from: Day; to: Day }, index: number, count: number): Day {
  return earlier(workingDay(addDays(from, Math.floor((daysBetween(from, to) * index) / (count - 1)))), to);
}

/** Before the demo's records, later years being likelier. */
function oldLaunch(random: Random, lastYear = 2024): Day {
  const years = lastYear - drawn.firstYear;
  const year = drawn.firstYear + Math.floor(years * random() ** 0.7);
  return workingDay(addDays(`${year}-01-10`, whole(random, 0, 330)));
}

const recognition = picker<RecognitionLevel | null>([
  ["city", 0.14],
  ["commune", 0.34],
  [null, 0.52],
]);

/** The rows of security_model, model_alias and recognition. */
export function demoModels(context: DemoContext, lives = demoModelLives(context)) {
  const models = lives.map((life) => {
    const { id, sketch, named, launchedOn } = life;
    const recordedAt = moment(later(launchedOn, firstDay), 9, 0);
    return {
      id,
      name: sketch.name,
      block: sketch.block,
      fields: sketch.fields,
      principles: sketch.principles,
      coreForce: sketch.coreForce,
      massMobilization: sketch.massMobilization,
      directives: named ? [named.nationwide ? "2025-11-26-2" : "2025-08-11"] : [],
      createdAt: recordedAt,
      updatedAt: recordedAt,
    };
  });
  const aliases = lives.flatMap(({ id, sketch }) => [
    { modelId: id, alias: sketch.name, isName: true },
    ...sketch.aliases.map((alias) => ({ modelId: id, alias, isName: false })),
  ]);
  const recognitions = lives.flatMap((life): Recognition[] => {
    const found = life.named ? namedRecognition(life.named) : inventedRecognition(life, context);
    return found ? [{ id: demoId("recognition", life.sketch.name), modelId: life.id, ...found }] : [];
  });
  return { models, aliases, recognitions };
}

type Granted = {
  level: RecognitionLevel;
  document: string | null;
  decidedOn: Day | null;
  nationwide: boolean;
};
type Recognition = Granted & { id: string; modelId: string };

/** The articles say by whom, not by which document or when: that stays unknown. */
const namedRecognition = ({ nationwide }: NamedModel): Granted | undefined =>
  nationwide ? { level: "ministry", document: null, decidedOn: null, nationwide } : undefined;

function inventedRecognition(
  { sketch, launchedOn, endedOn }: ModelLife,
  { today, streams }: DemoContext,
): Granted | undefined {
  const random = streams("recognition", sketch.name);
  const level = recognition(random);
  const decidedOn = workingDay(addDays(launchedOn, whole(random, 300, 1500)));
  if (!level || decidedOn > today || (endedOn && decidedOn >= endedOn)) return undefined;
  return { level, document: demoDocument(whole(random, 11, 980)), decidedOn, nationwide: false };
}
