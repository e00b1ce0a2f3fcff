import { referenceUnits } from "../../reference/units";
import { capital, quarter } from "../quarters";
import { chance, logNormal, pick, type Random } from "../random";
import type { DemoUnit } from "../units";
import type { SiteKind } from "./sites";

/** What is told about a point besides its days; each may be unknown. */
export type PointDetails = {
  siteKind: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  coreForce: string | null;
  contactPost: string | null;
  budgetFunding: number | null;
  socialFunding: number | null;
};

type Site = { code: string; contacts: readonly string[] };

/** A kind of place as the list "site" calls it, and who answers for it there: a post, never a person. */
const sites: Record<SiteKind, Site> = {
  hamlet: { code: "hamlet", contacts: ["Trưởng {a}", "Trưởng Ban công tác Mặt trận {a}"] },
  road: { code: "road", contacts: ["Tổ trưởng tổ tự quản tuyến đường", "Chi hội trưởng phụ nữ {a}"] },
  waterway: { code: "waterway", contacts: ["Tổ trưởng tổ tự quản đường thủy"] },
  wharf: { code: "station", contacts: ["Trưởng bến"] },
  field: { code: "field", contacts: ["Giám đốc hợp tác xã", "Tổ trưởng tổ tự quản {a}"] },
  market: { code: "market", contacts: ["Trưởng ban quản lý chợ"] },
  shop: { code: "business", contacts: ["Tổ trưởng tổ liên kết cơ sở kinh doanh"] },
  lodging: { code: "business", contacts: ["Trưởng ban tự quản khu nhà trọ"] },
  worship: { code: "worship", contacts: ["Trưởng ban quản trị", "Trụ trì, trưởng nhóm nòng cốt"] },
  school: { code: "school", contacts: ["Hiệu trưởng", "Tổng phụ trách Đội"] },
  office: { code: "agency", contacts: ["Chánh văn phòng"] },
  hospital: { code: "hospital", contacts: ["Trưởng phòng hành chính"] },
  company: { code: "company", contacts: ["Đội trưởng đội bảo vệ", "Chủ tịch công đoàn cơ sở"] },
  station: { code: "station", contacts: ["Trưởng bến"] },
  riders: { code: "other", contacts: ["Tổ trưởng tổ xe ôm tự quản"] },
  boarding: { code: "school", contacts: ["Trưởng ban quản lý ký túc xá"] },
  hall: { code: "worship", contacts: ["Trưởng ban trị sự hội quán"] },
  online: { code: "online", contacts: ["Quản trị nhóm"] },
  park: { code: "park", contacts: ["Đội trưởng đội bảo vệ công viên"] },
};

const otherForces = ["youth-union", "womens-union", "veterans-association", "grassroots-security-force"];

const labels = new Map(
  referenceUnits()
    .filter(({ validFrom }) => validFrom !== null)
    .map(({ code, labelLat, labelLon }) => [code, [labelLat, labelLon] as const]),
);

export function pointDetails(kind: SiteKind, site: string, unit: DemoUnit, random: Random): PointDetails {
  const { code, contacts } = sites[kind];
  const area = /(?:ấp|khóm|khu vực) \d+/i.exec(site)?.[0].toLowerCase() ?? quarter(unit, random);
  const located = kind !== "online" && chance(random, 0.7);
  const [latitude, longitude] = labels.get(unit.homeCode) ?? [null, null];
  const near = (degrees: number | null) =>
    degrees === null ? null : Number((degrees + (random() - 0.5) * 0.016).toFixed(5));
  const place = { latitude: near(latitude), longitude: near(longitude) };
  return {
    siteKind: code,
    address: kind !== "online" && chance(random, 0.85) ? `${capital(area)}, ${unit.fullName}` : null,
    latitude: located ? place.latitude : null,
    longitude: located ? place.longitude : null,
    coreForce: chance(random, 0.08) ? pick(random, otherForces) : null,
    contactPost: chance(random, 0.8) ? pick(random, contacts).replace("{a}", area) : null,
    budgetFunding: chance(random, 0.45) ? money(random, 14) : null,
    socialFunding: chance(random, 0.6) ? money(random, 11) : null,
  };
}

/** Đồng, in whole halves of a million. */
const money = (random: Random, median: number) =>
  Math.max(1, Math.round(logNormal(random, median, 0.8) * 2)) * 500_000;
