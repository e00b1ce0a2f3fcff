import { ReasonForm } from "@/components/forms/confirm-form";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { takeBackChange } from "@/lib/units/changes/actions";
import { changeKindWords, changeWords, dependentLabel, summaryOf } from "@/lib/units/changes/messages";
import type { getChange, Hanging } from "@/lib/units/changes/queries";
import { dependentHref } from "@/lib/units/changes/rules";
import { ChangeAnswers } from "./change-answers";
import { ChangeEffects } from "./change-effects";
import { ChangeStateWord } from "./change-state";

type Props = { found: Awaited<ReturnType<typeof getChange>>; saved: boolean; locale: Locale };

/** A change as it was carried out, what became of it, and the way to take it back while nothing hangs on it. */
export function ChangeRecord({ found, saved, locale }: Props) {
  const { change, state, hanging, may } = found;
  const words = changeWords[locale];
  const entered = words.madeAt(change.createdBy ?? words.somebody, formatTime(change.createdAt));
  return (
    <>
      <PageHeader
        title={summaryOf(change.made)}
        lead={
          <span className="inline-flex flex-wrap items-baseline gap-x-3">
            <ChangeStateWord state={state} locale={locale} />
            <span>
              {changeKindWords[locale][change.kind]} · {words.madeBy} {entered}
            </span>
          </span>
        }
        back={<TextLink href="/units/changes">{words.title}</TextLink>}
      />
      {saved && !change.undone && (
        <Notice
          title={`${state === "waiting" ? words.savedWaiting : words.saved} ${formatTime(change.createdAt)}`}
          className="mb-6"
        />
      )}
      {change.undoneAt && (
        <Notice
          tone="attention"
          title={words.undoneTitle(formatTime(change.undoneAt), change.undoneBy ?? words.somebody)}
          className="mb-6"
        >
          <span className="whitespace-pre-line">{change.undoneReason}</span>
        </Notice>
      )}
      <div className="max-w-4xl space-y-10">
        <ChangeAnswers
          change={{ ...change, clause: change.made.input.clause }}
          told={change.made}
          state={state}
          linked={!change.undone}
          locale={locale}
        />
        <ChangeEffects
          told={change.made}
          effectiveOn={change.effectiveOn}
          asOf={`${words.asMade}: ${formatTime(change.createdAt)}`}
          locale={locale}
        />
        {may.undo &&
          (hanging.length > 0 ? (
            <InTheWay hanging={hanging} locale={locale} />
          ) : (
            <ReasonForm
              action={takeBackChange}
              id={change.id}
              version={change.version}
              title={words.undo}
              consequence={words.undoConsequence}
              openLabel={words.undo}
              submitLabel={words.undo}
              locale={locale}
            />
          ))}
      </div>
    </>
  );
}

/** What keeps a change from being undone, each with the way to it. */
function InTheWay({ hanging, locale }: { hanging: Hanging[]; locale: Locale }) {
  const words = changeWords[locale];
  const told = hanging.map((item) => {
    if (item.what === "later")
      return {
        href: `/units/changes/${item.changeId}`,
        line: words.laterChange(item.unit),
      };
    if (item.what === "code")
      return { href: `/units/${item.ref}`, line: words.codeHeld(item.code, item.unit) };
    const { source, ref, count, unit } = item;
    return {
      href: dependentHref(source, ref),
      line: words.dependent(formatNumber(count, locale), dependentLabel(source, locale), unit),
    };
  });
  return (
    <Notice title={words.cannotUndo}>
      <p>{words.cannotUndoHint}</p>
      <ul className="list-disc space-y-1 pt-2 pl-5">
        {told.map(({ href, line }) => (
          <li key={line}>
            <TextLink href={href}>{line}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
