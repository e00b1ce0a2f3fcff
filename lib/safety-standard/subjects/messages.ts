import type { Words } from "@/lib/core/locale";
import { safetyKindWords } from "../messages";

const vi = {
  title: "Cơ quan, doanh nghiệp, cơ sở giáo dục",
  lead: "Danh sách xét tiêu chuẩn An toàn về an ninh, trật tự; khu dân cư quản lý ở hồ sơ đơn vị",
  add: "Thêm vào danh sách",
  addTitle: "Thêm cơ quan, doanh nghiệp, cơ sở giáo dục",
  save: "Lưu vào danh sách",
  saved: "Đã lưu",
  unit: "Đơn vị",
  allUnits: "Tất cả đơn vị",
  kind: "Loại",
  allKinds: "Mọi loại",
  name: "Tên",
  state: "Tình trạng",
  states: { current: "Đang xét", ended: "Đã kết thúc" } as Record<"current" | "ended", string>,
  search: "Tìm tên",
  from: "Từ ngày",
  to: "Đến ngày",
  nowIn: (unit: string) => `nay thuộc ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
  emptyTitle: "Không có mục nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc thêm vào danh sách",
  fromHint: "Ngày bắt đầu xét ở đơn vị này; đơn vị lập từ 01/07/2025 tính từ ngày đó",
  kindHint:
    "Không gồm đơn vị vũ trang, doanh nghiệp nhỏ và siêu nhỏ, trường tiểu học, mầm non, nhà trẻ (Thông tư 124/2021/TT-BCA, Điều 1)",
  rename: "Đổi tên",
  renameTitle: "Đổi tên",
  saveName: "Lưu tên mới",
  end: "Kết thúc",
  endNow: "Kết thúc mục này",
  endConsequence: (name: string) =>
    `${name} ra khỏi danh sách xét sau ngày chọn. Hồ sơ các năm đã có vẫn giữ nguyên.`,
  endedOn: (day: string) => `Kết thúc ngày ${day}`,
  remove: "Xóa mục nhập nhầm",
  removeNow: "Xóa mục này",
  removeConsequence: (name: string) =>
    `${name} không còn trong danh sách của bất kỳ ngày nào. Chỉ xóa khi nhập nhầm; mục có thật mà không còn thì dùng Kết thúc.`,
  removed: "Đã xóa khỏi danh sách",
  years: "Hồ sơ các năm",
  noYears: "Chưa đăng ký năm nào",
};

export const subjectWords = {
  vi: {
    ...vi,
    fields: {
      unitId: "Đơn vị",
      kind: "Loại",
      name: "Tên",
      validFrom: "Từ ngày",
      validTo: "Ngày kết thúc",
      reason: "Lý do",
    },
    errors: {
      "unitId.required": "Chọn đơn vị",
      "kind.required": "Chọn loại",
      "validFrom.unit-not-then": (_: string, offered: string) =>
        offered
          ? `Đơn vị không tồn tại vào ngày này. Ngày đó là ${offered}`
          : "Đơn vị chưa có vào ngày này. Chọn từ ngày lập đơn vị trở đi",
      "name.same-name": "Đơn vị đã có mục cùng loại, cùng tên này. Mở danh sách để xem, hoặc ghi tên khác",
      "validTo.before-start": "Ngày kết thúc không được trước ngày bắt đầu",
      repeated: "Đơn vị đã có mục cùng loại, cùng tên. Mở danh sách để xem",
      conflict: "Mục này vừa được người khác sửa. Tải lại trang để xem",
      "in-use": "Mục này đã có hồ sơ đăng ký, không xóa được. Dùng Kết thúc",
    },
    show: (field: string, value: unknown) => shown("vi", field, value),
  },
  en: {
    title: "Agencies, enterprises, schools",
    lead: "Who is considered for the safety standard; residential areas are kept on the unit's page",
    add: "Add to the list",
    addTitle: "Add an agency, enterprise or school",
    save: "Save to the list",
    saved: "Saved",
    unit: "Unit",
    allUnits: "All units",
    kind: "Kind",
    allKinds: "All kinds",
    name: "Name",
    state: "State",
    states: { current: "Considered", ended: "Ended" },
    search: "Find a name",
    from: "From",
    to: "To",
    nowIn: (unit: string) => `now in ${unit}`,
    emptyTitle: "Nothing matches these filters",
    emptyHint: "Remove a filter or add to the list",
    fromHint:
      "The first day it is considered in this unit; for units made on 01/07/2025 that day at the earliest",
    kindHint:
      "Without armed forces, small and micro enterprises, primary schools and kindergartens (Circular 124/2021/TT-BCA, Article 1)",
    rename: "Rename",
    renameTitle: "Rename",
    saveName: "Save the name",
    end: "End",
    endNow: "End this one",
    endConsequence: (name: string) => `${name} leaves the list after that day. Its years stay.`,
    endedOn: (day: string) => `Ended on ${day}`,
    remove: "Delete a mistaken entry",
    removeNow: "Delete this one",
    removeConsequence: (name: string) =>
      `${name} is on the list of no day any more. Delete what was entered by mistake only; End what was there and is not any more.`,
    removed: "Deleted from the list",
    years: "Years",
    noYears: "Not registered in any year",
    fields: {
      unitId: "Unit",
      kind: "Kind",
      name: "Name",
      validFrom: "From",
      validTo: "Last day",
      reason: "Reason",
    },
    errors: {
      "unitId.required": "Choose a unit",
      "kind.required": "Choose a kind",
      "validFrom.unit-not-then": (_: string, offered: string) =>
        offered
          ? `The unit did not exist on this day. On that day it was ${offered}`
          : "The unit did not exist on this day. Choose its first day or a later one",
      "name.same-name":
        "The unit has one of this kind with this very name. Open the list to see it, or give another name",
      "validTo.before-start": "The last day cannot be before the first",
      repeated: "The unit has one of this kind and name. Open the list to see it",
      conflict: "Somebody has just changed this. Reload the page to see it",
      "in-use": "A year of it was registered, so it cannot be deleted. End it instead",
    },
    show: (field: string, value: unknown) => shown("en", field, value),
  },
} satisfies Words<
  typeof vi & {
    fields: Record<string, string>;
    errors: Record<string, string | ((label: string, argument: string) => string)>;
    show: (field: string, value: unknown) => string;
  }
>;

function shown(locale: "vi" | "en", field: string, value: unknown): string {
  const words: Record<string, string> = field === "kind" ? safetyKindWords[locale] : {};
  return words[String(value)] ?? String(value ?? "");
}
