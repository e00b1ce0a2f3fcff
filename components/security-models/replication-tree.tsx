import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import type { Locale } from "@/lib/core/locale";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { TreePoint } from "@/lib/security-models/replication/queries";
import { fitting, growTrees } from "@/lib/security-models/replication/rules";
import { ReplicationDrawing } from "./replication-drawing";
import { ReplicationList } from "./replication-list";

type Props = {
  points: readonly TreePoint[];
  view: "drawing" | "list";
  viewHref: (view: "drawing" | "list") => string;
  pointsHref: string;
  locale: Locale;
};

/** As many points as a drawing can be read with, and a list of the ones that stand alone. */
const most = { drawn: 400, alone: 200 };

/** A model's trees of copies: drawn on a desk, a list in lists on a phone or on wish; then what has no known original. */
export function ReplicationTree({ points, view, viewHref, pointsHref, locale }: Props) {
  const words = replicationWords[locale];
  const trees = growTrees(points);
  const { shown, left } = fitting(trees, most.drawn);
  const alone = trees.filter(({ size }) => size === 1);
  const inTrees = points.length - alone.length;
  return (
    <div className="space-y-8">
      <Section
        id="tree"
        title={words.pointsTitle}
        finding={shown.length > 0 ? words.treeFinding(shown.length + left, inTrees) : undefined}
        actions={
          shown.length > 0 && (
            <span className="hidden lg:inline">
              <Segments
                label={words.view}
                segments={(["drawing", "list"] as const).map((value) => ({
                  href: viewHref(value),
                  label: words[value],
                  current: value === view,
                }))}
              />
            </span>
          )
        }
      >
        {shown.length === 0 ? (
          <EmptyState
            title={words.noTrees}
            detail={words.noTreesHint}
            action={<TextLink href={pointsHref}>{words.toPoints}</TextLink>}
          />
        ) : (
          <>
            {view === "drawing" && (
              <div className="hidden lg:block">
                <ReplicationDrawing trees={shown} locale={locale} />
              </div>
            )}
            <div className={view === "drawing" ? "lg:hidden" : undefined}>
              <ReplicationList trees={shown} locale={locale} />
            </div>
          </>
        )}
        {left > 0 && (
          <p className="text-sm text-muted">
            {words.treesLeft(left)} <TextLink href={pointsHref}>{words.toPoints}</TextLink>
          </p>
        )}
      </Section>
      {alone.length > 0 && (
        <Disclosure summary={words.alone(alone.length)}>
          <p className="max-w-prose pb-3 text-sm text-muted">{words.aloneHint}</p>
          <ReplicationList trees={alone.slice(0, most.alone)} locale={locale} />
          {alone.length > most.alone && (
            <p className="pt-3 text-sm">
              <TextLink href={pointsHref}>{words.toPoints}</TextLink>
            </p>
          )}
        </Disclosure>
      )}
    </div>
  );
}
