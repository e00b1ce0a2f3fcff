import type { Channel } from "@/prisma/client/enums";
import { capital, quarter, unitWord } from "../quarters";
import { pick, type Random } from "../random";
import type { DemoUnit } from "../units";

/** Where sessions are held; never a real, identifiable place. */
const places: Record<Channel, readonly string[]> = {
  meeting: [
    "Nhà văn hóa {q}",
    "Nhà văn hóa {q}",
    "Nhà sinh hoạt cộng đồng {q}",
    "Trụ sở ban nhân dân {q}",
    "Hội trường UBND {u}",
    "Nhà thông tin {q}",
    "Trường tiểu học tại {q}",
    "Trường THCS trên địa bàn {u}",
    "Chùa tại {q}",
    "Nhà thờ tại {q}",
    "Chợ {u}",
    "Nhà dân tại {q}",
  ],
  door_to_door: [
    "Các hộ dân {q}",
    "Các hộ dân {q}",
    "Khu nhà trọ {q}",
    "Tuyến đường chính {q}",
    "Các hộ kinh doanh {q}",
    "Tuyến kênh {q}",
  ],
  festival: [
    "Sân vận động {u}",
    "Trung tâm văn hóa {u}",
    "Sân trường THCS trên địa bàn {u}",
    "Nhà văn hóa {q}",
  ],
  other: [
    "Quán cà phê {q}",
    "Chợ {u}",
    "Doanh nghiệp tại {q}",
    "Bến xe, bến đò {q}",
    "Sân thể thao {q}",
    "Bộ phận một cửa {u}",
  ],
  loudspeaker: ["Cụm loa {q}", "Trạm truyền thanh {u}"],
  loudspeaker_car: ["Các tuyến đường {q}", "Các tuyến đường chính trong {u}"],
  leaflet: ["Chợ {u}", "Khu dân cư {q}", "Cổng trường THPT trên địa bàn {u}", "Khu nhà trọ {q}"],
  post: ["Trang Zalo Công an {u}", "Trang Facebook Công an {u}", "Nhóm Zalo {q}"],
};

export function placeOf(channel: Channel, unit: DemoUnit, random: Random): string {
  const area = quarter(unit, random);
  return capital(pick(random, places[channel]).replace("{q}", area).replace("{u}", unitWord(unit)));
}

/** A place of a given kind: "{q}" is a quarter of the unit, "{u}" what the unit is called. */
export const placeIn = (kind: string, unit: DemoUnit, random: Random): string =>
  kind.replace("{q}", quarter(unit, random)).replace("{u}", unitWord(unit));
