import { ReasonForm } from "@/components/forms/confirm-form";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { takeFindingBack } from "@/lib/rural-standard/findings/actions";
import type { EvidenceFiles } from "@/lib/rural-standard/findings/files/queries";
import { findingWords, resultWords } from "@/lib/rural-standard/findings/messages";
import type { FindingRecord } from "@/lib/rural-standard/findings/queries";
import { Evidence } from "./evidence";
import { FindingFiles } from "./evidence-files";

type Props = {
  findings: FindingRecord[];
  files: EvidenceFiles;
  /** Whose findings may be taken back: all for the city, for a ward those that wait. */
  may: { withdraw: boolean; confirm: boolean };
  locale: Locale;
};

/** Every finding as it was recorded, the latest first; none was ever changed. */
export function FindingHistory({ findings, files, may, locale }: Props) {
  const words = findingWords[locale];
  if (findings.length === 0) return null;
  return (
    <Disclosure summary={words.history(formatNumber(findings.length, locale))}>
      <ol className="border-t text-sm">
        {findings.map((finding) => (
          <li key={finding.id} className="space-y-1 border-b py-3">
            <p className={finding.stands ? undefined : "text-muted"}>
              <span className="numeral">{formatDate(finding.judgedOn ?? "")}</span> ·{" "}
              <span className="numeral">{finding.code}</span> {finding.name}:{" "}
              <span className="font-medium">{resultWords[locale][finding.result]}</span>
              {", "}
              {finding.withdrawnReason !== null
                ? words.withdrawn(finding.withdrawnReason)
                : finding.stands
                  ? words.stands
                  : finding.waits
                    ? words.waits
                    : words.replaced}
              {finding.stands && finding.waits && ` (${words.waits})`}
            </p>
            <p className="text-xs text-muted">
              <Evidence of={finding} locale={locale} /> ·{" "}
              {finding.recordedBy ?? (finding.confirmed ? words.cityStaff : words.wardStaff)}
            </p>
            {finding.entryId !== null && (
              <FindingFiles
                files={files[finding.entryId]}
                document={finding.documentNumber}
                locale={locale}
              />
            )}
            {may.withdraw && (finding.stands || finding.waits) && (may.confirm || !finding.confirmed) && (
              <ReasonForm
                action={takeFindingBack}
                id={finding.id}
                version={finding.version}
                title={words.withdraw}
                consequence={words.withdrawConsequence(finding.code, finding.name)}
                openLabel={words.withdraw}
                submitLabel={words.withdraw}
                labels={words.fields}
                locale={locale}
              />
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
