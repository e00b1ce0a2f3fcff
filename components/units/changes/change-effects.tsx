import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/days";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { countedThings } from "@/lib/units/changes/catalog";
import { changeWords } from "@/lib/units/changes/messages";
import type { Told } from "@/lib/units/changes/queries";
import type { Counts } from "@/lib/units/changes/rules";
import type { Touched } from "@/lib/units/changes/touched/queries";
import type { Ladder, Rung } from "@/lib/units/changes/touched/rules";

type Props = { told: Told & { touched: Touched }; effectiveOn: Day; asOf?: string; locale: Locale };

/** What a change touches: figures before and after, whose reach moves, what is open, what was dated later. */
export function ChangeEffects({ told, effectiveOn, asOf, locale }: Props) {
  const words = changeWords[locale];
  const lines = effectLines(told, effectiveOn, locale);
  return (
    <div className="space-y-8">
      <Section
        title={words.figures}
        finding={asOf ?? words.figuresLead(formatDate(told.touched.countedOn ?? effectiveOn))}
      >
        <FiguresTable told={told} locale={locale} />
        <CityLine city={told.touched.city} locale={locale} />
      </Section>
      <Section title={words.effects}>
        {lines.length === 0 ? (
          <p className="text-sm text-muted">{words.nothingElse}</p>
        ) : (
          <ul className="list-disc space-y-1.5 pl-5 text-sm">
            {lines.map(({ key, line }) => (
              <li key={key}>{line}</li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

/** One block a unit, so that a phone needs no sideways table: what it counted, what it will count. */
function FiguresTable({ told, locale }: { told: Told & { touched: Touched }; locale: Locale }) {
  const words = changeWords[locale];
  const { ended, begun, touched } = told;
  const columns = [
    ...ended.map((unit, at) => ({ unit, side: words.before, counts: touched.before[at] ?? {} })),
    ...begun.map((unit, at) => ({ unit, side: words.after, counts: touched.after[at] ?? {} })),
  ];
  const value = (counts: Counts, what: string) => {
    const count = counts[what];
    // No area on record is not the same as none.
    if (count === undefined && what === "areas") return <span className="text-muted">{words.noData}</span>;
    return <span className="numeral">{formatNumber(count ?? 0, locale)}</span>;
  };
  return (
    <>
      <Table className="max-sm:hidden">
        <caption className="sr-only">{words.figures}</caption>
        <thead>
          <tr>
            <Th>{words.unit}</Th>
            {countedThings.map((what) => (
              <Th key={what} numeric>
                {words.counts[what]}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ unit, side, counts }) => (
            <tr key={`${side} ${unit.code}`}>
              <Td>
                {unit.fullName} <span className="whitespace-nowrap text-muted">· {side.toLowerCase()}</span>
              </Td>
              {countedThings.map((what) => (
                <Td key={what} numeric>
                  {value(counts, what)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="space-y-4 sm:hidden">
        {columns.map(({ unit, side, counts }) => (
          <div key={`${side} ${unit.code}`}>
            <p className="font-medium">
              {unit.fullName} <span className="font-normal text-muted">· {side.toLowerCase()}</span>
            </p>
            <dl className="border-t text-sm">
              {countedThings.map((what) => (
                <div key={what} className="flex justify-between gap-4 border-b py-1.5">
                  <dt className="text-muted">{words.counts[what]}</dt>
                  <dd>{value(counts, what)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </>
  );
}

/** The city's totals, counted with the plan: they must come to the same. */
function CityLine({ city, locale }: { city: Touched["city"]; locale: Locale }) {
  const words = changeWords[locale];
  const same = countedThings.every((what) => (city.before[what] ?? 0) === (city.after[what] ?? 0));
  const totals = countedThings
    .filter((what) => city.before[what] !== undefined)
    .map((what) => `${lowerFirst(words.counts[what] ?? "")} ${formatNumber(city.before[what] ?? 0, locale)}`);
  return (
    <p className="text-sm">
      <StatusDot tone={same ? "good" : "bad"}>
        <span className="whitespace-normal">{same ? words.cityUnchanged : words.cityDiffers}</span>
      </StatusDot>
      {totals.length > 0 && <span className="text-muted">: {totals.join(" · ")}</span>}
    </p>
  );
}

// An abbreviation inside keeps its letters: "xã có bậc NTM".
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function effectLines(
  { touched, passages }: Props["told"],
  effectiveOn: Day,
  locale: Locale,
): { key: string; line: ReactNode }[] {
  const words = changeWords[locale];
  const number = (count: number) => formatNumber(count, locale);
  const day = formatDate(effectiveOn);
  const { officers, campaigns } = touched;
  return [
    ...officers.map(({ from, to, count }) => ({
      key: `officers ${from}`,
      line: words.officers(number(count), from, to),
    })),
    ...(officers.length === 0 && touched.before.length > 0
      ? [{ key: "officers", line: words.noOfficers }]
      : []),
    ...passages
      .filter(({ kind }) => kind === "part")
      .map(({ from, to }) => ({ key: `part ${from} ${to}`, line: words.parts(from, to) })),
    ...campaigns.map(({ id, name, points }) => ({
      key: id,
      line: (
        <TextLink href={`/security-models/evaluations/${id}`}>
          {words.campaigns(name, number(points))}
        </TextLink>
      ),
    })),
    ...(touched.indicators > 0
      ? [{ key: "indicators", line: words.indicators(number(touched.indicators)) }]
      : []),
    ...(touched.plans > 0 ? [{ key: "plans", line: words.plans(number(touched.plans), day) }] : []),
    ...(touched.templates > 0
      ? [{ key: "templates", line: words.templates(number(touched.templates)) }]
      : []),
    ...Object.entries(touched.late)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => ({
        key: `late ${what}`,
        line: words.late(number(count), words.lateOf[what] ?? what, day),
      })),
    ...(touched.lacking ?? []).map(({ what, units, missing }) => ({
      key: `lacking ${what}`,
      line: words.lacking[what](units.join(", "), number(missing)),
    })),
    ...(touched.ladders ? ladderLines(touched.ladders, locale) : []),
  ];
}

/** What becomes of the two ladders, in figures. */
function ladderLines({ former, current, holding }: NonNullable<Touched["ladders"]>, locale: Locale) {
  const words = changeWords[locale];
  const turned = ({ before, after }: Ladder, told: (rung: Rung) => string) =>
    words.turned(told(before), told(after));
  const communes = (ladder: Ladder) => turned(ladder, (rung) => formatNumber(rung.communes, locale));
  const standard = (ladder: Ladder) => turned(ladder, (rung) => formatNumber(rung.standard, locale));
  const share = turned(former, (rung) =>
    formatShare(rung.communes === 0 ? null : rung.standard / rung.communes, locale),
  );
  const { before, after } = former;
  const isSame = before.communes === after.communes && before.standard === after.standard;
  const say = isSame ? words.ladderSame : words.ladder;
  return [
    ...(holding > 0 ? [{ key: "steps", line: words.stepsStay(formatNumber(holding, locale)) }] : []),
    { key: "ladder", line: say(formatDate(former.day), communes(former), standard(former), share) },
    {
      key: "communes",
      line: words.communes(formatDate(current.day), communes(current), standard(current)),
    },
  ];
}
