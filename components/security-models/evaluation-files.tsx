import { AttachedFiles } from "@/components/files/attached-files";
import type { FilesTold } from "@/lib/core/attachment-input";
import type { Locale } from "@/lib/core/locale";
import { takeEvaluationFileAway } from "@/lib/security-models/evaluations/files/actions";
import type { getSheet } from "@/lib/security-models/evaluations/sheets/queries";

type Props = { found: Awaited<ReturnType<typeof getSheet>>; told: FilesTold; locale: Locale };

/** Photos and documents that a sheet rests on: they come after it was sent and stand once the city has confirmed it. */
export function EvaluationFiles({ found: { campaign, point, files, may }, told, locale }: Props) {
  const route = `/api/security-models/evaluations/${campaign.id}/points/${point.id}/files`;
  return (
    <AttachedFiles
      {...{ files, may, told, locale }}
      upload={route}
      from={`${route}/`}
      remove={takeEvaluationFileAway}
      withReason
    />
  );
}
