import { capital, quarter, unitWord } from "../quarters";
import { pick, type Random } from "../random";
import type { DemoUnit } from "../units";

/** Where points of a model run; never a real, identifiable place. */
const phrases = {
  hamlet: ["{Q}"],
  road: ["Tuyến đường chính {q}", "Tuyến lộ {q}", "Các giao lộ {q}"],
  waterway: ["Tuyến kênh {q}", "Đoạn sông {q}", "Tuyến rạch {q}"],
  wharf: ["Bến đò {q}", "Bến ghe {q}"],
  field: ["Cánh đồng {q}", "Vùng sản xuất {q}"],
  market: ["Chợ {u}", "Chợ {q}", "Điểm chợ {q}"],
  shop: ["Các cơ sở kinh doanh {q}", "Dãy cửa hàng {q}"],
  lodging: ["Khu nhà trọ {q}", "Cụm lưu trú {q}"],
  worship: ["Cơ sở thờ tự {q}", "Chùa tại {q}", "Cơ sở tín ngưỡng {q}"],
  school: ["Trường tiểu học tại {q}", "Trường THCS tại {q}", "Trường THPT trên địa bàn {u}"],
  office: ["Trụ sở UBND {u}", "Nhà văn hóa {q}"],
  hospital: ["Cơ sở khám chữa bệnh tại {q}"],
  company: ["Doanh nghiệp tại {q}", "Xưởng sản xuất tại {q}"],
  station: ["Bến xe tại {q}", "Bến tàu khách {q}"],
  riders: ["Đội xe {u}", "Điểm đón khách {q}", "Đội xe {q}"],
  boarding: ["Ký túc xá tại {q}"],
  hall: ["Hội quán tại {q}"],
  online: ["Nhóm Zalo {q}", "Nhóm cộng đồng mạng {u}"],
  park: ["Công viên tại {q}", "Khu vui chơi {q}"],
} as const;

export type SiteKind = keyof typeof phrases;

export function siteOf(kind: SiteKind, unit: DemoUnit, random: Random): string {
  const area = quarter(unit, random);
  return pick(random, phrases[kind])
    .replace("{Q}", capital(area))
    .replace("{q}", area)
    .replace("{u}", unitWord(unit));
}
