import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import type { Context } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { nilWords } from "@/lib/outreach-sessions/nil-declarations/messages";
import { stateWords, totalsWords } from "@/lib/outreach-sessions/totals/messages";
import type { Totals, UnitTotals } from "@/lib/outreach-sessions/totals/queries";
import { barColumn, Counted, comparedColumns, rowsOf } from "./compared-list";
import { Attendances } from "./totals-channels";

type Props = { totals: Totals; context: Context; locale: Locale };

/** The units ranked: a number, "Không phát sinh" or "Chưa có số liệu", and what each took part in (T16, T17). */
export function UnitTotalsList({ totals, context, locale }: Props) {
  const words = totalsWords[locale];
  const outreach = outreachWords[locale];
  const rows = totals.units.map((unit) => ({
    ...unit,
    value: unit.sessions,
    filter: { kind: "gathering", unit: unit.ref },
  }));
  const top = Math.max(0, ...rows.map(({ value }) => value.all));
  return (
    <Section
      title={words.units}
      finding={rows.length > 1 ? `${finding(totals.units, locale)}. ${words.jointNote}` : words.jointNote}
    >
      <DataList
        caption={words.units}
        locale={locale}
        rows={rows}
        rowKey={({ ref }) => ref}
        rowHref={({ ref }) => href("/outreach-sessions/totals", contextParams(context, { unit: ref }))}
        empty={{ title: words.none }}
        columns={[
          {
            key: "name",
            label: words.unit,
            primary: true,
            render: ({ name }) => <span className="@2xl:whitespace-nowrap">{name}</span>,
          },
          barColumn(top, true),
          {
            key: "sessions",
            label: outreach.sessions,
            numeric: true,
            render: (row) =>
              row.state === "none" ? (
                "–"
              ) : (
                <OwnLink href={rowsOf(context, row.filter)}>
                  <Counted name={`sessions.unit.${row.ref}`} value={row.value.all} locale={locale} />
                </OwnLink>
              ),
          },
          {
            key: "attendances",
            label: outreach.attendances,
            numeric: true,
            render: (row) =>
              row.state === "none" ? "–" : <Attendances count={row.attendances} sure={row} locale={locale} />,
          },
          {
            key: "joint",
            label: words.jointColumn,
            numeric: true,
            render: (row) =>
              row.joint === 0 ? (
                "0"
              ) : (
                <OwnLink href={rowsOf(context, { kind: "joint", unit: row.ref })}>
                  <Counted name={`sessions.joint.${row.ref}`} value={row.joint} locale={locale} />
                </OwnLink>
              ),
          },
          ...comparedColumns<(typeof rows)[number]>(context, totals.comparison, locale, {
            onlyChanges: true,
          }),
          { key: "state", label: words.state, render: (row) => <State row={row} locale={locale} /> },
        ]}
      />
    </Section>
  );
}

/** Over the row's own link, which leads to the unit. */
const OwnLink = ({ href, children }: { href: string; children: React.ReactNode }) => (
  <TextLink
    href={href}
    className="relative z-1 before:absolute before:-inset-x-2 before:-inset-y-3 lg:before:inset-0"
  >
    {children}
  </TextLink>
);

function finding(units: UnitTotals[], locale: Locale): string {
  const words = totalsWords[locale];
  const count = (state: UnitTotals["state"]) =>
    formatNumber(units.filter((unit) => unit.state === state).length, locale);
  const [first] = units;
  const most =
    first && first.sessions.all > 0
      ? words.mostUnit(first.name, formatNumber(first.sessions.all, locale))
      : words.none;
  return words.unitsFinding(most, count("nil"), count("none"));
}

/** The day a declaration was made, as the calendar here says it. */
export const declaredOn = (at: string): string => formatDate(today(new Date(at)));

/** The state in a word with who said so, and what speaks against it. */
function State({ row, locale }: { row: UnitTotals; locale: Locale }) {
  const nil = nilWords[locale];
  const against = row.declarations.filter(({ logged }) => logged.gatherings + logged.broadcasts > 0);
  const last = row.declarations.at(-1);
  return (
    <>
      {row.state === "nil" && <StatusDot tone="info">{stateWords[locale].nil}</StatusDot>}
      {row.state === "none" && <StatusDot tone="muted">{stateWords[locale].none}</StatusDot>}
      {row.state === "counted" && row.sessions.all === 0 && totalsWords[locale].onlyBroadcasts}
      {row.state === "nil" && last && (
        <span className="block text-xs text-muted">
          {nil.by(last.declaredBy, declaredOn(last.declaredAt))}
        </span>
      )}
      {against.map(({ id, declaredAt, logged }) => (
        <span key={id} className="block text-xs text-ochre">
          {nil.contradicted(declaredOn(declaredAt), logged)}
        </span>
      ))}
    </>
  );
}
