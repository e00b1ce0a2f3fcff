import { type Grant, grantOf, type Permission, policy, type Role, roles } from "@/lib/core/policy";

/** Roles that belong to one ward or commune; the others work for the whole city (domain.md §1). */
export const isWardRole = (role: Role): boolean => role === "ward_officer" || role === "ward_chief";

export type Change = {
  /** The administrator who changes. */
  actorId: string;
  userId: string;
  before: { role: Role; disabled: boolean };
  after: { role: Role; disabled: boolean };
  /** Administrators in service besides the one who is changed. */
  otherAdministrators: number;
};

/** Why a change of role or status is refused: nobody locks themself out, and somebody must keep the keys. */
export function changeFault({
  actorId,
  userId,
  before,
  after,
  otherAdministrators,
}: Change): "own-account" | "last-administrator" | undefined {
  const changes = before.role !== after.role || before.disabled !== after.disabled;
  if (changes && actorId === userId) return "own-account";
  const held = before.role === "administrator" && !before.disabled;
  const holds = after.role === "administrator" && !after.disabled;
  return held && !holds && otherAdministrators === 0 ? "last-administrator" : undefined;
}

/** What an open session stands on: when one of these changes, its sessions end (S13). */
export function endsSessions(
  before: { role: Role; unitId: number | null },
  after: { role: Role; unitId: number | null },
): boolean {
  return before.role !== after.role || before.unitId !== after.unitId;
}

export type PolicyRow = { permission: Permission; grants: Partial<Record<Role, Grant>> };

/** The policy table as it is printed: permissions by domain, in the order of the table. */
export function policyByDomain(): { domain: string; rows: PolicyRow[] }[] {
  const domains = new Map<string, PolicyRow[]>();
  for (const permission of Object.keys(policy) as Permission[]) {
    const domain = permission.slice(0, permission.indexOf("."));
    const grants = Object.fromEntries(roles.map((role) => [role, grantOf(role, permission)]));
    domains.set(domain, [...(domains.get(domain) ?? []), { permission, grants }]);
  }
  return [...domains].map(([domain, rows]) => ({ domain, rows }));
}

const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/coc_coc_browser\//, "Cốc Cốc"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** A browser's long line about itself as people know it: "Chrome · Windows"; its first 40 characters when unknown. */
export function shortAgent(agent: string): string {
  const known = [browsers, systems]
    .map((list) => list.find(([mark]) => mark.test(agent))?.[1])
    .filter(Boolean);
  return known.length > 0 ? known.join(" · ") : agent.slice(0, 40);
}
