import type { Channel } from "@/prisma/client/enums";
import { type Column, type Counted, columnPhrases, cuePhrases, unitPhrases } from "../catalog";
import { readNumber } from "../numbers/rules";
import type { Proposal, ProposedField } from "../schema";
import { type Clock, readTimes, type Time } from "../times/rules";
import { findPhrase, findPhrases, type PhraseBook, phraseBook, said, type Token } from "../words/rules";

/** What a column of a pasted table holds. */
export type TableColumn = Column | Counted | undefined;

const columns = phraseBook<Column>(columnPhrases);
const units = phraseBook<Counted>(unitPhrases);
const cues = phraseBook(cuePhrases);

/** The columns of a header row; undefined when the row is none: it holds numbers, or no count is named. */
export function readHeader(cells: Token[][]): TableColumn[] | undefined {
  const isNumber = (cell: Token[]) => cell.length > 0 && cell.every(({ kind }) => kind === "digits");
  if (cells.length < 2 || cells.some(isNumber)) return undefined;
  const read = cells.map(readColumn);
  const counted = read.filter((column) => column && !columnNames.has(column));
  if (counted.length === 0 || read.filter(Boolean).length < 2) return undefined;
  return cells.some((cell) => readTimes(cell, { today: "2025-01-01" }).length > 0) ? undefined : read;
}

const columnNames = new Set<string>(columnPhrases.map(([, column]) => column));

function readColumn(cell: Token[]): TableColumn {
  const whole = findPhrase(columns, cell, 0);
  if (whole?.end === cell.length) return whole.value;
  return findPhrases(units, cell).at(-1)?.value ?? whole?.value;
}

const fields: Partial<Record<Counted, ProposedField>> = {
  sessions: "sessions",
  attendance: "attendance",
  people: "attendance",
  turns: "attendance",
  vneidGuided: "vneidGuided",
  levelTwoGuided: "levelTwoGuided",
  onlineServiceGuided: "onlineServiceGuided",
  weaponsHandedIn: "weaponsHandedIn",
  pledges: "pledges",
};
const channels: Partial<Record<Counted, Channel>> = {
  loudspeaker: "loudspeaker",
  loudspeaker_car: "loudspeaker_car",
  leaflet: "leaflet",
  post: "post",
};

/** Proposals of one row: one for the gathering, one for each channel with a unit of its own (T8). */
export function readRow(
  cells: Token[][],
  header: TableColumn[],
  clock: Clock,
  topicBook: PhraseBook<string>,
  source: string,
) {
  return (tokens: Token[], carried: Time | undefined): Proposal[] => {
    const base = (): Proposal => ({
      kind: "session",
      span: { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 },
      marks: [],
      values: { topics: [] },
      doubts: [],
    });
    const shared = base();
    const gathering = base();
    const aired: Proposal[] = [];
    cells.forEach((cell, index) => {
      const column = header[index];
      if (cell.length === 0 || !column) return;
      const span = { from: cell[0]?.from ?? 0, to: cell.at(-1)?.to ?? 0 };
      const text = said(source, span.from, span.to);
      if (column === "place" || column === "unitText") {
        shared.values[column] = text;
        shared.marks.push({ field: column, span });
      } else if (column === "heldOn") {
        const time = readTimes(cell, clock)[0];
        if (time?.heldOn) shared.values.heldOn = time.heldOn;
        if (time?.period) shared.values.period = time.period;
        if (time) shared.marks.push({ field: time.heldOn ? "heldOn" : "period", span });
        shared.doubts.push(...(time?.doubts ?? []));
      } else if (column === "channel") {
        const cue = findPhrases(cues, cell).find(({ value }) => "channel" in value);
        if (cue && "channel" in cue.value) shared.values.channel = cue.value.channel;
        if (cue) shared.marks.push({ field: "channel", span });
      } else if (column === "topics") {
        for (const { value } of findPhrases(topicBook, cell))
          if (!shared.values.topics.includes(value)) shared.values.topics.push(value);
        if (shared.values.topics.length > 0) shared.marks.push({ field: "topics", span });
      } else if (column !== "number") {
        const number = readNumber(cell, 0);
        const field = fields[column];
        const channel = channels[column];
        if (number?.value === undefined || (!field && !channel)) return;
        const proposal = field ? gathering : base();
        if (channel) {
          proposal.values.channel = channel;
          aired.push(proposal);
        }
        Object.assign(proposal.values, {
          [field ?? "quantity"]: { value: number.value, qualifier: "exact" },
        });
        proposal.marks.push({ field: field ?? "quantity", span });
        proposal.doubts.push(...number.doubts);
      }
    });
    const made = [...(gathering.marks.length > 0 ? [gathering] : []), ...aired];
    return made.map((proposal) => finish(proposal, shared, carried));
  };
}

function finish(own: Proposal, shared: Proposal, carried: Time | undefined): Proposal {
  const values = { ...shared.values, ...own.values, topics: shared.values.topics };
  const doubts = [...shared.doubts, ...own.doubts];
  values.channel ??= "meeting";
  if (!values.heldOn && !values.period && carried?.period) {
    values.period = carried.period;
    doubts.push("time-carried", ...carried.doubts);
  }
  const several = values.sessions !== undefined && values.sessions.value !== 1;
  const kind = several || (values.period && !values.sessions) ? "figure" : "session";
  if (kind === "session" && !values.heldOn) doubts.push("no-day");
  if (kind === "figure" && !values.heldOn && !values.period) doubts.push("no-period");
  if (own.values.sessions && !values.attendance) doubts.push("no-attendance");
  return { ...own, kind, values, doubts, marks: [...shared.marks, ...own.marks] };
}
