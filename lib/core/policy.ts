/** The roles of domain.md §1. */
export const roles = ["ward_officer", "ward_chief", "city_officer", "leader", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Own = the actor's unit and the units it carries on; all = every unit and the city itself. */
export type Grant = "own" | "all";

/** Which units a total is told by: today's, with their predecessors' rows, or each unit of its time (T3). */
export const boundaries = ["current", "historical"] as const;
export type Boundary = (typeof boundaries)[number];

/**
 * What a page of figures shows when its address does not say: who works and leads by today's units sees those; who
 * keeps the units themselves sees each row under the unit it was entered for.
 */
export const defaultBoundary: Record<Role, Boundary> = {
  ward_officer: "current",
  ward_chief: "current",
  city_officer: "current",
  leader: "current",
  administrator: "historical",
};

const everyone = {
  ward_officer: "own",
  ward_chief: "own",
  city_officer: "all",
  leader: "all",
  administrator: "all",
} as const;
const wards = { ward_officer: "own", ward_chief: "own", city_officer: "all" } as const;
const chiefs = { ward_chief: "own", city_officer: "all" } as const;
const city = { city_officer: "all" } as const;
const overseers = { city_officer: "all", leader: "all", administrator: "all" } as const;
const administrators = { administrator: "all" } as const;

/**
 * Who may do what: permission × role → reach. A role that is missing may not.
 * A permission's name is also the command's or query's, and the audit event's.
 */
export const policy = {
  "overview.read": everyone,
  "units.list": everyone,
  "units.read": everyone,
  "units.areas.list": everyone,
  "units.areas.read": everyone,
  "units.areas.create": wards,
  "units.areas.update": wards,
  "units.areas.end": wards,
  "units.areas.reopen": wards,
  "units.areas.move": city,
  "units.areas.import": wards,
  "units.changes.list": overseers,
  "units.changes.read": overseers,
  "units.changes.make": administrators,
  "units.changes.undo": administrators,
  "units.facts.record": wards,
  "units.facts.withdraw": wards,
  "units.posts.begin": wards,
  "units.posts.end": wards,
  "units.profile.update": wards,
  "map.read": everyone,
  "map.boundaries.list": administrators,
  "map.boundaries.read": administrators,
  "map.boundaries.upload": administrators,
  "map.boundaries.activate": administrators,
  "map.boundaries.retire": administrators,
  "outreach-sessions.list": everyone,
  "outreach-sessions.read": everyone,
  "outreach-sessions.create": wards,
  "outreach-sessions.update": wards,
  "outreach-sessions.delete": wards,
  "outreach-sessions.totals": everyone,
  "outreach-sessions.calendar": everyone,
  "outreach-sessions.plans.read": everyone,
  "outreach-sessions.plans.create": wards,
  "outreach-sessions.plans.update": wards,
  "outreach-sessions.plans.cancel": wards,
  "outreach-sessions.templates.create": wards,
  "outreach-sessions.templates.remove": wards,
  "outreach-sessions.nil-declarations.declare": wards,
  "outreach-sessions.nil-declarations.withdraw": wards,
  "outreach-sessions.files.read": everyone,
  "outreach-sessions.files.add": wards,
  "outreach-sessions.files.remove": wards,
  "security-models.list": everyone,
  "security-models.read": everyone,
  "security-models.create": city,
  "security-models.update": city,
  "security-models.merge": city,
  "security-models.unmerge": city,
  "security-models.delete": city,
  "security-models.points.list": everyone,
  "security-models.points.export": everyone,
  "security-models.points.bulk": wards,
  "security-models.movement": everyone,
  "security-models.radar": everyone,
  "security-models.radar.configure": city,
  "security-models.points.create": wards,
  "security-models.points.update": wards,
  "security-models.points.resize": wards,
  "security-models.points.delete": city,
  "security-models.points.files.read": everyone,
  "security-models.points.files.add": wards,
  "security-models.points.files.remove": wards,
  "security-models.steps.take": wards,
  "security-models.steps.decide": city,
  "security-models.steps.reverse": city,
  "security-models.recognitions.grant": wards,
  "security-models.recognitions.revoke": city,
  "security-models.evaluations.list": everyone,
  "security-models.evaluations.read": everyone,
  "security-models.evaluations.open": city,
  "security-models.evaluations.change": city,
  "security-models.evaluations.close": city,
  "security-models.evaluations.reopen": city,
  "security-models.evaluations.propose": wards,
  "security-models.evaluations.files.read": everyone,
  "security-models.evaluations.files.add": wards,
  "security-models.evaluations.files.remove": wards,
  "security-models.evaluations.confirm": city,
  "security-models.evaluations.return": city,
  "security-models.evaluations.confirm-matching": city,
  "security-models.indicators.list": everyone,
  "security-models.indicators.create": city,
  "security-models.indicators.update": city,
  "security-models.indicators.retire": city,
  "security-models.readings.list": everyone,
  "security-models.readings.record": wards,
  "security-models.readings.lock": city,
  "security-models.readings.unlock": city,
  "awards.list": everyone,
  "awards.read": everyone,
  "awards.create": city,
  "awards.update": city,
  "awards.revoke": city,
  "rural-standard.list": everyone,
  "rural-standard.read": everyone,
  "rural-standard.recognize": city,
  "rural-standard.revoke": city,
  "rural-standard.progress": everyone,
  "rural-standard.targets.set": city,
  "rural-standard.findings.read": everyone,
  "rural-standard.findings.record": wards,
  "rural-standard.findings.files.read": everyone,
  "rural-standard.findings.confirm": city,
  "rural-standard.findings.withdraw": wards,
  "rural-standard.criteria.list": everyone,
  "rural-standard.criteria.add-set": city,
  "rural-standard.criteria.add": city,
  "rural-standard.criteria.change": city,
  "rural-standard.criteria.end": city,
  "rural-standard.urban.list": everyone,
  "rural-standard.urban.read": everyone,
  "rural-standard.urban.recognize": city,
  "rural-standard.urban.revoke": city,
  "safety-standard.list": everyone,
  "safety-standard.read": everyone,
  "safety-standard.subjects.list": everyone,
  "safety-standard.subjects.create": wards,
  "safety-standard.subjects.update": wards,
  "safety-standard.subjects.end": wards,
  "safety-standard.subjects.remove": city,
  "safety-standard.records.register": wards,
  "safety-standard.records.score": wards,
  "safety-standard.records.propose": wards,
  "safety-standard.records.withdraw": wards,
  // A commune recognises what is in it, the city recognises the commune (Thông tư 124/2021, 48/2025/TT-BCA).
  "safety-standard.records.recognize": chiefs,
  "safety-standard.records.refuse": chiefs,
  "safety-standard.records.revoke": chiefs,
  "safety-standard.communes.recognize": city,
  "safety-standard.communes.refuse": city,
  "safety-standard.communes.revoke": city,
  "safety-standard.discipline.record": city,
  "safety-standard.thresholds.list": everyone,
  "safety-standard.thresholds.add": city,
  "safety-standard.thresholds.withdraw": city,
  "users.list": administrators,
  "users.read": administrators,
  "users.create": administrators,
  "users.update": administrators,
  "users.disable": administrators,
  "users.enable": administrators,
  "users.reset-password": administrators,
  "users.end-sessions": administrators,
  "policy.read": administrators,
  "audit.list": administrators,
  "saved-views.list": everyone,
  "saved-views.keep": everyone,
  "saved-views.remove": everyone,
  "account.read": everyone,
  "account.change-password": everyone,
  "account.end-session": everyone,
} as const satisfies Record<string, Partial<Record<Role, Grant>>>;

export type Permission = keyof typeof policy;

/** The reach a role has with a permission; undefined = may not. */
export function grantOf(role: Role, permission: Permission): Grant | undefined {
  return (policy[permission] as Partial<Record<Role, Grant>>)[role];
}
