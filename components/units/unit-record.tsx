import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { href } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { successionWords, unitsWords, unitTypeWords } from "@/lib/units/messages";
import type { UnitRecord } from "@/lib/units/queries";
import { isDissolved, unitRef } from "@/lib/units/rules";

/** A unit: what it is, where it came from, where it went, and the way to its figures. */
export function UnitView({ unit, locale }: { unit: UnitRecord; locale: Locale }) {
  const words = unitsWords[locale];
  const from = unit.validFrom === null ? words.beforeRecords : `${words.from} ${formatDate(unit.validFrom)}`;
  const until = unit.validTo === null ? words.inForce : `${words.until} ${formatDate(unit.validTo)}`;
  const view = { unit: unitRef(unit), boundary: unit.validTo === null ? "current" : "historical" };
  const split = unit.successors.some(({ kind }) => kind === "part");
  const received = unit.predecessors.some(({ kind }) => kind === "part");
  return (
    <>
      <PageHeader
        title={unit.fullName}
        lead={`${unitTypeWords[locale][unit.type]} · ${words.code} ${unit.code}`}
        back={
          <TextLink href={unit.validTo === null ? "/units" : "/units?state=former"}>{words.title}</TextLink>
        }
        actions={
          <>
            <Button asChild>
              <Link
                href={href(`/units/${view.unit}/areas`, {
                  ...(isDissolved(unit) && { boundary: view.boundary, asOf: unit.validTo ?? undefined }),
                })}
                prefetch={false}
              >
                {words.areas}
              </Link>
            </Button>
            <Button asChild>
              <Link href={href("/", view)} prefetch={false}>
                {words.figures}
              </Link>
            </Button>
          </>
        }
      />
      {split && <Notice className="mb-6">{words.splitNote}</Notice>}
      {received && <Notice className="mb-6">{words.partNote}</Notice>}
      <div className="space-y-10">
        <DefinitionList
          locale={locale}
          items={[
            { term: words.validity, detail: `${from}, ${until.charAt(0).toLowerCase()}${until.slice(1)}` },
            { term: words.formerArea, detail: unit.formerArea },
            ...(unit.validTo === null
              ? [
                  {
                    term: words.area,
                    detail:
                      unit.areaKm2 === null ? words.noData : `${formatNumber(unit.areaKm2, locale)} km²`,
                  },
                  {
                    term: words.population,
                    detail:
                      unit.population === null
                        ? words.noData
                        : `${formatNumber(unit.population, locale)} ${words.people}`,
                  },
                  { term: words.source, detail: words.populationSource },
                ]
              : [{ term: words.district, detail: unit.district }]),
          ]}
        />
        {unit.predecessors.length > 0 && (
          <Lineage title={words.predecessors} edges={unit.predecessors} locale={locale} />
        )}
        {unit.successors.length > 0 && (
          <Lineage title={words.successors} edges={unit.successors} locale={locale} />
        )}
      </div>
    </>
  );
}

function Lineage({
  title,
  edges,
  locale,
}: {
  title: string;
  edges: UnitRecord["predecessors"];
  locale: Locale;
}) {
  const words = unitsWords[locale];
  return (
    <Section title={title}>
      <Table>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <Th>{words.name}</Th>
            <Th>{words.transfer}</Th>
            <Th className="max-sm:hidden">{words.decision}</Th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={edge.ref}>
              <Td>
                <TextLink href={`/units/${edge.ref}`}>{edge.fullName}</TextLink>
                {edge.district && <span className="text-muted"> · {edge.district}</span>}
              </Td>
              <Td>
                {successionWords[locale][edge.kind]}
                {edge.note && <span className="block text-xs text-muted">{edge.note}</span>}
              </Td>
              <Td className="text-muted max-sm:hidden">
                {edge.decision}
                {edge.clause && `, ${words.clause.toLowerCase()} ${edge.clause}`},{" "}
                {formatDate(edge.effectiveOn)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
