import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { isKnownDay } from "@/lib/core/days";
import { text } from "@/lib/core/fields";
import { type Permission, policy } from "@/lib/core/policy";

/** What is recorded besides the permissions: the doors before anybody is known, the filling of a demonstration, a scan that came late, a file that came with its record. */
export const doorActions = [
  "sign-in",
  "sign-out",
  "set-up",
  "origin",
  "seed.demo",
  "outreach-sessions.files.scan",
  "security-models.points.files.scan",
  "security-models.evaluations.files.scan",
  "rural-standard.findings.files.add",
  "rural-standard.findings.files.scan",
] as const;
export type AuditAction = Permission | (typeof doorActions)[number];
export const auditActions: readonly AuditAction[] = [
  ...(Object.keys(policy) as Permission[]),
  ...doorActions,
];

export const auditOutcomes = ["done", "refused"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** What the log can be narrowed to. */
export const auditFilter = z.object({
  from: z.string().refine(isKnownDay).optional(),
  to: z.string().refine(isKnownDay).optional(),
  user: text(60).optional(),
  action: z.enum(auditActions).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  /** A record's id: everything that happened to it. */
  subject: text(60).optional(),
  /** The moment and id of the last row of the page before. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{1,18}$/)
    .refine((value) => !Number.isNaN(Date.parse(value.split("_")[0] ?? "")))
    .optional(),
});
export type AuditFilter = z.output<typeof auditFilter>;

/** The log's own parameters from a URL; what cannot be read is left out. */
export function readAuditFilter(params: SearchParams): AuditFilter {
  return Object.fromEntries(
    Object.entries(auditFilter.shape).flatMap(([name, field]) => {
      const read = field.safeParse(one(params[name]));
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
}
