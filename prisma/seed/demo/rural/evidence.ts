import { formatDate } from "@/lib/core/format";
import type { DemoContext } from "../context";
import { demoId } from "../identity";
import { demoPdf } from "../pdf";
import { storedFile } from "../stored-files";
import { cityKeeper } from "../users";
import type { demoFindings } from "./findings";

/** The reviews from this day on have their minutes as a file: every third, and Phú Lợi's. */
const since = "2025-11-01";
const always = "31510";

/** Minutes of some reviews, as a page that says it is an example. */
export function demoEvidence({ units }: DemoContext, findings: ReturnType<typeof demoFindings>) {
  const entries = [...new Map(findings.map((finding) => [finding.entryId, finding])).values()];
  const unitOf = new Map(units.all.map((unit) => [unit.id, unit]));
  return entries
    .filter(({ judgedOn }) => judgedOn >= since)
    .filter(({ unitId }, at) => at % 3 === 0 || unitOf.get(unitId)?.code === always)
    .map(({ entryId, unitId, documentNumber, judgedOn, recordedById, createdAt }) => {
      const unit = unitOf.get(unitId);
      if (!unit) throw new Error(`no unit of ${entryId}`);
      const content = demoPdf([
        "DỮ LIỆU MINH HỌA",
        `Biên bản ${documentNumber}, ngày ${formatDate(judgedOn)}`,
        `Đánh giá theo tiêu chí: ${unit.fullName}`,
        "Không phải văn bản thật, không có giá trị pháp lý.",
      ]);
      return storedFile(
        {
          id: demoId("evidence", entryId),
          findingEntryId: entryId,
          unitId,
          kind: "document",
          mediaType: "application/pdf",
          name: `Biên bản đánh giá ${judgedOn.slice(0, 4)} (minh họa).pdf`,
          createdById: recordedById ?? cityKeeper,
          createdAt,
        },
        content,
      );
    });
}
