import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { codeLabels } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { formerAreaName, unitsWords, unitTypeWords } from "@/lib/units/messages";
import { profileWords } from "@/lib/units/profile/messages";
import type { getUnitProfile } from "@/lib/units/profile/queries";
import { isDissolved, unitRef } from "@/lib/units/rules";
import { LineageSection } from "./lineage-section";
import { UnitFacts } from "./unit-facts";
import { UnitPosts } from "./unit-posts";

export type Profile = Awaited<ReturnType<typeof getUnitProfile>>;
type Props = {
  profile: Profile;
  context: Context;
  locale: Locale;
  /** What the movement has there, between the facts and the lineage. */
  children?: ReactNode;
};

/** A unit as of a day: what it is and was, its figures, its posts, where it came from and went. */
export function UnitProfile({ profile, context, locale, children }: Props) {
  const { unit, existed, lineage, may } = profile;
  const words = profileWords[locale];
  return (
    <>
      <PageHeader
        title={unit.fullName}
        lead={<Lead profile={profile} context={context} locale={locale} />}
        back={<TextLink href={href("/units", { asOf: profile.asOf })}>{unitsWords[locale].title}</TextLink>}
        actions={
          <>
            {may.update && (
              <Button asChild>
                <Link href={`/units/${unit.ref}/edit`} prefetch={false}>
                  {words.updateProfile}
                </Link>
              </Button>
            )}
            <Button asChild>
              <Link
                href={href(`/units/${unit.ref}/areas`, { boundary: context.boundary, asOf: profile.asOf })}
                prefetch={false}
              >
                {unitsWords[locale].areas}
              </Link>
            </Button>
            <Button asChild>
              <Link href={href("/", contextParams(context))} prefetch={false}>
                {words.openFigures}
              </Link>
            </Button>
          </>
        }
      />
      {existed ? (
        <Divisions profile={profile} locale={locale} />
      ) : (
        <NotThen profile={profile} locale={locale} />
      )}
      <div className="space-y-12">
        {existed && (
          <>
            <UnitFacts profile={profile} context={context} locale={locale} />
            {children}
            <div className="grid gap-x-12 gap-y-12 xl:grid-cols-2">
              <Identity profile={profile} locale={locale} />
              <UnitPosts posts={profile.posts} locale={locale} />
            </div>
          </>
        )}
        <LineageSection lineage={lineage} unitId={unit.id} asOf={profile.asOf} locale={locale} />
      </div>
    </>
  );
}

/** What it is, and where it lies: under today's unit, or in the district and province of its time (T6). */
function Lead({ profile: { unit, asOf, carrier }, context, locale }: Omit<Props, "children">) {
  const [words, units] = [profileWords[locale], unitsWords[locale]];
  const then = [unit.district, unit.province ?? unit.formerArea].filter(Boolean).join(", ");
  const dot = "before:px-2 before:content-['·']";
  return (
    <p>
      {unitTypeWords[locale][unit.type]}
      <span className={dot}>
        {units.code} <span className="numeral">{unit.code}</span>
      </span>
      <span className={dot}>{words.asOf(formatDate(asOf))}</span>
      {context.boundary === "current" && carrier && (
        <span className={dot}>
          {words.nowUnder} <TextLink href={`/units/${carrier.ref}`}>{carrier.fullName}</TextLink>
        </span>
      )}
      {(context.boundary === "historical" || !carrier) && then !== "" && (
        <span className={dot}>{carrier || isDissolved(unit) ? `${words.thenUnder} ${then}` : then}</span>
      )}
    </p>
  );
}

/** There was no such unit on the day: who was there instead, and the way to a day on which there was. */
function NotThen({ profile: { unit, asOf, instead, lineage }, locale }: Pick<Props, "profile" | "locale">) {
  const words = profileWords[locale];
  const before = unit.validFrom !== null && asOf < unit.validFrom;
  const own = before ? unit.validFrom : unit.validTo;
  const title = before
    ? words.notYet(unit.fullName, formatDate(asOf), formatDate(unit.validFrom ?? asOf))
    : words.noMore(unit.fullName, formatDate(asOf), formatDate(unit.validTo ?? asOf));
  const known = lineage.units.length > 1 && instead.length > 0;
  return (
    <Notice tone="attention" title={title} className="mb-8">
      <p>
        {known
          ? before
            ? words.insteadBefore(formatNumber(instead.length, locale))
            : words.insteadAfter
          : words.insteadNone}
      </p>
      <ul className="flex flex-wrap gap-x-6">
        {instead.map((other) => (
          <li key={other.id} className="flex min-h-11 items-center lg:min-h-7">
            {other.inReach ? (
              <TextLink href={href(`/units/${unitRef(other)}`, { asOf })}>{other.fullName}</TextLink>
            ) : (
              other.fullName
            )}
            {other.district && <span className="pl-1.5 text-muted">{other.district}</span>}
          </li>
        ))}
      </ul>
      {own && (
        <p className="flex min-h-11 items-center lg:min-h-7">
          <TextLink href={href(`/units/${unit.ref}`, { asOf: own })}>
            {words.ownDay(formatDate(own))}
          </TextLink>
        </p>
      )}
    </Notice>
  );
}

/** Where a division leaves figures with another unit than the land, both say so (T4). */
function Divisions({ profile: { unit, lineage }, locale }: Pick<Props, "profile" | "locale">) {
  const words = unitsWords[locale];
  const left = lineage.edges.some(({ from, kind }) => from === unit.id && kind === "part");
  const received = lineage.edges.some(({ to, kind }) => to === unit.id && kind === "part");
  return (
    <>
      {left && <Notice className="mb-6">{words.splitNote}</Notice>}
      {received && <Notice className="mb-6">{words.partNote}</Notice>}
    </>
  );
}

function Identity({ profile: { unit, text, groups }, locale }: Pick<Props, "profile" | "locale">) {
  const [words, units] = [profileWords[locale], unitsWords[locale]];
  const labels = codeLabels(groups, locale);
  const from = unit.validFrom === null ? units.beforeRecords : `${units.from} ${formatDate(unit.validFrom)}`;
  const until =
    unit.validTo === null ? units.inForce.toLowerCase() : `${units.until} ${formatDate(unit.validTo)}`;
  return (
    <Section title={words.identity}>
      <DefinitionList
        locale={locale}
        items={[
          { term: words.validity, detail: `${from}, ${until}` },
          { term: units.formerArea, detail: unit.formerArea && formerAreaName(unit.formerArea, locale) },
          ...(unit.district ? [{ term: units.district, detail: unit.district }] : []),
          ...(unit.clause ? [{ term: words.clause, detail: unit.clause }] : []),
          {
            term: words.ethnic,
            detail: text?.ethnicGroups.map((group) => labels[group] ?? group).join(" – "),
          },
          {
            term: words.introduction,
            detail: text?.introduction && <span className="whitespace-pre-line">{text.introduction}</span>,
          },
        ]}
      />
    </Section>
  );
}
