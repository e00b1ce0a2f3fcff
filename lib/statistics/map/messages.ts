import type { Words } from "@/lib/core/locale";
import type { MapFigure } from "./catalog";
import type { UnitState } from "./rules";
import type { Classing } from "./schema";

type FigureWords = {
  label: string;
  /** Beside the number; "%" stands in the number itself. */
  unit: string;
  definition: string;
};

const steps = "xã trước 01/07/2025 nằm trong đơn vị";

/** A figure as the map names it, counts it and measures it. */
export const figureNames: Words<Record<MapFigure, FigureWords>> = {
  vi: {
    sessions: {
      label: "Cuộc tuyên truyền",
      unit: "cuộc",
      definition:
        "Số cuộc tuyên truyền có người dự trực tiếp trong kỳ. Loa, xe loa, tờ rơi, tin bài tính riêng.",
    },
    attendances: {
      label: "Lượt người dự",
      unit: "lượt người",
      definition: "Tổng lượt người dự các cuộc tuyên truyền trong kỳ; không phải số người.",
    },
    "sessions-per-10k": {
      label: "Cuộc tuyên truyền trên 10.000 dân",
      unit: "cuộc trên 10.000 dân",
      definition:
        "Số cuộc trong kỳ chia cho dân số của đơn vị, nhân 10.000. Tổng tính lại từ tổng cuộc và tổng dân.",
    },
    points: {
      label: "Điểm mô hình",
      unit: "điểm",
      definition: "Số nơi mô hình đang chạy vào ngày tính: đã ra mắt và chưa kết thúc.",
    },
    teams: { label: "Tổ", unit: "tổ", definition: "Số tổ của các điểm mô hình đang chạy vào ngày tính." },
    members: {
      label: "Thành viên",
      unit: "thành viên",
      definition: "Số thành viên của các điểm mô hình đang chạy vào ngày tính.",
    },
    models: {
      label: "Mô hình khác nhau",
      unit: "mô hình",
      definition:
        "Số mô hình có ít nhất một điểm đang chạy vào ngày tính. Một mô hình ở nhiều đơn vị tính một lần trong tổng, nên không cộng các đơn vị với nhau.",
    },
    awards: {
      label: "Khen thưởng",
      unit: "lượt khen",
      definition: "Số lượt được khen theo ngày quyết định trong kỳ, trừ quyết định đã thu hồi.",
    },
    standard: {
      label: "Xã đạt chuẩn nông thôn mới",
      unit: "xã",
      definition: `Số ${steps} có quyết định đạt chuẩn còn hiệu lực vào ngày tính, kể cả xã đã lên nâng cao, kiểu mẫu.`,
    },
    "standard-share": {
      label: "Tỷ lệ xã đạt chuẩn",
      unit: "xã đạt chuẩn",
      definition: `Số xã đạt chuẩn chia cho số ${steps}.`,
    },
    advanced: {
      label: "Xã nông thôn mới nâng cao",
      unit: "xã",
      definition: `Số ${steps} có quyết định nâng cao còn hiệu lực vào ngày tính, kể cả xã kiểu mẫu.`,
    },
    "advanced-share": {
      label: "Tỷ lệ xã nâng cao",
      unit: "xã nâng cao",
      definition: `Số xã nâng cao chia cho số ${steps}.`,
    },
    exemplary: {
      label: "Xã nông thôn mới kiểu mẫu",
      unit: "xã",
      definition: `Số ${steps} có quyết định kiểu mẫu còn hiệu lực vào ngày tính.`,
    },
    "exemplary-share": {
      label: "Tỷ lệ xã kiểu mẫu",
      unit: "xã kiểu mẫu",
      definition: `Số xã kiểu mẫu chia cho số ${steps}.`,
    },
    population: {
      label: "Dân số",
      unit: "người",
      definition: "Dân số của đơn vị theo nguồn công bố gần nhất.",
    },
    area: {
      label: "Diện tích",
      unit: "km²",
      definition: "Diện tích tự nhiên của đơn vị theo nguồn công bố gần nhất.",
    },
    density: {
      label: "Mật độ dân số",
      unit: "người trên km²",
      definition: "Dân số chia cho diện tích. Tổng tính lại từ tổng dân và tổng diện tích.",
    },
  },
  en: {
    sessions: {
      label: "Outreach sessions",
      unit: "sessions",
      definition:
        "Sessions that people attended in the period. Loudspeakers, leaflets and posts are counted apart.",
    },
    attendances: {
      label: "Attendances",
      unit: "attendances",
      definition: "Attendances at the sessions of the period; not people.",
    },
    "sessions-per-10k": {
      label: "Sessions per 10,000 people",
      unit: "sessions per 10,000 people",
      definition:
        "Sessions of the period by the unit's population, times 10,000. The total is recomputed from both sums.",
    },
    points: {
      label: "Model points",
      unit: "points",
      definition: "Places where a model runs on the day: launched and not ended.",
    },
    teams: { label: "Teams", unit: "teams", definition: "Teams of the model points in force on the day." },
    members: {
      label: "Members",
      unit: "members",
      definition: "Members of the model points in force on the day.",
    },
    models: {
      label: "Different models",
      unit: "models",
      definition:
        "Models with at least one point in force on the day. A model in several units counts once in the total, so units are not added up.",
    },
    awards: {
      label: "Awards",
      unit: "awards",
      definition: "Awards by day of decision within the period, without revoked ones.",
    },
    standard: {
      label: "Communes at the rural standard",
      unit: "communes",
      definition:
        "Communes of before 01/07/2025 in the unit whose decision on the standard is in force on the day, those further up included.",
    },
    "standard-share": {
      label: "Share of communes at the standard",
      unit: "at the standard",
      definition: "Communes at the standard by the communes of before 01/07/2025 in the unit.",
    },
    advanced: {
      label: "Communes at the advanced step",
      unit: "communes",
      definition:
        "Communes of before 01/07/2025 in the unit whose decision on the advanced step is in force on the day.",
    },
    "advanced-share": {
      label: "Share of advanced communes",
      unit: "advanced",
      definition: "Advanced communes by the communes of before 01/07/2025 in the unit.",
    },
    exemplary: {
      label: "Exemplary communes",
      unit: "communes",
      definition:
        "Communes of before 01/07/2025 in the unit whose decision on the exemplary step is in force on the day.",
    },
    "exemplary-share": {
      label: "Share of exemplary communes",
      unit: "exemplary",
      definition: "Exemplary communes by the communes of before 01/07/2025 in the unit.",
    },
    population: {
      label: "Population",
      unit: "people",
      definition: "The unit's population by the latest source.",
    },
    area: { label: "Area", unit: "km²", definition: "The unit's area by the latest source." },
    density: {
      label: "Population density",
      unit: "people per km²",
      definition: "Population by area. The total is recomputed from both sums.",
    },
  },
};

export const stateNames: Words<Record<Exclude<UnitState, "counted">, string>> = {
  vi: {
    nil: "Không phát sinh",
    none: "Chưa có số liệu",
    inapplicable: "Không có xã",
    hidden: "Ngoài phạm vi",
  },
  en: { nil: "Declared nil", none: "No data", inapplicable: "No communes", hidden: "Out of reach" },
};

export const classingNames: Words<Record<Classing, string>> = {
  vi: { quantile: "Số đơn vị bằng nhau", equal: "Khoảng bằng nhau", manual: "Tự đặt ranh giới lớp" },
  en: { quantile: "Equal numbers of units", equal: "Equal intervals", manual: "Own borders" },
};

type MapWords = {
  title: string;
  figure: string;
  choices: string;
  figureGroups: Record<"sessions" | "points" | "awards" | "rural" | "units", string>;
  as: string;
  areas: string;
  bubbles: string;
  classes: string;
  count: string;
  breaks: string;
  breaksHint: string;
  show: string;
  schematic: string;
  official: (source: string) => string;
  partly: (count: string) => string;
  unplaced: (count: string) => string;
  notThen: string;
  ofTodaysCommunes: string;
  toFormerCommunes: string;
  ofCommunes: (base: string) => string;
  legend: string;
  unitsIn: (count: string) => string;
  most: (unit: string, value: string) => string;
  mostOf: (units: string, value: string) => string;
  without: (count: string) => string;
  nils: (count: string) => string;
  nothing: string;
  ofReach: string;
  skip: string;
  table: string;
  tableFinding: string;
  unit: string;
  value: string;
  klass: string;
  base: string;
  outside: (value: string) => string;
  outsideAwards: (value: string) => string;
  total: string;
  mean: string;
  source: (what: string, day: string) => string;
  period: (label: string) => string;
  boundaries: string;
  onDashboard: string;
  changeMark: (day: string) => string;
  sources: Record<"sessions" | "points" | "awards" | "rural" | "units", string>;
};

export const mapWords: Words<MapWords> = {
  vi: {
    title: "Bản đồ",
    figure: "Số liệu",
    choices: "Cách vẽ bản đồ",
    figureGroups: {
      sessions: "Tuyên truyền",
      points: "Mô hình",
      awards: "Khen thưởng",
      rural: "Nông thôn mới",
      units: "Đơn vị hành chính",
    },
    as: "Vẽ bằng",
    areas: "Màu vùng",
    bubbles: "Vòng tròn",
    classes: "Chia lớp",
    count: "Số lớp",
    breaks: "Ranh giới lớp",
    breaksHint: "Ví dụ 10; 50; 100",
    show: "Xem",
    schematic: "Sơ đồ, không phải địa giới chính thức",
    official: (source) => `Ranh giới theo ${source}`,
    partly: (count) => `${count} đơn vị chưa có ranh giới chính thức, vẽ theo sơ đồ`,
    unplaced: (count) => `${count} đơn vị chưa biết vị trí, chỉ có trong bảng`,
    notThen:
      "Đơn vị trước 01/07/2025 không có vị trí để vẽ. Bản đồ vẽ các đơn vị hiện nay; số của đơn vị cũ tính vào đơn vị kế thừa.",
    ofTodaysCommunes:
      "Chỉ tính các xã có tại ngày xem, theo quyết định công nhận của chính xã đó; quyết định của 167 xã trước 01/07/2025 không tính.",
    toFormerCommunes: "Xem thang của 167 xã theo địa giới hiện nay",
    ofCommunes: (base) => `trong ${base} xã`,
    legend: "Chú giải",
    unitsIn: (count) => `${count} đơn vị`,
    most: (unit, value) => `${unit} cao nhất: ${value}`,
    mostOf: (units, value) => `${units} đơn vị cùng cao nhất: ${value}`,
    without: (count) => `${count} đơn vị chưa có số liệu`,
    nils: (count) => `${count} đơn vị không phát sinh`,
    nothing: "Chưa có số liệu để vẽ",
    ofReach: "Số liệu của đơn vị; đơn vị khác chỉ vẽ hình",
    skip: "Bỏ qua bản đồ, đến bảng",
    table: "Bảng số liệu của bản đồ",
    tableFinding: "Cùng số và cùng lớp như trên bản đồ",
    unit: "Đơn vị",
    value: "Giá trị",
    klass: "Lớp",
    base: "Trên tổng số xã",
    outside: (value) => `Không nằm trong đơn vị nào trên bản đồ: ${value}`,
    outsideAwards: (value) => `Của cơ quan, đơn vị không thuộc xã, phường nào trên bản đồ: ${value}`,
    total: "Toàn thành phố",
    mean: "Chung",
    source: (what, day) => `Nguồn: ${what}. Tính đến ${day}.`,
    period: (label) => `${label}.`,
    boundaries: "Ranh giới chính thức",
    onDashboard: "Xem trên bản đồ",
    changeMark: (day) => `Thay đổi đơn vị ${day}`,
    sources: {
      sessions: "sổ ghi nhận cuộc tuyên truyền",
      points: "danh mục mô hình và quyết định từng điểm",
      awards: "quyết định khen thưởng",
      rural: "quyết định công nhận nông thôn mới",
      units: "công văn 2896/BNV-CQĐP và số liệu đã ghi của đơn vị",
    },
  },
  en: {
    title: "Map",
    figure: "Figure",
    choices: "How the map is drawn",
    figureGroups: {
      sessions: "Outreach",
      points: "Models",
      awards: "Awards",
      rural: "Rural standard",
      units: "Units",
    },
    as: "Drawn as",
    areas: "Coloured areas",
    bubbles: "Bubbles",
    classes: "Classes",
    count: "Number of classes",
    breaks: "Borders of classes",
    breaksHint: "Such as 10; 50; 100",
    show: "Show",
    schematic: "A scheme, not official boundaries",
    official: (source) => `Boundaries by ${source}`,
    partly: (count) => `${count} units without official boundaries are drawn by the scheme`,
    unplaced: (count) => `${count} units whose place is not known are missing`,
    notThen:
      "Where units of before 01/07/2025 lay is not known. The map shows today's units; figures of former ones count for those that carry them on.",
    ofTodaysCommunes:
      "Only communes in force on the day, by decisions on them; decisions on the 167 communes of before 01/07/2025 do not count.",
    toFormerCommunes: "See the ladder of the 167 communes by today's boundaries",
    ofCommunes: (base) => `of ${base} communes`,
    legend: "Legend",
    unitsIn: (count) => `${count} units`,
    most: (unit, value) => `Highest: ${unit}, ${value}`,
    mostOf: (units, value) => `Highest: ${units} units with ${value}`,
    without: (count) => `${count} units without data`,
    nils: (count) => `${count} units declared nil`,
    nothing: "No data to draw",
    ofReach: "Figures of the own unit; others are drawn only",
    skip: "Skip the map, to the table",
    table: "The map as a table",
    tableFinding: "The same values and classes as on the map",
    unit: "Unit",
    value: "Value",
    klass: "Class",
    base: "Of communes",
    outside: (value) => `In no unit on the map: ${value}`,
    outsideAwards: (value) => `Of bodies in no commune or ward on the map: ${value}`,
    total: "Whole city",
    mean: "Overall",
    source: (what, day) => `Source: ${what}. As of ${day}.`,
    period: (label) => `${label}.`,
    boundaries: "Official boundaries",
    onDashboard: "See on the map",
    changeMark: (day) => `Units changed ${day}`,
    sources: {
      sessions: "log of outreach sessions",
      points: "register of models and the decision of each point",
      awards: "award decisions",
      rural: "decisions on the rural standard",
      units: "official letter 2896/BNV-CQĐP and recorded facts",
    },
  },
};
