import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/locale";
import { modelWords, recognitionWords } from "@/lib/security-models/messages";
import type { RecognitionLevel } from "@/prisma/client/enums";

type Props = { level: RecognitionLevel | null; nationwide: boolean; locale: Locale };

/** Who recognised a model; a nationwide one is marked as such. */
export function RecognitionBadge({ level, nationwide, locale }: Props) {
  if (!level) return null;
  return (
    <Badge tone={level === "ministry" ? "good" : "muted"}>
      {recognitionWords[locale][level]}
      {nationwide && ` · ${modelWords[locale].nationwide.toLowerCase()}`}
    </Badge>
  );
}
