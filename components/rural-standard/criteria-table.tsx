import { Table, Td, Th } from "@/components/ui/table";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { EvidenceFiles } from "@/lib/rural-standard/findings/files/queries";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import type { JudgedCriterion } from "@/lib/rural-standard/findings/queries";
import type { Branch, CriterionState } from "@/lib/rural-standard/findings/rules";
import { Evidence, FilesCount } from "./evidence";
import { StateWord } from "./state-word";

type Props = { branches: Branch<JudgedCriterion>[]; files: EvidenceFiles; caption: string; locale: Locale };

/** Every criterion of a step with its state, its parts below it; on a phone the evidence stands under the name. */
export function CriteriaTable({ branches, files, caption, locale }: Props) {
  const words = findingWords[locale];
  return (
    <Table>
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          <Th>{words.criterion}</Th>
          <Th>{words.state}</Th>
          <Th className="hidden sm:table-cell">{words.judgedOn}</Th>
          <Th className="hidden md:table-cell">{words.evidence}</Th>
          <Th className="hidden lg:table-cell">{words.recordedBy}</Th>
        </tr>
      </thead>
      <tbody>
        {branches.flatMap(({ criterion, parts, state }) => [
          <Row
            key={criterion.id}
            criterion={criterion}
            state={state}
            whole={parts.length > 0}
            files={files}
            locale={locale}
          />,
          ...parts.map((part) => (
            <Row
              key={part.id}
              criterion={part}
              state={part.result ?? "unjudged"}
              part
              files={files}
              locale={locale}
            />
          )),
        ])}
      </tbody>
    </Table>
  );
}

type RowProps = {
  criterion: JudgedCriterion;
  state: CriterionState;
  part?: boolean;
  /** It has parts, which are what is judged. */
  whole?: boolean;
  files: EvidenceFiles;
  locale: Locale;
};

function Row({ criterion, state, part = false, whole = false, files, locale }: RowProps) {
  const words = findingWords[locale];
  const { result, confirmed, waits, waitingEntryId, judgedOn, recordedBy } = criterion;
  const judged = !whole && result !== null;
  return (
    <tr>
      <Th scope="row" className="border-b py-2.5 align-baseline">
        <span className={part ? "flex gap-2 pl-8" : "flex gap-2"}>
          <span className={part ? "numeral shrink-0 text-muted" : "numeral w-6 shrink-0 text-muted"}>
            {criterion.code}
          </span>
          <span className="min-w-0">
            {criterion.name}
            {criterion.group !== null && <span className="block text-xs text-muted">{criterion.group}</span>}
            {judged && (
              <span className="block text-xs text-muted md:hidden">
                <span className="sm:hidden">{judgedOn && formatDate(judgedOn)} · </span>
                <Evidence of={criterion} files={files} locale={locale} />
              </span>
            )}
          </span>
        </span>
      </Th>
      <Td className="w-36">
        <StateWord state={state} waits={judged ? waits : null} confirmed={confirmed} locale={locale} />
        {judged && waitingEntryId !== null && waitingEntryId !== criterion.entryId && (
          <span className="text-xs">
            <FilesCount entryId={waitingEntryId} files={files} locale={locale} />
          </span>
        )}
      </Td>
      <Td className="numeral hidden w-28 whitespace-nowrap sm:table-cell">
        {judged && judgedOn ? formatDate(judgedOn) : ""}
      </Td>
      <Td className="hidden md:table-cell">
        {judged && <Evidence of={criterion} files={files} locale={locale} />}
      </Td>
      <Td className="hidden text-muted lg:table-cell">
        {judged && (recordedBy ?? (confirmed ? words.cityStaff : words.wardStaff))}
      </Td>
    </tr>
  );
}
