import { describe, expect, it } from "vitest";
import { transitions } from "@/lib/security-models/steps/catalog";
import { useDatabase } from "@/tests/database";

const db = useDatabase();

describe("the table of transitions", () => {
  it("says the same to the database as to the screen (S21)", async () => {
    const { rows } = await db.owner.query(
      `SELECT kind::text, from_status::text AS from, to_status::text AS to, by_city, needs_decision, needs_minutes, needs_reason FROM point_transition`,
    );
    const ours = transitions.flatMap(({ kind, from, to, by, needs }) =>
      from.map((status) => ({
        kind,
        from: status,
        to,
        by_city: by === "city",
        needs_decision: needs.includes("decision" as never),
        needs_minutes: needs.includes("minutes" as never),
        needs_reason: needs.includes("reason" as never),
      })),
    );
    const key = (row: { kind: string; from: string }) => `${row.kind} ${row.from}`;
    const sorted = <T extends { kind: string; from: string }>(list: T[]) =>
      [...list].sort((a, b) => key(a).localeCompare(key(b)));
    expect(sorted(rows)).toEqual(sorted(ours));
  });
});
