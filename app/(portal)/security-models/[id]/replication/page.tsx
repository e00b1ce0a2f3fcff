import type { Metadata } from "next";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { ReplicationSummary } from "@/components/security-models/replication-summary";
import { ReplicationTree } from "@/components/security-models/replication-tree";
import { TextLink } from "@/components/ui/link";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { replicationWords } from "@/lib/security-models/replication/messages";
import { getReplication } from "@/lib/security-models/replication/queries";
import { readTreeView } from "@/lib/security-models/replication/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: replicationWords[await currentLocale()].treeTitle };
}

export default async function ModelReplicationPage({ params, searchParams }: Props) {
  const [actor, locale, { id }, query] = [
    await requireActor(),
    await currentLocale(),
    await params,
    await searchParams,
  ];
  const [context, view] = [readContext(upToToday(query), actor.role), readTreeView(query)];
  const { model, points, summary } = await load(getReplication, actor, { id, context });
  const words = replicationWords[locale];
  const [record, path] = [`/security-models/${id}`, `/security-models/${id}/replication`];
  return (
    <>
      <FigureContext
        {...{ context, path, locale }}
        asked={query}
        units={[]}
        wholeCity={actor.unitId === null}
        keep={{ view, unit: undefined }}
        show={{ asOf: true }}
      />
      <PageHeader
        title={words.treeTitle}
        back={<TextLink href={href(record, contextParams(context))}>{model.name}</TextLink>}
      />
      <OneView why="anyUnit" locale={locale} />
      <div className="space-y-10">
        <ReplicationTree
          points={points}
          view={view}
          viewHref={(view) => href(path, contextParams(context, { view }))}
          pointsHref={`${href(record, contextParams(context))}#points`}
          locale={locale}
        />
        <ReplicationSummary
          summary={summary}
          asOf={context.asOf}
          boundary={null}
          href={`${path}#tree`}
          locale={locale}
        />
      </div>
    </>
  );
}
