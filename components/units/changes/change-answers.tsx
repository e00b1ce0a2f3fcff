import type { ReactNode } from "react";
import { DefinitionList } from "@/components/tables/definition-list";
import { buttonStyle } from "@/components/ui/button-style";
import { TextLink } from "@/components/ui/link";
import { addDays, type Day, isDay } from "@/lib/core/days";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ChangeKind, ChangeState } from "@/lib/units/changes/catalog";
import { changeKindWords, changeWords, fieldLabels } from "@/lib/units/changes/messages";
import type { Passage, Told } from "@/lib/units/changes/queries";

type Props = {
  change: {
    kind: ChangeKind;
    effectiveOn: Day;
    decisionNumber: string;
    decisionDate: Day;
    clause?: string | null;
    note?: string | null;
  };
  told: Told;
  state: ChangeState;
  /** Each line leads back to the form. */
  mend?: boolean;
  /** The units it names have pages. */
  linked?: boolean;
  locale: Locale;
};

/** A change line by line: its decision, which units end and begin, and what passes into what. */
export function ChangeAnswers({ change, told, state, mend = false, linked = false, locale }: Props) {
  const words = changeWords[locale];
  const labels = fieldLabels(change.kind, locale);
  const action = mend && (
    <button
      type="submit"
      name="mend"
      value="on"
      className={`${buttonStyle({ variant: "ghost", size: "small" })} -ml-3 sm:ml-0`}
    >
      {words.mend}
    </button>
  );
  const effective = formatDate(change.effectiveOn);
  const eve = isDay(change.effectiveOn) ? addDays(change.effectiveOn, -1) : change.effectiveOn;
  const given = (value: string | null | undefined) =>
    value ? (
      <span className="whitespace-pre-line">{value}</span>
    ) : (
      <span className="text-muted">{words.notGiven}</span>
    );
  const name = ({ code, fullName }: { code: string; fullName: string }, day: Day) => (
    <>
      {linked ? <TextLink href={`/units/${code}@${day}`}>{fullName}</TextLink> : fullName}{" "}
      <span className="numeral text-muted">{code}</span>
    </>
  );
  const size = (value: number | null, unit: string) =>
    value === null ? undefined : `${formatNumber(value, locale)} ${unit}`;
  return (
    <DefinitionList
      locale={locale}
      items={[
        { term: words.kind, detail: changeKindWords[locale][change.kind] },
        {
          term: words.decision,
          detail: words.decisionOf(change.decisionNumber, formatDate(change.decisionDate)),
          action,
        },
        {
          term: words.effective,
          detail: state === "waiting" ? words.effectiveIs.waiting(effective) : effective,
          action,
        },
        { term: labels.clause ?? "", detail: given(change.clause), action },
        { term: labels.note ?? "", detail: given(change.note), action },
        ...(told.ended.length > 0
          ? [
              {
                term: words.ended,
                detail: (
                  <Lines
                    items={told.ended.map((unit) => ({
                      key: unit.code,
                      line: name(unit, eve),
                      below: words.endedUntil(formatDate(eve)),
                    }))}
                  />
                ),
                action,
              },
            ]
          : []),
        {
          term: words.begun,
          detail: (
            <Lines
              items={told.begun.map((unit) => ({
                key: unit.code,
                line: name(unit, change.effectiveOn),
                below: [
                  words.begunFrom(effective),
                  `${words.area}: ${size(unit.areaKm2, "km²") ?? words.noData.toLowerCase()}`,
                  `${words.population}: ${size(unit.population, words.people) ?? words.noData.toLowerCase()}`,
                ].join(" · "),
              }))}
            />
          ),
          action,
        },
        ...(told.passages.length > 0
          ? [
              {
                term: words.passages,
                detail: (
                  <Lines
                    items={told.passages.map((passage) => ({
                      key: `${passage.from} ${passage.to} ${passage.kind}`,
                      line: <PassageLine passage={passage} locale={locale} />,
                    }))}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** "Phường A → Phường B: một phần, 12,5 % địa bàn". */
function PassageLine({ passage, locale }: { passage: Passage; locale: Locale }) {
  const words = changeWords[locale];
  const how = [
    words.passageOf[passage.kind],
    ...(passage.share === null ? [] : [words.share(formatShare(passage.share, locale))]),
  ].join(", ");
  return (
    <>
      {passage.from} <span aria-hidden>→</span>
      <span className="sr-only">{words.into}</span> {passage.to}: {how}
    </>
  );
}

function Lines({ items }: { items: { key: string; line: ReactNode; below?: string }[] }) {
  return (
    <ul className="space-y-1.5">
      {items.map(({ key, line, below }) => (
        <li key={key}>
          {line}
          {below && <span className="block text-sm text-muted">{below}</span>}
        </li>
      ))}
    </ul>
  );
}
