import { addDays, type Day, earlier } from "@/lib/core/days";
import type { PointStatus, PointStepKind, RecognitionLevel } from "@/prisma/client/enums";
import { mergerDay } from "../../reference/units";
import { daysBetween, later, moment, workingDay } from "../calendar";
import type { DemoContext } from "../context";
import { pointSteps as drawn, firstDay } from "../distributions";
import { demoDocument, demoId } from "../identity";
import { chance, pick, picker, type Random, whole } from "../random";
import type { DemoUnit } from "../units";
import { cityKeeper, keeperOf } from "../users";
import type { PointRow } from "./points";

type StepRow = {
  id: string;
  pointId: string;
  unitId: number;
  kind: PointStepKind;
  toStatus: PointStatus;
  happenedOn: Day;
  decision: string | null;
  minutes: string | null;
  reason: string | null;
  intoId: string | null;
  createdById: string;
  createdAt: string;
};
type SizeRow = {
  pointId: string;
  unitId: number;
  effectiveOn: Day;
  teams: number | null;
  members: number | null;
};
type RecognitionRow = {
  id: string;
  modelId: string;
  pointId: string;
  unitId: number;
  level: RecognitionLevel;
  document: string | null;
  decidedOn: Day;
  createdById: string;
  createdAt: string;
};

/** A point as it was entered, and what happened to it since; all of it comes to the row the points' generator drew. */
type Life = { opened: PointRow; steps: StepRow[]; sizes: SizeRow[]; recognition?: RecognitionRow };

const pickLevel = picker<RecognitionLevel>(drawn.levels);

/**
 * The points as they were entered, by who proposed them (who entered the old register is not known any more), the steps taken since in rounds (the first step of each point, then the second …,
 * because the database looks at the state that a step finds), later sizes, and the recognitions that steps brought.
 */
export function demoPointLives(context: DemoContext, points: readonly PointRow[]) {
  const units = new Map(context.units.all.map((unit) => [unit.id, unit]));
  const lives = points.map((point) => lifeOf(point, units.get(point.unitId) as DemoUnit, context));
  mergeAll(lives, points, units);
  const rounds: StepRow[][] = [];
  for (const { steps } of lives)
    for (const [nth, step] of steps.entries()) {
      rounds[nth] ??= [];
      rounds[nth].push(step);
    }
  const opened = new Map<string, PointRow[]>();
  for (const { opened: row } of lives) {
    const writer = row.status === "proposed" ? keeperOf(units.get(row.unitId) as DemoUnit) : "";
    opened.set(writer, [...(opened.get(writer) ?? []), row]);
  }
  return {
    opened,
    rounds,
    sizes: lives.flatMap(({ sizes }) => sizes),
    recognitions: lives.flatMap(({ recognition }) => recognition ?? []),
  };
}

function lifeOf(point: PointRow, unit: DemoUnit, { today, streams }: DemoContext): Life {
  const random = streams("point steps", point.id);
  const { opened, cursor, write, steps } = begin(point, unit, today, random);
  const life: Life = { opened, steps, sizes: [] };
  if (!point.startedOn) return life;
  const last = point.endedOn ?? today;
  let at = cursor;
  const struggling = point.status === "consolidating" || point.status === "suspended";
  /** A day between the last step and the end, or none where they are too close. */
  const between = (least: number, until = last): Day | null => {
    const room = daysBetween(at, until) - least * 2;
    return room < 0 ? null : workingDay(addDays(at, least + Math.floor(random() * room)));
  };

  if (struggling) {
    const day = earlier(
      workingDay(addDays(later(at, addDays(last, -drawn.struggling)), whole(random, 2, 60))),
      last,
    );
    if (point.status === "suspended") write("suspend", "suspended", day, pick(random, drawn.suspended));
    else write("consolidate", "consolidating", day, pick(random, drawn.weak));
  } else if (point.status !== "piloting") {
    if (chance(random, drawn.interlude)) {
      const [kind, to, why] = chance(random, 0.3)
        ? (["suspend", "suspended", drawn.suspended] as const)
        : (["consolidate", "consolidating", drawn.weak] as const);
      const from = between(60);
      if (from) {
        at = from;
        const until = between(20);
        if (until && until < last) {
          write(kind, to, from, pick(random, why));
          write("resume", "active", until);
          at = until;
        }
      }
    }
    if (point.status === "active" && chance(random, drawn.recognized)) {
      const day = between(120);
      if (day && day < last && day >= drawn.recognizedFrom) {
        const step = write("recognize", "recognized", day);
        at = day;
        life.recognition = {
          id: step.id,
          modelId: point.modelId,
          pointId: point.id,
          unitId: point.unitId,
          level: pickLevel(random),
          document: step.decision,
          decidedOn: day,
          createdById: cityKeeper,
          createdAt: step.createdAt,
        };
        const chosen = chance(random, drawn.replicating) ? between(40) : null;
        if (chosen && chosen <= today) write("replicate", "replicating", chosen);
      }
    }
  }
  if (point.endKind === "removed")
    write("remove", "ended", last, pick(random, drawn.removed), point.endDecision);
  if (point.endKind === "finished") write("finish", "ended", last, null, point.endDecision);
  grow(life, point, last, random);
  return life;
}

/** How a point came into the register: proposed and approved here, or found running as it was entered. */
function begin(point: PointRow, unit: DemoUnit, today: Day, random: Random) {
  const steps: StepRow[] = [];
  const write = (
    kind: PointStepKind,
    toStatus: PointStatus,
    happenedOn: Day,
    reason: string | null = null,
    decision: string | null = decided.has(kind) ? demoDocument(whole(random, 11, 980)) : null,
  ) => {
    const step = {
      id: demoId("point step", point.id, steps.length),
      pointId: point.id,
      unitId: point.unitId,
      kind,
      toStatus,
      happenedOn,
      decision,
      minutes: kind === "consolidate" || kind === "resume" ? demoDocument(whole(random, 1, 60), "BB") : null,
      reason,
      intoId: null,
      createdById: byCity.has(kind) ? cityKeeper : keeperOf(unit),
      createdAt: moment(later(happenedOn, firstDay), 15, whole(random, 0, 59)),
    };
    steps.push(step);
    return step;
  };
  const proposal = demoDocument(whole(random, 11, 980), "TTr");
  const proposed = (on: Day): PointRow => ({
    ...point,
    ...neverEnded,
    status: "proposed",
    startedOn: null,
    decision: proposal,
    createdAt: moment(on, 10, 0),
    updatedAt: moment(on, 10, 0),
  });

  if (point.status === "approved") {
    const asked = point.createdAt.slice(0, 10);
    write(
      "approve",
      "approved",
      earlier(workingDay(addDays(asked, whole(random, 1, 18))), today),
      null,
      point.decision,
    );
    return { opened: proposed(asked), cursor: asked, write, steps };
  }
  if (!point.startedOn) return { opened: point, cursor: point.createdAt.slice(0, 10), write, steps };

  const { startedOn } = point;
  const asked = addDays(startedOn, -whole(random, 25, 70));
  if (asked >= (unit.former ? firstDay : mergerDay)) {
    write("approve", "approved", workingDay(addDays(asked, whole(random, 5, 18))));
    const tried = point.status === "piloting" || chance(random, drawn.piloted);
    const launched = workingDay(addDays(startedOn, whole(random, 45, 120)));
    if (tried && point.status === "piloting") write("pilot", "piloting", startedOn, null, point.decision);
    else if (tried && launched < addDays(point.endedOn ?? today, -drawn.struggling)) {
      write("pilot", "piloting", startedOn, null, point.decision);
      write("launch", "active", launched);
      return { opened: proposed(asked), cursor: launched, write, steps };
    } else write("launch", "active", startedOn, null, point.decision);
    return { opened: proposed(asked), cursor: startedOn, write, steps };
  }
  const status = point.status === "piloting" ? "piloting" : "active";
  return { opened: { ...point, ...neverEnded, status }, cursor: startedOn, write, steps } as const;
}

const decided = new Set<PointStepKind>(["approve", "pilot", "launch", "suspend", "recognize", "replicate"]);
const byCity = new Set<PointStepKind>(["approve", "recognize", "replicate", "merge", "remove", "finish"]);
const neverEnded = { endedOn: null, endKind: null, endDecision: null } as const;

/** A share of the points was smaller before: two or three sizes, the last of them the one that holds now. */
function grow(life: Life, point: PointRow, last: Day, random: Random) {
  const { id: pointId, unitId, teams, members, startedOn } = point;
  if (teams === null || members === null || !startedOn || !chance(random, drawn.grown)) return;
  const span = daysBetween(startedOn, last);
  if (span < 240) return;
  const smaller = (part: number) => ({
    teams: Math.max(1, Math.round(teams * part)),
    members: Math.max(1, Math.round(members * part)),
  });
  const day = (part: number) => workingDay(addDays(startedOn, Math.floor(span * part)));
  life.opened = { ...life.opened, ...smaller(0.55 + random() * 0.2) };
  if (chance(random, 0.4)) life.sizes.push({ pointId, unitId, effectiveOn: day(0.35), ...smaller(0.85) });
  life.sizes.push({ pointId, unitId, effectiveOn: day(0.65), teams, members });
}

/**
 * A merged point goes into another one of its model that ran when it was entered and runs still, in its own unit where
 * there is one. Where none is left the register only knows that it was merged: it is entered as it stands today.
 */
function mergeAll(lives: Life[], points: readonly PointRow[], units: ReadonlyMap<number, DemoUnit>) {
  const running = new Map<string, PointRow[]>();
  for (const [at, point] of points.entries())
    if (point.endedOn === null && lives[at]?.opened.startedOn)
      running.set(point.modelId, [...(running.get(point.modelId) ?? []), point]);
  const home = (unitId: number) => units.get(unitId)?.homeCode;
  for (const [at, point] of points.entries()) {
    const life = lives[at];
    if (!life || point.endKind !== "merged" || !point.endedOn) continue;
    const { endedOn } = point;
    const targets = (running.get(point.modelId) ?? []).filter(
      ({ startedOn }) => startedOn && startedOn <= endedOn,
    );
    const into = targets.find(({ unitId }) => home(unitId) === home(point.unitId)) ?? targets[0];
    if (!into) Object.assign(life, { opened: point, steps: [], sizes: [], recognition: undefined });
    else
      life.steps.push({
        id: demoId("point step", point.id, "merge"),
        pointId: point.id,
        unitId: point.unitId,
        kind: "merge",
        toStatus: "ended",
        happenedOn: endedOn,
        decision: point.endDecision,
        minutes: null,
        reason: null,
        intoId: into.id,
        createdById: cityKeeper,
        createdAt: moment(later(endedOn, firstDay), 16, 0),
      });
  }
}
