import { Figure } from "@/components/figures/figure";
import { PageHeader } from "@/components/layout/page-header";
import { DataList, type Column as ListColumn } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { TextLink } from "@/components/ui/link";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { blockWords, principleWords } from "@/lib/security-models/messages";
import { columnWords, measureWords, movementWords } from "@/lib/security-models/movement/messages";
import type { MovementRow } from "@/lib/security-models/movement/queries";
import type { MovementRows } from "@/lib/security-models/movement/schema";
import { endWords, originWords } from "@/lib/security-models/points/messages";
import { movementRowsHref } from "./movement-page";

type Props = {
  rows: MovementRow[];
  count: number;
  sum: number;
  unknown: number;
  fieldItems: CodeItem[];
  cell: Omit<MovementRows, "context">;
  context: Context;
  locale: Locale;
};

/** The rows behind a cell of the table of movements, in its words, with the cell's figure above them. */
export function MovementRowsPage({ rows, count, sum, unknown, cell, fieldItems, context, locale }: Props) {
  const words = movementWords[locale];
  const { measure, column, group, value, page } = cell;
  const told = measureWords[locale][measure];
  const isSized = measure === "teams" || measure === "members";
  const place = group && value ? classLabel(group, value, fieldItems, locale) : undefined;
  const { page: _, ...kept } = cell;
  const here = (nth: number) =>
    movementRowsHref(context, named({ ...kept, page: nth > 1 ? String(nth) : undefined }));
  return (
    <>
      <PageHeader
        title={words.rowsTitle(told.label, columnWords[locale][column].label)}
        lead={
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Figure
              size="inline"
              name={`movement.${measure}.${column}`}
              value={isSized ? sum : count}
              unit={told.unit}
              label={columnWords[locale][column].label}
              qualifier={unknown > 0 ? "at_least" : "exact"}
              definition={`${columnWords[locale][column].definition} ${told.definition}`}
              source={words.source}
              boundary={context.boundary}
              asOf={earlier(context.period.to, today())}
              locale={locale}
            />
            {isSized && <span>{words.atPoints(formatNumber(count, locale))}</span>}
            {place && <span>{place}</span>}
            <span>{`${periodLabel(context.period, locale)} · ${formatDate(context.period.from)}–${formatDate(context.period.to)}`}</span>
          </p>
        }
        back={
          <TextLink href={href("/security-models/movement", { ...contextParams(context), measure, group })}>
            {words.back}
          </TextLink>
        }
      />
      <DataList
        caption={words.rowsTitle(told.label, columnWords[locale][column].label)}
        locale={locale}
        rows={rows.map((row, at) => ({ ...row, key: `${at} ${row.id}` }))}
        rowKey={({ key }) => key}
        rowHref={({ id }) =>
          measure === "models"
            ? href(`/security-models/${id}`, contextParams(context))
            : `/security-models/points/${id}`
        }
        empty={{ title: words.emptyTitle, detail: words.emptyHint }}
        columns={
          measure === "models" ? modelColumns(locale) : pointColumns(isSized ? told.label : undefined, locale)
        }
      />
      {count > 0 && <NumberedPager page={page} total={count} shown={rows.length} at={here} locale={locale} />}
    </>
  );
}

const named = (params: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])));

function classLabel(group: string, value: string, fieldItems: CodeItem[], locale: Locale): string {
  const words = movementWords[locale];
  const known: Record<string, string> =
    group === "block"
      ? blockWords[locale]
      : group === "field"
        ? codeLabels(fieldItems, locale)
        : principleWords[locale];
  const kind = group as keyof typeof words.groups;
  return value === "none" ? words.none[kind] : `${words.groups[kind]}: ${known[value] ?? value}`;
}

const dayOf = (on: string | null, locale: Locale) => (
  <span className="numeral whitespace-nowrap">{on ? formatDate(on) : movementWords[locale].allAlong}</span>
);

function modelColumns(locale: Locale): ListColumn<MovementRow>[] {
  const { rows } = movementWords[locale];
  return [
    { key: "name", label: rows.model, primary: true, render: ({ name }) => name },
    { key: "block", label: rows.block, render: ({ block }) => blockWords[locale][block] },
    { key: "on", label: rows.on, render: ({ on }) => dayOf(on, locale) },
  ];
}

function pointColumns(amount: string | undefined, locale: Locale): ListColumn<MovementRow>[] {
  const words = movementWords[locale];
  const { rows } = words;
  return [
    { key: "name", label: rows.point, primary: true, render: ({ name }) => name },
    { key: "model", label: rows.model, render: ({ modelName }) => modelName },
    { key: "unit", label: rows.unit, render: ({ unitName }) => unitName },
    { key: "on", label: rows.on, render: ({ on }) => dayOf(on, locale) },
    { key: "kind", label: rows.kind, render: (row) => kindOf(row, locale) },
    { key: "decision", label: rows.decision, hideOnPhone: true, render: ({ decision }) => decision },
    ...(amount
      ? [
          {
            key: "amount",
            label: amount,
            numeric: true,
            render: ({ amount: value }: MovementRow) =>
              value === null ? <span title={words.noFigure}>–</span> : formatNumber(value, locale),
          },
        ]
      : []),
  ];
}

function kindOf({ resized, endKind, origin }: MovementRow, locale: Locale): string {
  if (resized) return movementWords[locale].resized;
  if (endKind) return endWords[locale][endKind];
  return origin ? originWords[locale][origin] : "";
}
