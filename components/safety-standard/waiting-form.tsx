import { CommandForm } from "@/components/forms/command-form";
import { DateField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { countedKinds } from "@/lib/safety-standard/catalog";
import { safetyKindWords, safetyWords } from "@/lib/safety-standard/messages";
import { proposeForSafety, recognizeSafety } from "@/lib/safety-standard/records/actions";
import { recordWords } from "@/lib/safety-standard/records/messages";
import type { listWaiting } from "@/lib/safety-standard/records/queries";
import { ChosenField } from "./chosen-field";
import { DecisionFields } from "./decision-fields";

type Props = {
  act: "propose" | "recognize";
  found: Awaited<ReturnType<typeof listWaiting>>;
  year: number;
  locale: Locale;
};

/** Several at once: what was scored is proposed, what was proposed is recognised by one decision. */
export function WaitingPage({ act, found, year, locale }: Props) {
  const words = recordWords[locale];
  const { unit, rows } = found;
  const back = href(`/safety-standard/${unit.ref}`, { year: String(year) });
  const title = act === "propose" ? words.proposeTitle : words.recognizeTitle;
  const groups = countedKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    return {
      label: `${safetyKindWords[locale][kind]} (${formatNumber(own.length, locale)})`,
      options: own.map(({ id: value, name, score }) => ({
        value,
        label: score === null ? name : `${name} · ${words.points(formatNumber(score, locale))}`,
        chosen: true,
      })),
    };
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={`${unit.fullName}, ${safetyWords[locale].yearOf(year).toLowerCase()}`}
        back={<TextLink href={back}>{unit.fullName}</TextLink>}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={act === "propose" ? words.proposeNone : words.recognizeNone}
          detail={act === "propose" ? words.proposeNoneHint : words.recognizeNoneHint}
          action={<TextLink href={back}>{unit.fullName}</TextLink>}
        />
      ) : (
        <CommandForm
          action={act === "propose" ? proposeForSafety : recognizeSafety}
          title={title}
          submitLabel={act === "propose" ? words.proposeSubmit : words.recognizeSubmit}
          cancelHref={back}
          labels={words.fields}
          className="max-w-4xl"
          locale={locale}
        >
          <ChosenField name="chosen" groups={groups} />
          {act === "propose" ? (
            <DateField
              name="proposedOn"
              label={words.fields.proposedOn}
              defaultValue={today()}
              max={today()}
              locale={locale}
            />
          ) : (
            <DecisionFields signer={words.signers.commune(unit.fullName)} locale={locale} />
          )}
        </CommandForm>
      )}
    </>
  );
}
