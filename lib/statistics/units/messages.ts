import type { Words } from "@/lib/core/locale";

const vi = {
  title: "Phong trào tại đơn vị",
  finding: {
    current: "Gồm đơn vị này và các đơn vị cũ mà nó tiếp nối.",
    historical: "Chỉ những gì ghi cho chính đơn vị này.",
  },
  models: "Mô hình",
  sessions: (period: string) => `Trong kỳ: ${period}`,
  awards: "Khen thưởng trong kỳ",
  awardsDefinition:
    "Số quyết định khen thưởng trong kỳ, còn hiệu lực vào ngày cuối kỳ; kỳ đang chạy tính đến hôm nay.",
  rural: "Xã nông thôn mới trên địa bàn",
  ruralFinding: (base: string) => `Trong ${base} xã tại thời điểm 30/06/2025 thuộc phạm vi xem`,
  noCommune: "Không có xã nào của ngày 30/06/2025 trong phạm vi này.",
  tryCurrent: "Xem theo địa giới hiện nay",
  own: "Xã hiện nay",
  moreCommunes: "Mở danh sách xã",
  areas: "Khu dân cư",
  areaUnit: "khu dân cư",
  areasDefinition: "Số khu vực, khóm, ấp có trong danh sách vào ngày xem.",
  areaSource: "Danh sách khu dân cư của đơn vị",
};
const en: typeof vi = {
  title: "The movement here",
  finding: {
    current: "This unit with the former units it carries on.",
    historical: "Only what was entered for this very unit.",
  },
  models: "Models",
  sessions: (period) => `In the period: ${period}`,
  awards: "Awards in the period",
  awardsDefinition: "Award decisions of the period, in force on its last day; of a running period, today.",
  rural: "Rural standard of its communes",
  ruralFinding: (base) => `Of the ${base} communes of 30/06/2025 in view`,
  noCommune: "No commune of 30/06/2025 is in view.",
  tryCurrent: "See it by today's boundaries",
  own: "Today's commune",
  moreCommunes: "Open the list of communes",
  areas: "Residential areas",
  areaUnit: "residential areas",
  areasDefinition: "Zones, quarters and hamlets in the list on the day shown.",
  areaSource: "The unit's list of residential areas",
};
export const unitThingsWords: Words<typeof vi> = { vi, en };
