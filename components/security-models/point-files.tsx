import { AttachedFiles } from "@/components/files/attached-files";
import type { FilesTold } from "@/lib/core/attachment-input";
import type { Locale } from "@/lib/core/locale";
import { takePointFileAway } from "@/lib/security-models/points/files/actions";
import type { listPointFiles } from "@/lib/security-models/points/files/queries";

type Props = {
  pointId: string;
  attached: Awaited<ReturnType<typeof listPointFiles>>;
  told: FilesTold;
  locale: Locale;
};

/** Photos and documents of a point: how the place looks, what was decided and signed there. */
export function PointFiles({ pointId, attached, told, locale }: Props) {
  const route = `/api/security-models/points/${pointId}/files`;
  return (
    <AttachedFiles
      {...attached}
      {...{ told, locale }}
      upload={route}
      from={`${route}/`}
      remove={takePointFileAway}
      withReason
    />
  );
}
