import type { Locale, Words } from "@/lib/core/locale";
import type { SuccessionKind, UnitType } from "@/prisma/client/enums";

export const unitTypeWords: Words<Record<UnitType, string>> = {
  vi: { ward: "Phường", commune: "Xã", township: "Thị trấn" },
  en: { ward: "Ward", commune: "Commune", township: "Township" },
};

export const successionWords: Words<Record<SuccessionKind, string>> = {
  vi: { whole: "Toàn bộ", unchanged: "Giữ nguyên", part: "Một phần", remainder: "Phần còn lại" },
  en: { whole: "Whole", unchanged: "Unchanged", part: "A part", remainder: "The remainder" },
};

/** A former province by its name; the records say "Cần Thơ cũ" of the city before 01/07/2025. */
export const formerAreaName = (area: string, locale: Locale): string =>
  locale === "vi" ? area : area.replace(/^(.+) cũ$/, "Former $1");

export const unitsWords = {
  vi: {
    title: "Địa bàn",
    lead: "Đơn vị hành chính cấp xã của thành phố và nguồn gốc của từng đơn vị",
    wholeCity: "Toàn thành phố",
    ownArea: "Địa bàn của đơn vị",
    inForce: "Đang hoạt động",
    dissolved: "Trước 01/07/2025",
    code: "Mã",
    name: "Đơn vị",
    type: "Loại",
    area: "Diện tích",
    population: "Dân số",
    validity: "Hiệu lực",
    formerArea: "Tỉnh, thành phố cũ",
    district: "Huyện, quận cũ",
    predecessors: "Nguồn gốc",
    successors: "Nay thuộc",
    splitNote: "Một phần của đơn vị này chuyển sang đơn vị khác; số liệu cũ tính cho phần còn lại",
    partNote: "Nhận một phần của đơn vị khác; số liệu cũ của phần đó tính ở đơn vị nhận phần còn lại",
    from: "từ",
    until: "đến hết",
    beforeRecords: "trước khi có dữ liệu",
    search: "Tìm đơn vị",
    day: "Tại ngày",
    noData: "Chưa có số liệu",
    areas: "Khu dân cư",
    unitCount: "đơn vị",
    all: "Tất cả",
    emptyTitle: "Không có đơn vị nào khớp",
    emptyHint: "Thử tên không dấu hoặc bỏ bộ lọc",
  },
  en: {
    title: "Units",
    lead: "The city's commune-level units and where each came from",
    wholeCity: "Whole city",
    ownArea: "Own area",
    inForce: "In force",
    dissolved: "Before 01/07/2025",
    code: "Code",
    name: "Unit",
    type: "Type",
    area: "Area",
    population: "Population",
    validity: "In force",
    formerArea: "Former province",
    district: "Former district",
    predecessors: "Formed from",
    successors: "Now part of",
    splitNote: "A part of this unit went to another one; its earlier figures follow the remainder",
    partNote: "Received a part of another unit; that part's earlier figures stay with the remainder's unit",
    from: "from",
    until: "until",
    beforeRecords: "before records begin",
    search: "Find a unit",
    day: "On the day",
    noData: "No data",
    areas: "Residential areas",
    unitCount: "units",
    all: "All",
    emptyTitle: "No unit matches",
    emptyHint: "Type the name without accents, or remove the filter",
  },
} satisfies Words<Record<string, string>>;
