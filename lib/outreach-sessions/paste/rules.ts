import type { Channel } from "@/prisma/client/enums";
import { isGathering } from "../catalog";
import { type Cue, type GuidanceField, guidanceFields, languagePhrases, topicPhrases } from "./catalog";
import { type Count, findCues, readCounts } from "./counts/rules";
import { mentionsUnit, type Named, readPlaces, readUnits } from "./places/rules";
import type {
  Doubt,
  languages,
  Proposal,
  ProposedField,
  ProposedValues,
  Said,
  Span,
  TopicLabel,
} from "./schema";
import { cutStatements, type Statement } from "./statements/rules";
import { readHeader, readRow, type TableColumn } from "./tables/rules";
import { type Clock, readTimes, type Time } from "./times/rules";
import { type Found, findPhrases, type PhraseBook, phraseBook, type Token, tokenize } from "./words/rules";

/**
 * Reads a pasted report (Word, Zalo, with or without accents, composed or not) into proposals of sessions and
 * figures, each with the text it was read from. Nothing is added up, nothing invented: what the text leaves
 * open is missing and named in `doubts`. Pure and linear in the text; spans are offsets into it as given.
 */
export function readReport(text: string, context: { today: string; topics: TopicLabel[] }): Proposal[] {
  const reader = new Reader(text, context);
  for (const statement of cutStatements(tokenize(text))) reader.read(statement);
  return reader.proposals
    .map(({ proposal }) => proposal)
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to || firstMark(a) - firstMark(b));
}

const firstMark = ({ marks }: Proposal) => marks[0]?.span.from ?? 0;

type Where = { named: Named; span: Span };
type When = { time: Time; span: Span; paragraph: number };
type Kept = { proposal: Proposal; paragraph: number };

/** All that was read from one sentence. */
type Readings = {
  tokens: Token[];
  span: Span;
  times: Time[];
  counts: Count[];
  cues: Found<Cue>[];
  places: Named[];
  units: Named[];
  topics: Found<string>[];
  languages: Found<(typeof languages)[number][]>[];
};

/** A stretch of a sentence about one gathering. */
type Group = { from: number; to: number; sessions?: Count; attendance?: Count; doubts: Doubt[] };

const languageBook = phraseBook(languagePhrases, "lists");

class Reader {
  readonly proposals: Kept[] = [];
  private readonly clock: Clock;
  private readonly topicBook: PhraseBook<string>;
  private lastGathering: Kept | undefined;
  private lastPost: Proposal | undefined;
  private when: When | undefined;
  private unit: Where | undefined;
  private header: { columns: TableColumn[]; paragraph: number } | undefined;

  constructor(
    private readonly text: string,
    context: { today: string; topics: TopicLabel[] },
  ) {
    this.clock = { today: context.today };
    this.topicBook = phraseBook(
      context.topics.flatMap(({ code, labelVi }) =>
        [
          labelVi,
          ...(Object.hasOwn(topicPhrases, code) ? (topicPhrases[code] as string).split("|") : []),
        ].map((phrase) => [phrase, code] as const),
      ),
      "apart",
    );
  }

  read(statement: Statement): void {
    if (statement.cells && this.readTable(statement, statement.cells)) return;
    const readings = this.readings(statement.tokens);
    const last = readings.units.at(-1);
    this.propose(readings, statement.paragraph);
    if (last) this.unit = { named: last, span: spanOf(readings.tokens, last) };
    const time = readings.times.findLast(({ heldOn, period }) => heldOn ?? period);
    if (time) this.when = { time, span: spanOf(readings.tokens, time), paragraph: statement.paragraph };
  }

  private readings(tokens: Token[]): Readings {
    const times = readTimes(tokens, this.clock);
    const taken = new Set(times.flatMap(({ at, end }) => indexes(at, end)));
    const cues = findCues(tokens);
    return {
      tokens,
      span: { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 },
      times,
      counts: readCounts(tokens, taken, cues),
      cues,
      places: readPlaces(tokens, taken, this.text),
      units: readUnits(tokens, taken, this.text),
      topics: findPhrases(this.topicBook, tokens),
      languages: findPhrases(languageBook, tokens),
    };
  }

  private propose(readings: Readings, paragraph: number): void {
    const { counts } = readings;
    if (counts.length === 0 && readings.topics.length === 0) return;
    if (this.continues(readings, paragraph)) return;
    const groups = groupsOf(readings);
    const last = this.proposals.at(-1);
    const summed =
      last?.paragraph === paragraph && last.proposal.kind === "figure" && readings.times.length === 0;
    const several = summed || groups.some(({ sessions }) => isSeveral(sessions));
    const made = groups.map((group, index) =>
      this.gathering(readings, group, [groups[index - 1], groups[0]], paragraph),
    );
    this.guidance(readings, groups, made, paragraph);
    for (const count of counts) this.broadcast(readings, count, several, paragraph);
    if (counts.length === 0 && groups.length === 0) this.topicsAlone(readings, paragraph);
  }

  /** "… Có 120 lượt người dự.": the attendances of the gathering in the sentence before. */
  private continues({ counts, times, tokens }: Readings, paragraph: number): boolean {
    const [count, more] = counts.filter(({ of }) => of === "attendance" || of === "sessions");
    const last = this.lastGathering;
    if (count?.of !== "attendance" || more || counts.length > 1 || times.length > 0) return false;
    if (!last || last.paragraph !== paragraph || last.proposal.doubts.includes("no-attendance") === false)
      return false;
    const { proposal } = last;
    proposal.doubts = proposal.doubts.filter((doubt) => doubt !== "no-attendance");
    this.put(proposal, "attendance", count, tokens);
    settleDoubts(proposal);
    proposal.span = { from: proposal.span.from, to: Math.max(proposal.span.to, tokens.at(-1)?.to ?? 0) };
    return true;
  }

  private gathering(
    readings: Readings,
    group: Group,
    before: (Group | undefined)[],
    paragraph: number,
  ): Proposal {
    const { tokens, cues } = readings;
    const proposal = this.start(readings, group, paragraph, isSeveral(group.sessions));
    const { values, doubts } = proposal;
    const channel = cues.find(
      ({ value, at }) => "channel" in value && isGathering(value.channel) && inside(at, group),
    );
    values.channel = channel && "channel" in channel.value ? channel.value.channel : "meeting";
    if (channel) proposal.marks.push({ field: "channel", span: spanOf(tokens, channel) });
    if (group.sessions) this.put(proposal, "sessions", group.sessions, tokens);
    if (group.attendance) this.put(proposal, "attendance", group.attendance, tokens);
    else doubts.push("no-attendance");
    doubts.push(...group.doubts);
    if (values.topics.length === 0) this.carryTopics(proposal, readings, before);
    return this.keep(proposal, paragraph, true);
  }

  /** A gathering that names no topics has those of the one before it in the sentence, or of the first. */
  private carryTopics(proposal: Proposal, readings: Readings, before: (Group | undefined)[]): void {
    if (!before[0]) return;
    for (const group of before)
      if (group && proposal.values.topics.length === 0) this.topics(proposal, readings, group);
    if (proposal.values.topics.length > 0) proposal.doubts.push("topics-carried");
  }

  /** Pledges, guidance and weapons go with the gathering they are told with, else with the one just before. */
  private guidance(readings: Readings, groups: Group[], made: Proposal[], paragraph: number): void {
    const counts = readings.counts.filter(({ of }) => isGuidance(of));
    if (counts.length === 0) return;
    let own: Proposal | undefined;
    for (const count of counts) {
      const field = count.of as GuidanceField;
      const index = groups.findIndex((group) => inside(count.at, group));
      const last = this.lastGathering;
      const previous =
        last?.paragraph === paragraph && readings.times.length === 0 ? last.proposal : undefined;
      const host = made[index] ?? (groups.length === 0 && !hasField(previous, field) ? previous : undefined);
      if (host && !hasField(host, field)) this.put(host, field, count, readings.tokens);
      else if (host) host.doubts.push("two-values");
      else {
        own ??= this.keep(this.start(readings, whole(readings), paragraph, false), paragraph, false);
        if (hasField(own, field)) own.doubts.push("two-values");
        else this.put(own, field, count, readings.tokens);
        own.doubts.push("no-session");
      }
    }
  }

  private broadcast(readings: Readings, count: Count, several: boolean, paragraph: number): void {
    if (count.of === "views") {
      const post = this.lastPost;
      const near = post && post.span.to >= readings.span.from && !post.values.views ? post : undefined;
      if (near) {
        this.put(near, "views", count, readings.tokens);
        return;
      }
    } else if (!isBroadcast(count.of)) return;
    const proposal = this.start(readings, whole(readings), paragraph, several);
    proposal.values.channel = count.of === "views" ? "post" : (count.of as Channel);
    this.put(proposal, count.of === "views" ? "views" : "quantity", count, readings.tokens);
    if (count.of === "views") proposal.doubts.push("no-count");
    this.keep(proposal, paragraph, false);
  }

  /** What people were told or urged to in the same paragraph as a gathering, without any count. */
  private topicsAlone(readings: Readings, paragraph: number): void {
    const near = this.proposals.at(-1);
    const told = readings.cues.some(
      ({ value }) => "is" in value && /^(outreach|urging|guiding)$/.test(value.is),
    );
    if (!near || near.paragraph !== paragraph || !told || isPlanned(readings, 0)) return;
    const proposal = this.start(readings, whole(readings), paragraph, true);
    proposal.doubts.push("no-count");
    this.keep(proposal, paragraph, false);
  }

  /** When, where and about what, from the group's own words first. */
  private start(readings: Readings, group: Group, paragraph: number, several: boolean): Proposal {
    const { tokens } = readings;
    const proposal: Proposal = {
      kind: "session",
      span: { from: tokens[group.from]?.from ?? 0, to: tokens[group.to - 1]?.to ?? 0 },
      marks: [],
      values: { topics: [] },
      doubts: [],
    };
    this.time(proposal, readings, group, paragraph, several);
    const place =
      readings.places.find(({ at }) => inside(at, group)) ??
      readings.places.findLast(({ at }) => at < group.from);
    if (place) this.put(proposal, "place", { ...place, value: place.text }, tokens);
    this.unitOf(proposal, readings, group);
    this.topics(proposal, readings, group);
    for (const found of readings.languages)
      if (inside(found.at, group)) {
        proposal.values.languages = [...new Set([...(proposal.values.languages ?? []), ...found.value])];
        proposal.marks.push({ field: "languages", span: spanOf(tokens, found) });
      }
    if (isPlanned(readings, group.from)) proposal.doubts.push("planned");
    return proposal;
  }

  private time(
    proposal: Proposal,
    readings: Readings,
    group: Group,
    paragraph: number,
    several: boolean,
  ): void {
    const { values, doubts } = proposal;
    const own = readings.times.filter(({ at }) => inside(at, group));
    const known = own.filter(({ heldOn, period }) => heldOn ?? period);
    const time =
      known.find(({ heldOn, period }) => (several ? period : heldOn)) ??
      known[0] ??
      readings.times.findLast(({ at, heldOn, period }) => at < group.from && (heldOn ?? period));
    const carried =
      this.when && (this.when.time.period || this.when.paragraph === paragraph) ? this.when : undefined;
    const from = time
      ? { time, span: spanOf(readings.tokens, time) }
      : own.length === 0
        ? carried
        : undefined;
    if (from?.time.heldOn) values.heldOn = from.time.heldOn;
    if (from?.time.period) values.period = from.time.period;
    if (from) proposal.marks.push({ field: values.heldOn ? "heldOn" : "period", span: from.span });
    doubts.push(...(from?.time.doubts ?? own.flatMap((time) => time.doubts)));
    if (from && from === carried) doubts.push("time-carried");
    const days = new Set(known.flatMap(({ heldOn }) => heldOn ?? []));
    if (days.size > 1) doubts.push("two-days");
    const one = group.sessions && !isSeveral(group.sessions);
    proposal.kind = several || (values.period && !one) ? "figure" : "session";
    if (!values.heldOn && proposal.kind === "session") doubts.push("no-day");
    if (!values.heldOn && !values.period && proposal.kind === "figure") doubts.push("no-period");
  }

  private unitOf(proposal: Proposal, readings: Readings, group: Group): void {
    const unit = readings.units.find(({ at }) => inside(at, group)) ?? readings.units[0];
    if (unit) this.put(proposal, "unitText", { ...unit, value: unit.text }, readings.tokens);
    if (unit || !this.unit || !mentionsUnit(readings.tokens)) return;
    proposal.values.unitText = this.unit.named.text;
    proposal.marks.push({ field: "unitText", span: this.unit.span });
    proposal.doubts.push("unit-carried");
  }

  private topics(proposal: Proposal, { topics, tokens }: Readings, group: Group): void {
    for (const found of topics.filter(({ at }) => inside(at, group))) {
      if (!proposal.values.topics.includes(found.value)) proposal.values.topics.push(found.value);
      proposal.marks.push({ field: "topics", span: spanOf(tokens, found) });
    }
  }

  private put(
    { values, marks, doubts }: Proposal,
    field: ProposedField,
    read: { at: number; end: number; said?: Said; value?: string; doubts?: Doubt[] },
    tokens: Token[],
  ): void {
    Object.assign(values, read.value ? { [field]: read.value } : read.said ? { [field]: read.said } : {});
    marks.push({ field, span: spanOf(tokens, read) });
    doubts.push(...(read.doubts ?? []));
  }

  private keep(proposal: Proposal, paragraph: number, gathering: boolean): Proposal {
    if (proposal.values.topics.length === 0) proposal.doubts.push("no-topic");
    settleDoubts(proposal);
    const kept = { proposal, paragraph };
    this.proposals.push(kept);
    if (gathering) this.lastGathering = kept;
    if (proposal.values.channel === "post") this.lastPost = proposal;
    return proposal;
  }

  /** A header's columns give the numbers of the rows below it their units. */
  private readTable({ tokens, paragraph }: Statement, cells: Token[][]): boolean {
    const header = readHeader(cells);
    if (header) this.header = { columns: header, paragraph };
    if (header || this.header?.paragraph !== paragraph) return !!header;
    if (cells.length < 2) return false;
    const row = readRow(cells, this.header.columns, this.clock, this.topicBook, this.text);
    for (const proposal of row(tokens, this.when?.time)) this.keep(proposal, paragraph, false);
    return true;
  }
}

/** A second count of sessions, or of attendances on another day or place, begins another gathering. */
function groupsOf(readings: Readings): Group[] {
  const groups: Group[] = [];
  const marks = [...readings.times, ...readings.places];
  let end = 0;
  for (const count of readings.counts) {
    const last = groups.at(-1);
    if (count.of === "sessions" || count.of === "attendance") {
      const anew = marks.some(({ at }) => at >= end && at < count.at);
      const taken = count.of === "sessions" ? last?.sessions : last?.attendance;
      if (!last || (taken && (count.of === "sessions" || anew))) {
        const doubts: Doubt[] = isPart(readings, count.at) ? ["part-of-above"] : [];
        groups.push({ from: last ? end : 0, to: 0, doubts, [count.of]: count });
      } else if (taken) last.doubts.push("two-attendances");
      else last[count.of] = count;
    }
    end = count.end;
  }
  groups.forEach((group, index) => {
    group.to = groups[index + 1]?.from ?? readings.tokens.length;
  });
  return groups.length > 0 || !isEvent(readings) ? groups : [whole(readings)];
}

/** A gathering without numbers: on a day of its own, held, and for outreach. */
function isEvent(readings: Readings): boolean {
  const is = (what: string) => readings.cues.some(({ value }) => "is" in value && value.is === what);
  const held = readings.times.some(({ heldOn }) => heldOn) && is("holding") && is("outreach");
  return held && readings.counts.length === 0 && readings.topics.length > 0 && !isPlanned(readings, 0);
}

const isPlanned = ({ cues }: Readings, from: number) =>
  cues.some(({ value, at }) => at >= from && "is" in value && value.is === "planning");

const isPart = ({ cues }: Readings, to: number) =>
  cues.some(({ value, at }) => at < to && "is" in value && value.is === "within");

const whole = ({ tokens }: Readings): Group => ({ from: 0, to: tokens.length, doubts: [] });
const inside = (at: number, { from, to }: Group) => at >= from && at < to;
const indexes = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Each doubt once; at one session people and attendances are the same. */
function settleDoubts(proposal: Proposal): void {
  const moot: Doubt | undefined = proposal.kind === "session" ? "people-not-attendances" : undefined;
  proposal.doubts = [...new Set(proposal.doubts)].filter((doubt) => doubt !== moot);
}

/** Several sessions, or nobody says how many: a figure. */
const isSeveral = (sessions: Count | undefined): boolean =>
  !!sessions && (sessions.said?.value !== 1 || sessions.said.qualifier !== "exact");

const isGuidance = (of: string): of is GuidanceField => (guidanceFields as readonly string[]).includes(of);
const isBroadcast = (of: string) => /^(loudspeaker|loudspeaker_car|leaflet|post)$/.test(of);
const hasField = (proposal: Proposal | undefined, field: keyof ProposedValues) =>
  proposal?.values[field] !== undefined;

const spanOf = (tokens: Token[], { at, end }: { at: number; end: number }): Span => ({
  from: tokens[at]?.from ?? 0,
  to: tokens[end - 1]?.to ?? 0,
});
