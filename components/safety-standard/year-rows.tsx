import { type Column, DataList } from "@/components/tables/data-list";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { areaName, safetyKindWords, safetyWords } from "@/lib/safety-standard/messages";
import { recordWords } from "@/lib/safety-standard/records/messages";
import type { SubjectRow } from "@/lib/safety-standard/simulator/queries";
import type { SafetyKind } from "@/prisma/client/enums";
import { StateWord } from "./state-word";

type Props = { kind: SafetyKind; rows: SubjectRow[]; locale: Locale };

/** Everybody of a kind in a unit's year, registered or not, with where each stands. */
export function YearRows({ kind, rows, locale }: Props) {
  const [words, { fields }] = [safetyWords[locale], recordWords[locale]];
  const columns: (Column<SubjectRow> | false)[] = [
    {
      key: "name",
      label: fields.name,
      primary: true,
      render: (row) => areaName(row.name, row.areaKind, locale),
    },
    {
      key: "state",
      label: fields.state,
      nowrap: true,
      render: ({ state }) => <StateWord state={state} locale={locale} />,
    },
    rows.some(({ thenName }) => thenName !== null) && {
      key: "then",
      label: words.unit,
      render: ({ thenName }) => thenName,
    },
    {
      key: "score",
      label: fields.score,
      numeric: true,
      hideOnPhone: true,
      render: ({ score }) => (score === null ? "–" : formatNumber(score, locale)),
    },
    {
      key: "registered",
      label: fields.registeredOn,
      numeric: true,
      hideOnPhone: true,
      render: ({ registeredOn, state }) =>
        registeredOn === null || state === "withdrawn" ? "–" : formatDate(registeredOn),
    },
    {
      key: "decision",
      label: fields.decidedOn,
      numeric: true,
      hideOnPhone: true,
      render: ({ decidedOn }) => (decidedOn === null ? "–" : formatDate(decidedOn)),
    },
  ];
  const list = (
    <DataList
      caption={safetyKindWords[locale][kind]}
      locale={locale}
      rows={rows}
      rowKey={(row) => row.recordId ?? row.id ?? `${row.thenRef} ${row.name}`}
      rowHref={({ recordId }) => (recordId === null ? undefined : `/safety-standard/records/${recordId}`)}
      empty={{ title: words.noData }}
      columns={columns.filter((column) => column !== false)}
    />
  );
  return columns[2] === false ? <div className="list-lines">{list}</div> : list;
}
