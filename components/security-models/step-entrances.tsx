import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Menu } from "@/components/ui/menu";
import type { Locale } from "@/lib/core/locale";
import type { PointRecord } from "@/lib/security-models/points/queries";
import type { StepKind } from "@/lib/security-models/steps/catalog";
import { stepVerbs, stepWords } from "@/lib/security-models/steps/messages";
import { nextStep, transitionOf } from "@/lib/security-models/steps/rules";

type Props = { point: Pick<PointRecord, "id" | "status">; steps: readonly StepKind[]; locale: Locale };

export const stepHref = (pointId: string, kind: StepKind) =>
  `/security-models/points/${pointId}/steps/${kind}`;

/** The steps that can be taken from here: the one that usually comes next as a button, the others behind one. */
export function StepEntrances({ point, steps, locale }: Props) {
  const words = stepWords[locale];
  const next = steps.length === 1 ? steps[0] : steps.find((kind) => kind === nextStep[point.status]);
  const others = steps.filter((kind) => kind !== next);
  return (
    <>
      {next && (
        <Button asChild variant="primary">
          <Link href={stepHref(point.id, next)} prefetch={false}>
            {stepVerbs[locale][next]}
          </Link>
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          id="steps"
          label={next ? words.other : words.change}
          className={buttonStyle({ variant: next ? "secondary" : "primary" })}
          trigger={
            <>
              {next ? words.other : words.change}
              <ChevronDown aria-hidden />
            </>
          }
        >
          <ul className="-my-2">
            {others.map((kind) => (
              <li key={kind}>
                <Link
                  href={stepHref(point.id, kind)}
                  prefetch={false}
                  className="flex min-h-11 items-center rounded-sm text-base text-green hover:underline lg:min-h-9 lg:text-sm"
                >
                  {stepVerbs[locale][kind]}
                </Link>
              </li>
            ))}
          </ul>
          {others.some((kind) => transitionOf(kind).to === "ended") && (
            <p className="pt-3 text-xs text-muted">{words.endsHint}</p>
          )}
        </Menu>
      )}
    </>
  );
}
