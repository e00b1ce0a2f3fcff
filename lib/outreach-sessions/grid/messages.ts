import type { Words } from "@/lib/core/locale";
import type { RowState } from "./rules";

export const gridWords: Words<{
  title: string;
  lead: string;
  entrance: string;
  phone: string;
  noScript: string;
  form: string;
  how: string;
  keys: readonly string[];
  cells: readonly string[];
  row: (number: number) => string;
  number: string;
  state: string;
  states: Record<RowState, string>;
  saveAnyway: string;
  drop: (number: number) => string;
  open: (number: number) => string;
  outbox: string;
  save: (count: number) => string;
  nothing: string;
  saving: string;
  saved: (count: number) => string;
  kept: (count: number) => string;
  toMend: (count: number) => string;
  similar: (count: number) => string;
  tidy: string;
  keptHere: string;
  notKept: string;
  restored: string;
  leftRows: (count: number, most: number) => string;
  leftColumns: (names: string) => string;
  ownUnit: (name: string) => string;
}> = {
  vi: {
    title: "Nhập bảng cuộc tuyên truyền",
    lead: "Mỗi dòng một cuộc. Dán từ Excel hoặc Word, hoặc gõ thẳng vào ô.",
    entrance: "Nhập bảng",
    phone: "Bảng cần màn hình rộng hơn. Trên điện thoại nên ghi từng cuộc bằng biểu mẫu.",
    noScript: "Bảng cần trình duyệt chạy được tập lệnh. Ghi từng cuộc bằng biểu mẫu thì không cần.",
    form: "Mở biểu mẫu",
    how: "Cách nhập và phím tắt",
    keys: [
      "Mũi tên, Tab: sang ô khác. Gõ chữ: thay nội dung ô. F2 hoặc Enter: sửa trong ô; Enter lần nữa: xuống dòng dưới.",
      "Esc: bỏ phần đang sửa; Esc lần nữa: ra khỏi bảng, đến nút lưu. Delete: xóa ô.",
      "Ctrl+V: dán từ ô đang chọn. Ctrl+D: lấy ô phía trên. Ctrl+Z: hoàn tác. Ctrl+S: lưu.",
    ],
    cells: [
      "Ngày: 11/8/2025, 11/8. Không có năm thì lấy ngày gần nhất đã qua.",
      "Hình thức: trực tiếp, từng nhà, ngày hội, loa, xe loa, tờ rơi, tin bài.",
      "Chủ đề: nhiều chủ đề cách nhau bằng dấu phẩy hoặc chấm phẩy, gõ không dấu cũng được.",
      "Số lượng: 120, hơn 120, khoảng 50, ~50, 120+; tính theo hình thức của dòng.",
    ],
    row: (number) => `Dòng ${number}`,
    number: "Dòng",
    state: "Trạng thái",
    states: {
      new: "Chưa lưu",
      sending: "Đang gửi",
      refused: "Cần sửa",
      similar: "Có thể trùng",
      saved: "Đã lưu",
      kept: "Chờ gửi",
    },
    saveAnyway: "Vẫn lưu",
    drop: (number) => `Bỏ dòng ${number}`,
    open: (number) => `Mở cuộc ở dòng ${number}`,
    outbox: "Hộp chờ gửi",
    save: (count) => (count > 0 ? `Lưu ${count} cuộc` : "Lưu các cuộc"),
    nothing: "Bảng chưa có dòng nào để lưu",
    saving: "Đang lưu…",
    saved: (count) => `Đã lưu ${count} cuộc`,
    kept: (count) => `Mất mạng: ${count} cuộc đã lưu trên máy này, cổng tự gửi khi có mạng`,
    toMend: (count) => `${count} dòng cần sửa`,
    similar: (count) => `${count} dòng có thể trùng`,
    tidy: "Dọn các dòng đã lưu",
    keptHere: "Đã giữ trên máy này",
    notKept: "Máy hết chỗ hoặc trình duyệt chặn lưu trữ: lưu trước khi đóng trang",
    restored: "Đã lấy lại các dòng chưa lưu",
    leftRows: (count, most) => `Bảng nhận nhiều nhất ${most} dòng; còn ${count} dòng chưa dán`,
    leftColumns: (names) => `Bỏ qua cột không có trong bảng: ${names}`,
    ownUnit: (name) => `Để trống đơn vị: ${name}`,
  },
  en: {
    title: "Sessions in a grid",
    lead: "One row a session. Paste from Excel or Word, or type into the cells.",
    entrance: "Grid",
    phone: "The grid wants a wider screen. On a phone the form is better, one session at a time.",
    noScript: "The grid needs scripts. The form does without them.",
    form: "Open the form",
    how: "How to fill it, and keys",
    keys: [
      "Arrows, Tab: another cell. Typing replaces the cell. F2 or Enter: edit within; Enter again: the row below.",
      "Esc: undo the edit; Esc again: leave the grid for the save button. Delete: clear the cell.",
      "Ctrl+V: paste from the cell on. Ctrl+D: take the cell above. Ctrl+Z: undo. Ctrl+S: save.",
    ],
    cells: [
      "Day: 11/8/2025, 11/8. Without a year the latest that is past.",
      "Channel: meeting, door to door, festival, loudspeaker, car, leaflets, posts.",
      "Topics: several, parted by commas or semicolons; accents may be missing.",
      "Amount: 120, more than 120, about 50, ~50, 120+; counted by the row's channel.",
    ],
    row: (number) => `Row ${number}`,
    number: "Row",
    state: "State",
    states: {
      new: "Not saved",
      sending: "Sending",
      refused: "To mend",
      similar: "Possibly twice",
      saved: "Saved",
      kept: "Waiting",
    },
    saveAnyway: "Save anyway",
    drop: (number) => `Remove row ${number}`,
    open: (number) => `Open the session of row ${number}`,
    outbox: "Outbox",
    save: (count) => (count > 0 ? `Save ${count} sessions` : "Save the sessions"),
    nothing: "The grid holds no row to save",
    saving: "Saving…",
    saved: (count) => `${count} sessions saved`,
    kept: (count) =>
      `No network: ${count} sessions are saved on this device; the portal sends them when there is network`,
    toMend: (count) => `${count} rows to mend`,
    similar: (count) => `${count} rows possibly twice`,
    tidy: "Clear the saved rows",
    keptHere: "Kept on this device",
    notKept: "The device is full or the browser blocks storage: save before you close the page",
    restored: "The rows not saved yet are back",
    leftRows: (count, most) => `The grid takes ${most} rows at most; ${count} were not pasted`,
    leftColumns: (names) => `Columns the grid does not have were left out: ${names}`,
    ownUnit: (name) => `Unit left empty: ${name}`,
  },
};
