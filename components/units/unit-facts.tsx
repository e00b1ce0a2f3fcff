import Link from "next/link";
import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { factWords, profileWords } from "@/lib/units/profile/messages";
import { type Fact, holdingFacts } from "@/lib/units/profile/rules";
import { factKinds } from "@/lib/units/profile/schema";
import { FactValue, factSource } from "./fact-value";
import type { Profile } from "./unit-profile";

/** How many of the other figures stand on the page; all of them are a click away. */
const mostOthers = 6;

type Props = { profile: Profile; context: Context; locale: Locale };

/** The unit's own figures on the day, each with day and source; those of other sources below, nothing overwritten (T10). */
export function UnitFacts({ profile: { unit, facts, asOf, may }, context, locale }: Props) {
  const words = profileWords[locale];
  const holding = holdingFacts(facts, asOf);
  const others = facts.filter((fact) => holding.get(fact.kind) !== fact);
  const path = `/units/${unit.ref}/facts`;
  return (
    <Section
      id="facts"
      title={words.facts}
      finding={facts.length > 0 ? words.factsFinding : words.noFacts}
      actions={
        may.record && (
          <Button asChild size="small">
            <Link href={path} prefetch={false}>
              {words.record}
            </Link>
          </Button>
        )
      }
    >
      <FigureRow label={words.facts}>
        {factKinds.map((kind) => {
          const fact = holding.get(kind);
          const told = factWords[locale][kind];
          return (
            <Figure
              key={kind}
              name={`unit.${kind.replace("_", "-")}`}
              value={fact?.value ?? null}
              qualifier={fact?.qualifier}
              unit={told.unit}
              label={told.label}
              definition={told.definition}
              source={fact ? factSource(fact, locale) : words.noFacts}
              asOf={fact?.asOf ?? asOf}
              boundary={context.boundary === "historical" ? "historical" : null}
              note={fact?.note ?? undefined}
              href={fact && `${path}?kind=${kind}`}
              locale={locale}
            />
          );
        })}
      </FigureRow>
      {others.length > 0 && (
        <div className="text-sm">
          <h3 className="text-muted">{words.otherSources}</h3>
          <ul>
            {others.slice(0, mostOthers).map((fact) => (
              <OtherFact key={`${fact.id}${fact.kind}${fact.asOf}`} fact={fact} locale={locale} />
            ))}
            {others.length > mostOthers && (
              <li className="flex min-h-11 items-center lg:min-h-8">
                <TextLink href={path}>{words.allFacts(formatNumber(facts.length, locale))}</TextLink>
              </li>
            )}
          </ul>
        </div>
      )}
    </Section>
  );
}

function OtherFact({ fact, locale }: { fact: Fact; locale: Locale }) {
  return (
    <li className="pt-1">
      {factWords[locale][fact.kind].label}: <FactValue fact={fact} locale={locale} />
      <span className="text-muted">
        {" "}
        · <span className="numeral">{formatDate(fact.asOf)}</span> · {factSource(fact, locale)}
      </span>
    </li>
  );
}
