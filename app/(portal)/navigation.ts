import type { NavigationItem } from "@/components/layout/navigation";
import { type Actor, may } from "@/lib/core/access";
import type { Locale } from "@/lib/core/locale";
import type { Permission } from "@/lib/core/policy";

type Entry = Omit<NavigationItem, "label" | "short" | "section"> & {
  permission: Permission;
  vi: [string, string];
  en: [string, string];
  administration?: true;
};

/** The rail, by job; a new domain adds its line here. */
const entries: Entry[] = [
  {
    href: "/",
    icon: "overview",
    permission: "overview.read",
    vi: ["Tổng quan", "Tổng quan"],
    en: ["Overview", "Overview"],
  },
  {
    href: "/outreach-sessions",
    icon: "sessions",
    permission: "outreach-sessions.list",
    vi: ["Cuộc tuyên truyền", "Tuyên truyền"],
    en: ["Outreach sessions", "Sessions"],
  },
  {
    href: "/security-models",
    icon: "models",
    permission: "security-models.list",
    vi: ["Mô hình", "Mô hình"],
    en: ["Security models", "Models"],
  },
  {
    href: "/awards",
    icon: "awards",
    permission: "awards.list",
    vi: ["Khen thưởng", "Khen thưởng"],
    en: ["Awards", "Awards"],
  },
  {
    href: "/rural-standard",
    icon: "rural",
    permission: "rural-standard.list",
    vi: ["Nông thôn mới", "Nông thôn"],
    en: ["Rural standard", "Rural"],
  },
  {
    href: "/safety-standard",
    icon: "safety",
    permission: "safety-standard.list",
    vi: ["An toàn về ANTT", "An toàn"],
    en: ["Safety standard", "Safety"],
  },
  {
    href: "/units",
    icon: "units",
    permission: "units.list",
    vi: ["Địa bàn", "Địa bàn"],
    en: ["Units", "Units"],
  },
  {
    href: "/map",
    icon: "map",
    permission: "map.read",
    vi: ["Bản đồ", "Bản đồ"],
    en: ["Map", "Map"],
  },
  {
    href: "/users",
    icon: "users",
    permission: "users.list",
    vi: ["Tài khoản", "Tài khoản"],
    en: ["Users", "Users"],
    administration: true,
  },
  {
    href: "/policy",
    icon: "policy",
    permission: "policy.read",
    vi: ["Bảng phân quyền", "Phân quyền"],
    en: ["Permissions", "Permissions"],
    administration: true,
  },
  {
    href: "/audit",
    icon: "audit",
    permission: "audit.list",
    vi: ["Nhật ký thao tác", "Nhật ký"],
    en: ["Audit log", "Audit"],
    administration: true,
  },
];

const administrationWords = { vi: "Quản trị", en: "Administration" };

/** Only what the actor may open. */
export function navigationFor(actor: Actor, locale: Locale): NavigationItem[] {
  return entries
    .filter(({ permission }) => may(actor, permission))
    .map(({ href, icon, administration, ...words }) => ({
      href,
      icon,
      label: words[locale][0],
      short: words[locale][1],
      section: administration ? administrationWords[locale] : undefined,
    }));
}
