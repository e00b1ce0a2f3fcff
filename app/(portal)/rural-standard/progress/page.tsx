import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { BaseChoice } from "@/components/rural-standard/base-choice";
import { ProgressAreas } from "@/components/rural-standard/progress-areas";
import { ProgressTargets } from "@/components/rural-standard/progress-targets";
import { ProgressYears } from "@/components/rural-standard/progress-years";
import { RuralTabs } from "@/components/rural-standard/rural-tabs";
import { TargetForm } from "@/components/rural-standard/target-form";
import { Notice } from "@/components/ui/alert";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { contextParams } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { progressWords } from "@/lib/rural-standard/progress/messages";
import { getProgress } from "@/lib/rural-standard/progress/queries";
import { readProgress } from "@/lib/rural-standard/progress/schema";

const path = "/rural-standard/progress";

export async function generateMetadata(): Promise<Metadata> {
  return { title: progressWords[await currentLocale()].title };
}

export default async function ProgressPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(params, actor.role);
  const { base = "former", group: asked = "province" } = readProgress(params);
  const group = base === "current" && asked === "district" ? "province" : asked;
  const found = await load(getProgress, actor, { context, base, group });
  const keep = { base: base === "former" ? undefined : base, group };
  const words = progressWords[locale];
  return (
    <>
      <FigureContext
        {...{ context, path, keep, locale }}
        asked={params}
        units={found.units}
        wholeCity={actor.unitId === null}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      <PageHeader title={words.title} lead={words.lead} />
      <RuralTabs current="progress" keep={contextParams(context)} locale={locale} />
      {one(params.saved) === "1" && <Notice title={words.saved} className="mb-6" />}
      <BaseChoice {...{ base, context, path, keep: { group }, locale }} />
      <div className="space-y-12">
        <ProgressYears years={found.years} {...{ context, base, locale }} />
        <ProgressAreas rows={found.groups} {...{ group, context, base, path, locale }} />
        <ProgressTargets
          targets={found.targets}
          years={found.years}
          form={found.may.setTargets && <TargetForm id={randomUUID()} base={base} locale={locale} />}
          locale={locale}
        />
      </div>
    </>
  );
}
