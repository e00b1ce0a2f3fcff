import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { Column, Group, Measure } from "./catalog";

export const measureWords: Words<Record<Measure, { label: string; unit: string; definition: string }>> = {
  vi: {
    models: {
      label: "Mô hình",
      unit: "mô hình",
      definition:
        "Mô hình đang duy trì vào ngày nào có ít nhất một điểm trong phạm vi đang xem đang duy trì ngày đó. Mất điểm cuối cùng là ra khỏi bảng; có điểm trở lại thì tính vào lần nữa.",
    },
    points: {
      label: "Điểm",
      unit: "điểm",
      definition: "Nơi mô hình đang chạy: tính từ ngày ra mắt đến trước ngày kết thúc.",
    },
    teams: {
      label: "Tổ",
      unit: "tổ",
      definition:
        "Tổ của các điểm. Điểm đang duy trì có thêm tổ thì phần thêm tính vào xây mới, bớt tổ thì phần bớt tính vào thanh loại.",
    },
    members: {
      label: "Thành viên",
      unit: "thành viên",
      definition:
        "Thành viên các tổ của các điểm. Điểm đang duy trì có thêm người thì phần thêm tính vào xây mới, bớt người thì phần bớt tính vào thanh loại.",
    },
  },
  en: {
    models: {
      label: "Models",
      unit: "models",
      definition:
        "A model is in force on a day on which at least one of its points in view is. Losing the last one takes it out; a point that runs again brings it in once more.",
    },
    points: {
      label: "Points",
      unit: "points",
      definition: "Places where a model runs: from its first day to the day before it ends.",
    },
    teams: {
      label: "Teams",
      unit: "teams",
      definition:
        "Teams of the points. What a running point gains counts as newly built, what it loses as removed.",
    },
    members: {
      label: "Members",
      unit: "members",
      definition:
        "Members of the points' teams. What a running point gains counts as newly built, what it loses as removed.",
    },
  },
};

export const columnWords: Words<Record<Column, { label: string; definition: string }>> = {
  vi: {
    opening: { label: "Đầu kỳ", definition: "Đang duy trì vào ngày trước ngày đầu kỳ." },
    new: {
      label: "Xây mới",
      definition: "Bắt đầu trong kỳ, xây dựng mới. Mô hình tính theo điểm bắt đầu nó.",
    },
    replicated: { label: "Nhân rộng", definition: "Bắt đầu trong kỳ, nhân rộng từ nơi khác." },
    merged: {
      label: "Hợp nhất",
      definition:
        "Kết thúc trong kỳ do hợp nhất. Mô hình có các điểm chuyển sang mô hình khác cũng tính ở đây.",
    },
    removed: {
      label: "Thanh loại",
      definition:
        "Kết thúc trong kỳ do thanh loại hoặc kết thúc nhiệm vụ. Mô hình tính theo điểm kết thúc sau cùng.",
    },
    closing: { label: "Cuối kỳ", definition: "Đang duy trì vào ngày cuối kỳ." },
  },
  en: {
    opening: { label: "Opening", definition: "In force on the day before the period's first." },
    new: {
      label: "Newly built",
      definition: "Began within the period, newly built. A model counts by the point that begins it.",
    },
    replicated: {
      label: "Replicated",
      definition: "Began within the period, replicated from another place.",
    },
    merged: {
      label: "Merged",
      definition:
        "Ended within the period by a merger. A model whose points go over to another one counts here, too.",
    },
    removed: {
      label: "Removed",
      definition: "Ended within the period, removed or finished. A model counts by the point that ends last.",
    },
    closing: { label: "Closing", definition: "In force on the period's last day." },
  },
};

export const signOf: Record<Column, string> = {
  opening: "",
  new: "+",
  replicated: "+",
  merged: "−",
  removed: "−",
  closing: "=",
};

type MovementWords = {
  title: string;
  rowsTitle: (measure: string, column: string) => string;
  equation: string;
  measure: string;
  group: string;
  groups: Record<Group, string>;
  groupTitle: Record<Group, string>;
  groupNote: Record<Group, string>;
  none: Record<Group, string>;
  sum: string;
  counted: string;
  definitions: string;
  kindDefinition: string;
  classDefinition: string;
  finding: (came: number, went: number, models: number, points: number) => string;
  running: (day: string) => string;
  unknown: (points: number) => string;
  source: string;
  back: string;
  rows: Record<"point" | "model" | "place" | "unit" | "on" | "decision" | "kind" | "block", string>;
  atPoints: (points: string) => string;
  noFigure: string;
  allAlong: string;
  resized: string;
  emptyTitle: string;
  emptyHint: string;
};

const count = (value: number, locale: Locale) => formatNumber(value, locale);

export const movementWords: Words<MovementWords> = {
  vi: {
    title: "Biến động mô hình",
    rowsTitle: (measure, column) => `${measure}: ${column.toLowerCase()}`,
    equation: "Biến động trong kỳ",
    measure: "Đơn vị tính",
    group: "Phân theo",
    groups: { block: "Khối", field: "Lĩnh vực", principle: "Phương châm" },
    groupTitle: { block: "Theo khối", field: "Theo lĩnh vực", principle: "Theo phương châm" },
    groupNote: {
      block: "Mỗi mô hình thuộc một khối, nên các dòng cộng lại bằng tổng.",
      field: "Một mô hình có thể thuộc nhiều lĩnh vực, nên các dòng cộng lại có thể hơn tổng.",
      principle: "Một mô hình có thể theo nhiều phương châm, nên các dòng cộng lại có thể hơn tổng.",
    },
    none: { block: "Chưa ghi khối", field: "Chưa ghi lĩnh vực", principle: "Chưa ghi phương châm" },
    sum: "Cộng",
    counted: "Tính theo",
    definitions: "Cách tính",
    kindDefinition:
      "Đầu kỳ + xây mới + nhân rộng − hợp nhất − thanh loại = cuối kỳ, đúng ở mọi dòng. Cuối kỳ này là đầu kỳ sau.",
    classDefinition:
      "Khối, lĩnh vực và phương châm của điểm là của mô hình mà điểm thuộc về hiện nay; của mô hình là như đang ghi.",
    finding: (came, went, models, points) =>
      `Trong kỳ thêm ${count(came, "vi")} mô hình, bớt ${count(went, "vi")}; cuối kỳ có ${count(models, "vi")} mô hình tại ${count(points, "vi")} điểm.`,
    running: (day) => `Kỳ chưa kết thúc: cuối kỳ là số đến ${formatDate(day)}.`,
    unknown: (points) =>
      `${count(points, "vi")} điểm chưa có số liệu tổ hoặc thành viên, nên các số ghi “hơn” là số tối thiểu.`,
    source: "Nguồn: danh mục mô hình, quyết định và các bước của từng điểm",
    back: "Biến động mô hình",
    rows: {
      point: "Điểm",
      model: "Mô hình",
      place: "Nơi",
      unit: "Đơn vị",
      on: "Ngày",
      decision: "Quyết định",
      kind: "Biến động",
      block: "Khối",
    },
    atPoints: (points) => `tại ${points} điểm`,
    noFigure: "Chưa có số liệu",
    allAlong: "Duy trì suốt kỳ",
    resized: "Thay đổi quy mô",
    emptyTitle: "Không có biến động nào ở ô này",
    emptyHint: "Chọn kỳ khác, đơn vị khác hoặc trở lại bảng",
  },
  en: {
    title: "Movement of models",
    rowsTitle: (measure, column) => `${measure}: ${column.toLowerCase()}`,
    equation: "Movement in the period",
    measure: "Counted in",
    group: "Told by",
    groups: { block: "Block", field: "Field", principle: "Principle" },
    groupTitle: { block: "By block", field: "By field", principle: "By principle" },
    groupNote: {
      block: "Each model lies in one block, so the rows add up to the total.",
      field: "A model may lie in several fields, so the rows may add up to more than the total.",
      principle: "A model may follow several principles, so the rows may add up to more than the total.",
    },
    none: { block: "No block given", field: "No field given", principle: "No principle given" },
    sum: "Sum",
    counted: "Counted in",
    definitions: "How it is counted",
    kindDefinition:
      "Opening + newly built + replicated − merged − removed = closing, in every row. This closing is the next opening.",
    classDefinition:
      "Block, field and principle of a point are those of the model it belongs to today; of a model, those it is registered with.",
    finding: (came, went, models, points) =>
      `${count(came, "en")} models came, ${count(went, "en")} went; the period closes with ${count(models, "en")} models at ${count(points, "en")} points.`,
    running: (day) => `The period is not over: its closing stands as of ${formatDate(day)}.`,
    unknown: (points) =>
      `${count(points, "en")} points gave no figure of teams or members, so what says “more than” is the least it can be.`,
    source: "Source: register of models, decisions and steps of each point",
    back: "Movement of models",
    rows: {
      point: "Point",
      model: "Model",
      place: "Place",
      unit: "Unit",
      on: "Day",
      decision: "Decision",
      kind: "Movement",
      block: "Block",
    },
    atPoints: (points) => `at ${points} points`,
    noFigure: "No data yet",
    allAlong: "In force all along",
    resized: "Change of size",
    emptyTitle: "Nothing moved in this cell",
    emptyHint: "Choose another period or unit, or go back to the table",
  },
};
