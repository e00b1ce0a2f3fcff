import { clsx } from "clsx";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { buttonStyle } from "@/components/ui/button-style";
import { TextLink } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { StatusDot } from "@/components/ui/status-dot";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaPreview } from "@/lib/units/residential-areas/schema";
import { unitDays } from "@/lib/units/resolve/messages";
import { unitName } from "@/lib/units/resolve/rules";

type Line = AreaPreview["lines"][number];
type Props = {
  found: AreaPreview;
  /** What was read, to be stored as it is. */
  list: Record<string, string[]>;
  send: (data: FormData) => void;
  pending: boolean;
  locale: Locale;
};

/** What a list says, line by line: what can be stored, what wants a unit, what must be mended. */
export function AreaPreviewForm({ found, list, send, pending, locale }: Props) {
  const words = areaWords[locale];
  const { lines, ready, asked, unknown } = found;
  if (lines.length === 0) return <EmptyState title={words.nothing} detail={words.nothingHint} />;
  const number = (value: number) => formatNumber(value, locale);
  const wrong = lines.length - ready - asked;
  return (
    <Section
      id="preview"
      title={words.preview}
      finding={words.readSummary(number(ready), number(asked), number(wrong))}
    >
      {unknown.length > 0 && <p className="text-sm text-muted">{words.unknownColumns(unknown.join(", "))}</p>}
      <form action={send} className="space-y-4">
        <input type="hidden" name="store" value="on" readOnly />
        <input type="hidden" name="id" value={found.id} readOnly />
        {["text", "day", "unitId"].map((name) => (
          <input key={name} type="hidden" name={name} value={list[name]?.[0] ?? ""} readOnly />
        ))}
        <Table>
          <caption className="sr-only">{words.preview}</caption>
          <thead className="max-lg:hidden">
            <tr>
              <Th className="w-16 text-right">{words.line}</Th>
              <Th>{words.columns.name}</Th>
              <Th>{words.columns.unit}</Th>
              <Th>{words.lineState}</Th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.line} line={line} locale={locale} />
            ))}
          </tbody>
        </Table>
        {(ready > 0 || asked > 0) && (
          <button type="submit" aria-disabled={pending} className={buttonStyle({ variant: "primary" })}>
            {ready > 0 ? words.storeCount(number(ready)) : words.store}
          </button>
        )}
      </form>
    </Section>
  );
}

/** On a phone a line is an item of its own: number and name, unit, what came of it. */
function LineRow({ line, locale }: { line: Line; locale: Locale }) {
  const good = line.ready;
  return (
    <tr
      data-line={line.line}
      data-state={good ? "ready" : "faulty"}
      className="max-lg:grid max-lg:grid-cols-[2.5rem_minmax(0,1fr)] max-lg:border-b max-lg:py-2 max-lg:*:border-0 max-lg:*:py-0.5"
    >
      <Td className="numeral text-right text-muted">{line.line}</Td>
      <Td className={clsx("font-medium", !good && "text-muted")}>
        {line.values?.name ?? line.cells.filter(Boolean).join(" · ")}
        {line.values && <ReadFacts values={line.values} locale={locale} />}
      </Td>
      <Td className="max-lg:col-start-2">
        {line.unit ? unitName(line.unit, line.candidates ?? []) : ""}
        {line.unit && line.dated && (
          <span className="numeral block text-muted">{unitDays(line.unit, locale)}</span>
        )}
      </Td>
      <Td className="max-lg:col-start-2">
        <Outcome line={line} locale={locale} />
      </Td>
    </tr>
  );
}

/** What else was read of a line, so that a misread column is seen. */
function ReadFacts({ values, locale }: { values: NonNullable<Line["values"]>; locale: Locale }) {
  const words = areaWords[locale];
  const facts = [
    values.households !== undefined && `${formatNumber(values.households, locale)} ${words.householdsUnit}`,
    values.population !== undefined && `${formatNumber(values.population, locale)} ${words.peopleUnit}`,
    values.validFrom && words.from(formatDate(values.validFrom)),
    values.note,
  ].filter(Boolean);
  return facts.length > 0 && <span className="block font-normal text-muted">{facts.join(" · ")}</span>;
}

function Outcome({ line, locale }: { line: Line; locale: Locale }) {
  const words = areaWords[locale];
  if (line.ready) return <StatusDot tone="good">{words.ready}</StatusDot>;
  const { same, candidates = [], faults } = line;
  const told = Object.entries(faults).map(([key, { code, detail }]) => ({
    key,
    sentence: words.fault(key, code, detail ?? ""),
  }));
  return (
    <div className="space-y-1.5">
      {told.map(({ key, sentence }) => (
        <p key={key} className="text-red">
          {sentence}
        </p>
      ))}
      {same && (
        <p className="text-ochre">
          {"line" in same ? (
            words.sameLine(same.line)
          ) : (
            <TextLink href={`/units/areas/${same.id}`}>
              {same.movedTo ? words.sameMoved(same.name, same.movedTo) : words.sameArea(same.name)}
            </TextLink>
          )}
        </p>
      )}
      {faults.unit && candidates.length > 0 && (
        <Select
          name="choices"
          aria-label={words.choose(line.line)}
          placeholder={words.notChosen}
          options={candidates.map((unit) => ({
            value: `${line.line}:${unit.id}`,
            label: unitName(unit, candidates),
          }))}
          defaultValue=""
        />
      )}
    </div>
  );
}
