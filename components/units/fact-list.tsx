import { ReasonForm } from "@/components/forms/confirm-form";
import { TabLinks } from "@/components/ui/tabs";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { takeBackFact } from "@/lib/units/profile/actions";
import { factWords, profileWords } from "@/lib/units/profile/messages";
import type { Fact } from "@/lib/units/profile/rules";
import { type FactKind, factKinds } from "@/lib/units/profile/schema";
import { FactValue, factSource, factText } from "./fact-value";

type Props = { facts: readonly Fact[]; kind?: FactKind; path: string; mayWithdraw: boolean; locale: Locale };

/** Every figure that stands, the latest first, with its source; a wrong one is withdrawn with a reason. */
export function FactList({ facts, kind, path, mayWithdraw, locale }: Props) {
  const words = profileWords[locale];
  const shown = facts
    .filter((fact) => kind === undefined || fact.kind === kind)
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  return (
    <div className="space-y-4">
      <TabLinks
        label={words.fields.kind ?? ""}
        tabs={[undefined, ...factKinds].map((value) => ({
          href: href(path, { kind: value }),
          label: value ? factWords[locale][value].label : words.all,
          current: value === kind,
        }))}
      />
      {shown.length === 0 && <p className="border-y py-5 text-sm text-muted">{words.noFacts}</p>}
      <ul className={shown.length > 0 ? "divide-y border-y" : undefined}>
        {shown.map((fact) => (
          <li key={`${fact.id}${fact.kind}${fact.asOf}`} className="space-y-2 py-3 text-sm">
            <p className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span>
                <span className="text-muted">{factWords[locale][fact.kind].label}: </span>
                <span className="text-base font-semibold">
                  <FactValue fact={fact} locale={locale} />
                </span>
              </span>
              <span className="numeral text-muted">{formatDate(fact.asOf)}</span>
            </p>
            <p className="text-muted">
              {words.source}: {factSource(fact, locale)}
              {fact.note && <span className="block">{fact.note}</span>}
            </p>
            {mayWithdraw && fact.id !== null && (
              <ReasonForm
                action={takeBackFact}
                id={fact.id}
                version={fact.version}
                title={words.withdraw}
                consequence={words.withdrawConsequence(
                  `${factWords[locale][fact.kind].label} ${factText(fact, locale)} (${formatDate(fact.asOf)})`,
                )}
                openLabel={words.withdraw}
                submitLabel={words.withdraw}
                locale={locale}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
