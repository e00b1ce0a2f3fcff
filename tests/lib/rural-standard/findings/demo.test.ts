import { describe, expect, it } from "vitest";
import { levels } from "@/lib/rural-standard/catalog";
import { leaves } from "@/lib/rural-standard/findings/rules";
import { demoContext } from "@/prisma/seed/demo/context";
import { demoFindings } from "@/prisma/seed/demo/rural/findings";
import { demoRuralRecognitions } from "@/prisma/seed/demo/rural/recognitions";
import { demoUrban } from "@/prisma/seed/demo/rural/urban";
import { referenceCriteria } from "@/prisma/seed/reference/lists";

const context = demoContext("2026-11-26");
const steps = demoRuralRecognitions(context);
const urban = demoUrban(context);
const findings = demoFindings(context, steps, new Set(urban.map(({ unitId }) => unitId)));
const criteria = leaves(referenceCriteria().map(({ communeGroup: group, ...one }) => ({ ...one, group })));
const latest = new Map(
  [...findings]
    .sort((a, b) => a.judgedOn.localeCompare(b.judgedOn))
    .map((finding) => [`${finding.unitId} ${finding.criterionId}`, finding]),
);

describe("the demo's findings", () => {
  it("let a commune that has a step meet all its criteria, and lack something for the next", () => {
    for (const { unitId, level } of steps)
      for (const criterion of criteria.filter((one) => one.setKey === "2021-2025" && one.level === level))
        expect(latest.get(`${unitId} ${criterion.id}`)?.result, `${unitId} ${level} ${criterion.code}`).toBe(
          "met",
        );
    const held = new Set(steps.map(({ unitId, level }) => `${unitId} ${level}`));
    for (const unit of context.units.on("2025-06-30").filter(({ type }) => type === "commune"))
      for (const level of levels.filter((one) => !held.has(`${unit.id} ${one}`))) {
        const asked = criteria.filter((one) => one.setKey === "2021-2025" && one.level === level);
        expect(asked.every(({ id }) => latest.get(`${unit.id} ${id}`)?.result === "met")).toBe(false);
      }
  });
  it("never lie outside the days of their set, nor twice under one id", () => {
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(findings.length).toBeGreaterThan(4_000);
    for (const { criterionId, judgedOn } of findings) {
      const { setKey } = criteria.find(({ id }) => id === criterionId) ?? { setKey: "" };
      expect(setKey).not.toBe("");
      if (setKey === "2021-2025") expect(judgedOn >= "2022-01-01" && judgedOn <= "2026-02-14").toBe(true);
      if (setKey === "2026-2030") expect(judgedOn >= "2026-02-15").toBe(true);
    }
  });
});
