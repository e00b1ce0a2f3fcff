import type { Metadata } from "next";
import { AwardsOfModel } from "@/components/awards/awards-of-model";
import { LinkedSessions } from "@/components/outreach-sessions/linked-sessions";
import { MergeNotice } from "@/components/security-models/merge-notice";
import { ModelEnds, ModelProfile } from "@/components/security-models/model-profile";
import { ModelView } from "@/components/security-models/model-view";
import { FigureContext } from "@/components/units/figure-context";
import { awardsOfModel } from "@/lib/awards/queries";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { linkedSessions } from "@/lib/outreach-sessions/queries";
import { modelWords } from "@/lib/security-models/messages";
import { getProfile } from "@/lib/security-models/profile/queries";
import { getModel } from "@/lib/security-models/queries";
import { readModelView } from "@/lib/security-models/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].title };
}

export default async function ModelPage({ params, searchParams }: Props) {
  const [actor, locale, { id }, asked] = [
    await requireActor(),
    await currentLocale(),
    await params,
    await searchParams,
  ];
  const context = readContext(upToToday(asked), actor.role);
  const { state } = readModelView(asked);
  const found = await load(getModel, actor, { id, context, state });
  const profile = await load(getProfile, actor, { id, context });
  const merged = found.model.mergedInto !== null;
  return (
    <>
      <FigureContext
        {...{ asked, context, locale }}
        path={`/security-models/${id}`}
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={{ state }}
        show={{ unit: true, period: true, boundary: true, asOf: true }}
      />
      <ModelView
        {...{ found, context, state, locale }}
        saved={one(asked.saved) === "1"}
        own={actor.unitId !== null}
        notice={<MergeNotice model={found.model} from={profile.mergedFrom} locale={locale} />}
      >
        <ModelProfile {...{ profile, context, locale }} modelId={id} />
        <div className="grid gap-x-12 gap-y-12 xl:grid-cols-2">
          <LinkedSessions
            found={await load(linkedSessions, actor, { context, model: id })}
            of={{ model: id }}
            {...{ context, locale }}
          />
          <AwardsOfModel
            found={await load(awardsOfModel, actor, { context, model: id })}
            modelId={id}
            {...{ context, locale }}
          />
        </div>
      </ModelView>
      <ModelEnds modelId={id} merged={merged} may={profile.may} locale={locale} />
    </>
  );
}
