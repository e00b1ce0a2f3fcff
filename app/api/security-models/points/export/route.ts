import type { Actor } from "@/lib/core/access";
import { dataHeaders, disposition, sentence, tell } from "@/lib/core/answers";
import { AppError } from "@/lib/core/errors";
import { formatDate } from "@/lib/core/format";
import { isDemo } from "@/lib/core/installation";
import { countUse } from "@/lib/core/limits";
import { currentLocale } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";
import { sheetType, streamSheet } from "@/lib/core/sheets";
import { sheetFacts } from "@/lib/security-models/points/list/export/messages";
import { exportedPoints, exportPoints } from "@/lib/security-models/points/list/export/queries";
import { type PointColumn, sheetColumns } from "@/lib/security-models/points/list/export/sheet";
import { filterLabels, listWords } from "@/lib/security-models/points/list/messages";
import { shownColumns } from "@/lib/security-models/points/list/rules";
import { addressParams, readColumns, readView } from "@/lib/security-models/points/list/schema";

const perHour = { points: 20, duration: 3_600 };
const rowsAtOnce = 1_000;

/** Exactly what the list shows under the same parameters, all pages of it, as a workbook. */
export async function GET(request: Request) {
  const locale = await currentLocale();
  const words = listWords[locale];
  try {
    const actor = await actionActor();
    await countUse("export", actor.userId, perHour);
    const { search, searchParams } = new URL(request.url);
    const { context, ...choice } = readView(search, actor.role);
    const columns = shownColumns(readColumns(addressParams(searchParams)));
    const found = await exportPoints(actor, { context, ...choice });
    const { lists, indicators, totals, unitName } = found;
    const indicator = indicators.find(({ id }) => id === choice.indicator);
    const described = sheetColumns(columns, {
      lists,
      locale,
      indicator: indicator && `${indicator.name} (${indicator.unitLabel})`,
    });
    const facts = sheetFacts(
      {
        totals,
        asOf: context.asOf,
        boundary: context.boundary,
        unitName,
        wholeCity: actor.unitId === null,
        filters: filterLabels(choice, found, locale).map(({ label }) => label),
        who: actor.name,
        isDemo: await isDemo(),
      },
      locale,
    );
    const sheet = {
      name: words.title,
      title: words.title,
      facts,
      columns: described,
      rows: rowsOf(actor, found.ids, described, {
        asOf: context.asOf,
        indicator: indicator?.id,
        sessions: columns.includes("lastSession"),
      }),
    };
    const name = `${words.title} ${formatDate(context.asOf).replaceAll("/", "-")}.xlsx`;
    return new Response(streamSheet(sheet), {
      headers: {
        ...dataHeaders,
        "content-type": sheetType,
        "content-disposition": disposition("attachment", name),
      },
    });
  } catch (error) {
    const unknown = error instanceof AppError && error.code === "invalid";
    const refused = unknown ? new AppError("not-found") : error;
    const { status, message } = tell(refused, exportPoints.permission, listWords, locale);
    return sentence(status, message);
  }
}

type Part = { asOf: string; indicator?: string; sessions: boolean };

/** The rows of all ids, read a part at a time as the workbook takes them. */
async function* rowsOf(actor: Actor, ids: readonly string[], columns: readonly PointColumn[], part: Part) {
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const rows = await exportedPoints(actor, { ...part, ids: ids.slice(at, at + rowsAtOnce) });
    yield rows.map((row) => columns.map(({ value }) => value(row)));
  }
}
