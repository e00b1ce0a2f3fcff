import type { ComponentProps } from "react";
import { ChangeAnswers } from "./change-answers";
import { ChangeEffects } from "./change-effects";

type Props = Omit<ComponentProps<typeof ChangeAnswers>, "told" | "mend" | "linked"> &
  Pick<ComponentProps<typeof ChangeEffects>, "told">;

/** A change before it is carried out: each answer with the way back to it, then all it touches. */
export const ChangeCheck = ({ change, told, state, locale }: Props) => (
  <>
    <ChangeAnswers change={change} told={told} state={state} mend locale={locale} />
    <ChangeEffects told={told} effectiveOn={change.effectiveOn} locale={locale} />
  </>
);
