import { AreaMap } from "@/components/charts/area-map";
import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { giveUpBoundaries, putBoundariesOnMap } from "@/lib/units/map/boundaries/actions";
import { boundaryWords, shapeFaultWords } from "@/lib/units/map/boundaries/messages";
import type { getBoundarySet } from "@/lib/units/map/boundaries/queries";
import { mapWidth } from "@/lib/units/map/rules";
import { BoundarySetState } from "./boundary-sets";

type Found = Awaited<ReturnType<typeof getBoundarySet>>;
type Props = { found: Found; isNew: boolean; locale: Locale };

/** What was found in a file, how the map would look, and what may be done with it. */
export function BoundarySetPage({ found, isNew, locale }: Props) {
  const words = boundaryWords[locale];
  const { set, map } = found;
  return (
    <>
      <PageHeader
        title={set.source}
        lead={<BoundarySetState state={set.state} locale={locale} />}
        back={<TextLink href="/map/boundaries">{words.backToSets}</TextLink>}
      />
      <div className="space-y-10">
        {isNew && set.state === "draft" && <Notice title={words.uploadedNote}>{words.nothingYet}</Notice>}
        <div className="grid gap-10 xl:grid-cols-2">
          <Report {...{ found, locale }} />
          <Section title={words.preview}>
            <AreaMap
              title={words.preview}
              width={mapWidth}
              height={map.height}
              areas={map.units.map(({ id, name, fullName, d, at, area, official }) => ({
                key: String(id),
                name,
                label: fullName,
                d,
                at,
                area,
                fill: official ? (2 as const) : ("none" as const),
              }))}
              locale={locale}
            />
          </Section>
        </div>
        <Acts {...{ found, locale }} />
      </div>
    </>
  );
}

function Report({ found: { set, missing, map }, locale }: Omit<Props, "isNew">) {
  const words = boundaryWords[locale];
  const { report } = set;
  const number = (value: number) => formatNumber(value, locale);
  const names = new Map(map.units.map(({ ref, fullName }) => [ref, fullName]));
  const unit = (code: string) => `${names.get(code) ?? ""} ${code}`.trim();
  const list = (items: string[], note?: string) =>
    items.length === 0 ? (
      words.nothing
    ) : (
      <>
        <span className="numeral font-medium">{number(items.length)}</span>
        {note !== undefined && `, ${note}`}
        <span className="block text-muted">{items.join(", ")}</span>
      </>
    );
  return (
    <Section
      title={words.check}
      finding={words.checkFinding(number(set.units), number(set.units + missing.length))}
    >
      <DefinitionList
        locale={locale}
        items={[
          { term: words.features, detail: number(report.features) },
          { term: words.matched, detail: number(set.units) },
          {
            term: words.missing,
            detail: list(
              missing.map(({ fullName }) => fullName),
              words.missingNote,
            ),
          },
          { term: words.extra, detail: list(report.extra) },
          { term: words.unnamed, detail: number(report.unnamed) },
          { term: words.duplicates, detail: list(report.duplicates.map(unit), words.duplicatesNote) },
          {
            term: words.faulty,
            detail: list(
              report.faulty.map(({ code, fault }) => `${unit(code)} ${shapeFaultWords[locale][fault]}`),
            ),
          },
          { term: words.points, detail: words.pointsKept(number(report.kept), number(report.points)) },
          { term: words.propertyUsed, detail: report.property },
          { term: words.size, detail: `${number(Math.ceil(set.bytes / 1000))} kB` },
          { term: words.hash, detail: <span className="break-all">{set.sha256}</span> },
          {
            term: words.uploaded,
            detail: [formatTime(set.uploadedAt), set.uploadedBy].filter(Boolean).join(", "),
          },
          ...(set.retiredReason === null ? [] : [{ term: words.reasonGiven, detail: set.retiredReason }]),
        ]}
      />
    </Section>
  );
}

function Acts({ found: { set, missing, may }, locale }: Omit<Props, "isNew">) {
  const words = boundaryWords[locale];
  const number = (value: number) => formatNumber(value, locale);
  const isActive = set.state === "active";
  return (
    <div className="space-y-6 print:hidden">
      {may.activate && (
        <CommandForm
          action={putBoundariesOnMap}
          id={set.id}
          version={set.version}
          title={words.activate}
          submitLabel={set.state === "draft" ? words.activate : words.again}
          labels={words.fields}
          bar="plain"
          locale={locale}
          className="space-y-4"
        >
          <p className="max-w-prose text-sm text-muted">
            {words.activateConsequence(number(set.units), number(missing.length))}
          </p>
        </CommandForm>
      )}
      {may.retire && (
        <ReasonForm
          action={giveUpBoundaries}
          id={set.id}
          version={set.version}
          title={isActive ? words.retire : words.discard}
          consequence={isActive ? words.retireConsequence : words.discardConsequence}
          openLabel={isActive ? words.retire : words.discard}
          submitLabel={isActive ? words.retire : words.discard}
          labels={words.fields}
          locale={locale}
        />
      )}
    </div>
  );
}
