import { randomUUID } from "node:crypto";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import type { CodeItem } from "@/lib/core/code-labels";
import type { Locale } from "@/lib/core/locale";
import { modelWords } from "@/lib/security-models/messages";
import { enterPoint } from "@/lib/security-models/points/actions";
import { pointWords } from "@/lib/security-models/points/messages";
import type { ModelOption, NamedPoint } from "@/lib/security-models/points/queries";
import type { UnitOption } from "@/lib/units/queries";
import type { PointStatus } from "@/prisma/client/enums";
import { PointForm } from "./point-form";

type Props = {
  models: ModelOption[];
  statuses: readonly PointStatus[];
  /** The state the form begins with. */
  status: PointStatus;
  originals: NamedPoint[];
  /** The point it is copied from, where that is known already. */
  original?: NamedPoint;
  lists: Record<"site" | "force", CodeItem[]>;
  modelId?: string;
  units: UnitOption[];
  unitId: number | null;
  back: string;
  locale: Locale;
};

/** The page of a new point, from the list or from its model. */
export function NewPoint({
  models,
  statuses,
  status,
  originals,
  original,
  lists,
  modelId,
  units,
  unitId,
  back,
  locale,
}: Props) {
  const words = pointWords[locale];
  const model = models.find(({ id }) => id === modelId);
  return (
    <>
      <PageHeader
        title={words.create}
        back={<TextLink href={back}>{model?.name ?? modelWords[locale].title}</TextLink>}
      />
      <PointForm
        action={enterPoint}
        id={randomUUID()}
        values={{
          modelId,
          status,
          unitId: unitId ?? undefined,
          ...(original && { origin: "replicated", copiedFromId: original.id, status: "proposed" }),
        }}
        models={models}
        statuses={statuses}
        originals={originals}
        lists={lists}
        units={units}
        title={words.create}
        submitLabel={words.save}
        cancelHref={back}
        locale={locale}
      />
    </>
  );
}
