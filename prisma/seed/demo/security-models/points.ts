import { addDays, type Day } from "@/lib/core/days";
import type { PointEnd, PointOrigin, PointStatus } from "@/prisma/client/enums";
import { mergerDay } from "../../reference/units";
import { daysBetween, later, moment, workingDay } from "../calendar";
import type { DemoContext } from "../context";
import {
  models as drawn,
  firstDay,
  pilotingDays,
  pilotingShare,
  runningStatus,
  stated,
  waitingStatus,
} from "../distributions";
import { demoDocument, demoId } from "../identity";
import { chance, logNormal, picker, type Random, whole } from "../random";
import type { DemoUnit } from "../units";
import { type CopiedPoint, withCopies } from "./copies";
import { demoModelLives, endKind, type ModelLife } from "./models";
import { type PointDetails, pointDetails } from "./point-details";
import { settings } from "./settings";
import { siteOf } from "./sites";

export type PointRow = PointDetails & {
  id: string;
  modelId: string;
  unitId: number;
  site: string;
  status: PointStatus;
  origin: PointOrigin;
  decision: string;
  startedOn: Day | null;
  endedOn: Day | null;
  endKind: PointEnd | null;
  endDecision: string | null;
  teams: number | null;
  members: number | null;
  createdAt: string;
  updatedAt: string;
};

const pickStatus = picker(runningStatus);
const pickWaiting = picker(waitingStatus);

type DatedRow = Omit<PointRow, keyof PointDetails>;

/** The rows of model_point. A model's first point lives exactly as long as the model, which keeps the count of models. */
export function demoPoints(context: DemoContext, lives = demoModelLives(context)): CopiedPoint[] {
  return withCopies(
    context,
    lives,
    lives.flatMap((life) => pointsOf(life, context)),
  );
}

function pointsOf(life: ModelLife, context: DemoContext): PointRow[] {
  const random = context.streams("points", life.sketch.name);
  const count =
    life.sketch.points ??
    Math.min(drawn.points.most, logNormal(random, drawn.points.median, drawn.points.spread));
  const taken = new Set<string>();
  const points: PointRow[] = [];
  const place = (
    unit: DemoUnit,
    startedOn: Day | null,
    lasting = false,
    site = siteOf(life.sketch.site, unit, random),
  ) => {
    const key = `${unit.homeCode} ${site}`;
    if (taken.has(key)) return;
    taken.add(key);
    const row = startedOn
      ? running(life, unit, site, startedOn, lasting, random, context.today)
      : waiting(life, unit, site, random, context.today);
    points.push({
      ...row,
      ...pointDetails(life.sketch.site, site, unit, context.streams("point details", row.id)),
    });
  };

  const unitFor = settings(life, context.units);
  place(unitFor(life.launchedOn, random), life.launchedOn, true);
  for (const { formerCode, startedOn, site } of life.named?.phuLoi ?? []) {
    place(
      formerCode ? context.units.former(formerCode) : context.units.current(stated.phuLoi.code),
      startedOn,
      true,
      site,
    );
  }
  for (let nth = 1; nth < Math.round(count * life.reach); nth += 1) {
    const startedOn = laterStart(life, random, context.today);
    if (startedOn) place(unitFor(startedOn, random), startedOn);
  }
  if (!life.endedOn) {
    for (let nth = 0; nth < count; nth += 1)
      if (chance(random, drawn.pointWaiting)) place(unitFor(context.today, random), null);
  }
  return points;
}

/** Replication runs on from the launch, and gathers pace after the directive of 26/11/2025. */
function laterStart({ launchedOn, endedOn }: ModelLife, random: Random, today: Day): Day | null {
  const last = endedOn ? addDays(endedOn, -90) : today;
  const from =
    chance(random, 0.1) && launchedOn < stated.modelsInForce.from ? stated.modelsInForce.from : launchedOn;
  const startedOn = workingDay(addDays(from, Math.floor(random() * Math.max(0, daysBetween(from, last)))));
  return startedOn > launchedOn && startedOn < last ? startedOn : null;
}

function running(
  life: ModelLife,
  unit: DemoUnit,
  site: string,
  startedOn: Day,
  lasting: boolean,
  random: Random,
  today: Day,
): DatedRow {
  const end = lasting ? life.endedOn : endOfLater(life, startedOn, random, today);
  const young = daysBetween(startedOn, today) < pilotingDays && chance(random, pilotingShare);
  const status = end ? "ended" : lasting ? "active" : young ? "piloting" : pickStatus(random);
  const kind = end ? (end === life.endedOn ? life.endKind : endKind(random)) : null;
  const recordedAt = moment(later(startedOn, firstDay), 10, whole(random, 0, 59));
  return {
    id: demoId("point", life.sketch.name, unit.code, unit.former ? "former" : "current", site),
    modelId: life.id,
    unitId: unit.id,
    site,
    status,
    origin: startedOn === life.launchedOn || chance(random, drawn.newPoint) ? "new" : "replicated",
    decision: demoDocument(whole(random, 11, 980)),
    startedOn,
    endedOn: end,
    endKind: kind,
    endDecision: end ? demoDocument(whole(random, 11, 980)) : null,
    ...people(random),
    createdAt: recordedAt,
    updatedAt: recordedAt,
  };
}

function endOfLater(life: ModelLife, startedOn: Day, random: Random, today: Day): Day | null {
  const last = life.endedOn ?? today;
  const least = later(addDays(startedOn, 240), drawn.pointsEndFrom);
  const ends = chance(random, drawn.pointEnded * 1.3);
  if (!ends || least >= last) return life.endedOn;
  const on = workingDay(addDays(least, Math.floor(random() * daysBetween(least, last))));
  return on < last ? on : life.endedOn;
}

function waiting(life: ModelLife, unit: DemoUnit, site: string, random: Random, today: Day): DatedRow {
  const status = pickWaiting(random);
  const asked = addDays(today, -whole(random, 3, 100));
  const recordedAt = moment(later(asked, mergerDay), 14, whole(random, 0, 59));
  return {
    id: demoId("point", life.sketch.name, unit.code, "waiting", site),
    modelId: life.id,
    unitId: unit.id,
    site,
    status,
    origin: "replicated",
    decision: demoDocument(whole(random, 11, 980), status === "approved" ? "QĐ" : "TTr"),
    startedOn: null,
    endedOn: null,
    endKind: null,
    endDecision: null,
    teams: null,
    members: null,
    createdAt: recordedAt,
    updatedAt: recordedAt,
  };
}

/** Teams and their members (T14); unknown for a few, which is not nil. */
function people(random: Random): { teams: number | null; members: number | null } {
  if (chance(random, drawn.countsUnknown)) return { teams: null, members: null };
  const teams = Math.max(1, Math.round(logNormal(random, 1.6, drawn.teamsSpread)));
  let members = 0;
  for (let team = 0; team < teams; team += 1) members += whole(random, ...drawn.membersPerTeam);
  return { teams, members };
}
