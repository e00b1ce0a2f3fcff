import { Section } from "@/components/layout/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { EvidenceFiles } from "@/lib/rural-standard/findings/files/queries";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import type { SecurityYear } from "@/lib/rural-standard/findings/queries";
import { Evidence } from "./evidence";
import { FindingFiles } from "./evidence-files";
import { StateWord } from "./state-word";

type Props = { years: SecurityYear[]; files: EvidenceFiles; locale: Locale };

/** The security criterion year by year; a year nobody judged has no data, which is not "not met" (T17). */
export function SecurityYears({ years, files, locale }: Props) {
  const words = findingWords[locale];
  if (years.length === 0) return null;
  return (
    <Section title={words.security} finding={words.securityNote}>
      <Table>
        <caption className="sr-only">{words.security}</caption>
        <thead className="sr-only">
          <tr>
            <Th>{words.year}</Th>
            <Th>{words.state}</Th>
            <Th>{words.evidence}</Th>
          </tr>
        </thead>
        <tbody className="border-t">
          {years.map((one) => (
            <tr key={one.year}>
              <Th scope="row" className="numeral w-16 border-b py-2.5 align-baseline">
                {one.year}
              </Th>
              <Td className="w-32 sm:w-44">
                {one.result === null ? (
                  <span className="text-muted">{words.noData}</span>
                ) : (
                  <StateWord state={one.result} waits={one.waits} confirmed={one.confirmed} locale={locale} />
                )}
              </Td>
              <Td>
                {one.result !== null && (
                  <>
                    {one.judgedOn !== one.documentDate && one.judgedOn !== null && (
                      <span className="numeral block text-xs text-muted">{formatDate(one.judgedOn)}</span>
                    )}
                    <Evidence of={one} locale={locale} />
                    {one.entryId !== null && (
                      <FindingFiles
                        files={files[one.entryId]}
                        document={one.documentNumber}
                        locale={locale}
                      />
                    )}
                  </>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
