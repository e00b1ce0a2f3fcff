import { formatDate } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { ModelBlock, ModelPrinciple, RecognitionLevel } from "@/prisma/client/enums";

export const blockWords: Words<Record<ModelBlock, string>> = {
  vi: {
    residential: "Khu dân cư",
    agency: "Cơ quan",
    enterprise: "Doanh nghiệp",
    school: "Cơ sở giáo dục",
  },
  en: { residential: "Residential area", agency: "Agency", enterprise: "Enterprise", school: "School" },
};

export const principleWords: Words<Record<ModelPrinciple, string>> = {
  vi: {
    self_prevention: "Tự phòng",
    self_management: "Tự quản",
    self_protection: "Tự bảo vệ",
    self_mediation: "Tự hòa giải",
  },
  en: {
    self_prevention: "Self-prevention",
    self_management: "Self-management",
    self_protection: "Self-protection",
    self_mediation: "Self-mediation",
  },
};

export const recognitionWords: Words<Record<RecognitionLevel, string>> = {
  vi: { commune: "Cấp xã", city: "Cấp thành phố", ministry: "Bộ Công an" },
  en: { commune: "Commune level", city: "City level", ministry: "Ministry of Public Security" },
};

type ModelWords = {
  title: string;
  create: string;
  edit: string;
  save: string;
  saveEdit: string;
  saved: string;
  addPoint: string;
  search: string;
  all: string;
  states: Record<"in-force" | "ended" | "all", string>;
  state: string;
  emptyTitle: string;
  emptyHint: string;
  modelUnit: string;
  pointUnit: string;
  teamUnit: string;
  memberUnit: string;
  models: string;
  points: string;
  pointsColumn: string;
  teams: string;
  members: string;
  effective: string;
  effectiveOf: string;
  ratedUnit: (rated: string) => string;
  notRated: string;
  modelsDefinition: string;
  pointsDefinition: string;
  teamsDefinition: string;
  membersDefinition: string;
  effectiveDefinition: string;
  unknownTeams: (points: string) => string;
  source: string;
  nationwide: string;
  standing: Record<"in-force" | "ended" | "none", string>;
  standingRule: string;
  ownReach: string;
  identity: string;
  recognition: string;
  axes: string;
  aliasesHint: string;
  renameHint: string;
  nameHint: string;
  keyFacts: string;
  pointsOf: string;
  yesNo: { yes: string; no: string };
  changed: string;
  views: Record<
    "label" | "models" | "points" | "movement" | "evaluations" | "readings" | "replication" | "radar",
    string
  >;
  merge: string;
  confirmMerge: string;
  remove: string;
  confirmRemove: string;
  removeConsequence: string;
};

const vi: ModelWords = {
  title: "Mô hình",
  create: "Đăng ký mô hình",
  edit: "Sửa mô hình",
  save: "Lưu mô hình",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu",
  addPoint: "Thêm điểm mô hình",
  search: "Tìm tên mô hình",
  all: "Tất cả",
  states: { "in-force": "Đang duy trì", ended: "Đã kết thúc", all: "Tất cả" },
  state: "Tình trạng",
  emptyTitle: "Không có mô hình nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc, chọn ngày khác hoặc gõ tên không dấu",
  modelUnit: "mô hình",
  pointUnit: "điểm",
  teamUnit: "tổ",
  memberUnit: "thành viên",
  models: "Mô hình đang duy trì",
  points: "Điểm mô hình",
  pointsColumn: "Điểm",
  teams: "Tổ",
  members: "Thành viên",
  effective: "Hiệu quả",
  effectiveOf: "Hiệu quả / đã xếp loại",
  ratedUnit: (rated) => `trong ${rated} điểm đã xếp loại`,
  notRated: "Chưa xếp loại",
  modelsDefinition:
    "Số mô hình có ít nhất một điểm đang duy trì vào ngày tính. Một mô hình ở 17 nơi là một mô hình, 17 điểm.",
  pointsDefinition: "Số nơi mô hình đang chạy vào ngày tính: đã ra mắt và chưa kết thúc.",
  teamsDefinition: "Tổng số tổ của các điểm đang duy trì; không phải số điểm, không phải số mô hình.",
  membersDefinition: "Tổng số thành viên của các tổ tại các điểm đang duy trì.",
  effectiveDefinition: "Số điểm đang duy trì có lần xếp loại gần nhất, tính đến ngày chọn, là hiệu quả.",
  unknownTeams: (points) => `${points} điểm chưa có số liệu, nên đây là số tối thiểu.`,
  source: "Danh mục mô hình và quyết định từng điểm",
  nationwide: "Nhân rộng toàn quốc",
  standing: { "in-force": "Đang duy trì", ended: "Đã kết thúc", none: "Chưa có điểm hoạt động" },
  standingRule: "Mô hình đang duy trì khi còn ít nhất một điểm đang duy trì; xếp loại tính theo từng điểm.",
  ownReach: "Chỉ tính các điểm trong địa bàn của đơn vị.",
  identity: "Tên gọi",
  recognition: "Công nhận",
  axes: "Phân loại",
  aliasesHint: "Mỗi dòng một cách gọi, để tìm được mô hình bằng mọi cách viết",
  renameHint: "Đổi tên thì tên cũ được giữ làm cách gọi khác",
  nameHint: "Viết như trong quyết định",
  keyFacts: "Thông tin chính",
  pointsOf: "Các điểm",
  yesNo: { yes: "Có", no: "Không" },
  changed: "Sửa lần cuối",
  views: {
    label: "Các trang của danh mục mô hình",
    models: "Mô hình",
    points: "Điểm",
    movement: "Biến động",
    evaluations: "Đánh giá",
    readings: "Chỉ số",
    replication: "Nhân rộng",
    radar: "Rà soát",
  },
  merge: "Hợp nhất vào mô hình khác",
  confirmMerge: "Hợp nhất mô hình này",
  remove: "Xóa mô hình nhập nhầm",
  confirmRemove: "Xóa mô hình này",
  removeConsequence:
    "Chỉ xóa được mô hình chưa có điểm nào. Mô hình đã chạy thì kết thúc từng điểm, không xóa.",
};

const en: ModelWords = {
  title: "Security models",
  create: "Register a model",
  edit: "Edit the model",
  save: "Save the model",
  saveEdit: "Save changes",
  saved: "Saved",
  addPoint: "Add a point",
  search: "Find a model by name",
  all: "All",
  states: { "in-force": "In force", ended: "Ended", all: "All" },
  state: "Standing",
  emptyTitle: "No model matches these filters",
  emptyHint: "Remove a filter, choose another day, or type the name without accents",
  modelUnit: "models",
  pointUnit: "points",
  teamUnit: "teams",
  memberUnit: "members",
  models: "Models in force",
  points: "Model points",
  pointsColumn: "Points",
  teams: "Teams",
  members: "Members",
  effective: "Effective",
  effectiveOf: "Effective / rated",
  ratedUnit: (rated) => `of ${rated} rated points`,
  notRated: "Not rated",
  modelsDefinition:
    "Models with at least one point in force on the day. A model at 17 places is one model, 17 points.",
  pointsDefinition: "Places where a model runs on the day: launched and not ended.",
  teamsDefinition: "Teams of the points in force, summed; not points and not models.",
  membersDefinition: "Members of the teams at the points in force, summed.",
  effectiveDefinition: "Points in force whose latest rating up to the day is “effective”.",
  unknownTeams: (points) => `${points} points gave no figure, so this is the least it can be.`,
  source: "Register of models and the decision of each point",
  nationwide: "Replicated nationwide",
  standing: { "in-force": "In force", ended: "Ended", none: "No point has run yet" },
  standingRule: "A model is in force while at least one of its points is; ratings belong to points.",
  ownReach: "Only the points within your unit's area are counted.",
  identity: "Names",
  recognition: "Recognition",
  axes: "Classification",
  aliasesHint: "One spelling a line, so that the model is found by any of them",
  renameHint: "When the name changes, the former one is kept as another spelling",
  nameHint: "As written in the decision",
  keyFacts: "Key facts",
  pointsOf: "Points",
  yesNo: { yes: "Yes", no: "No" },
  changed: "Last changed",
  views: {
    label: "Pages of the registry",
    models: "Models",
    points: "Points",
    movement: "Movement",
    evaluations: "Evaluation",
    readings: "Indicators",
    replication: "Replication",
    radar: "Review",
  },
  merge: "Merge into another model",
  confirmMerge: "Merge this model",
  remove: "Delete a model entered by mistake",
  confirmRemove: "Delete this model",
  removeConsequence:
    "Only a model without points can be deleted. One that ran has its points ended, it is not deleted.",
};

const fieldsVi = {
  name: "Tên mô hình",
  aliases: "Cách gọi khác",
  block: "Khối",
  fields: "Lĩnh vực",
  principles: "Phương châm",
  coreForce: "Lực lượng nòng cốt",
  massMobilization: "Dân vận khéo",
  level: "Cấp công nhận",
  directives: "Thực hiện chỉ đạo",
  intoId: "Mô hình nhận hợp nhất",
  mergedOn: "Ngày hợp nhất",
  mergeDecision: "Quyết định hợp nhất",
  reason: "Lý do",
  description: "Mô tả",
};

const fieldsEn: typeof fieldsVi = {
  name: "Name",
  aliases: "Other spellings",
  block: "Block",
  fields: "Fields",
  principles: "Principles",
  coreForce: "Core force",
  massMobilization: "Skilful mass mobilisation",
  level: "Recognition level",
  directives: "Answers directives",
  intoId: "Model it goes into",
  mergedOn: "Merged on",
  mergeDecision: "Decision to merge",
  reason: "Reason",
  description: "Description",
};

const errorsVi = {
  "aliases.too-many": "Cách gọi khác quá nhiều dòng, giữ lại tối đa 30",
  "aliases.line-too-long": "Có dòng dài quá 200 ký tự, mỗi dòng chỉ ghi một cách gọi",
  "block.required": "Chọn khối",
  "fields.required": "Chọn ít nhất một lĩnh vực",
  "coreForce.required": "Chọn lực lượng nòng cốt",
  similar:
    "Đã có mô hình tên gần giống. Nếu là cùng một mô hình, thêm cách gọi vào mô hình đó thay vì tạo mới",
};

const errorsEn: typeof errorsVi = {
  "aliases.too-many": "Too many spellings; keep 30 at most",
  "aliases.line-too-long": "A line is longer than 200 characters; write one spelling a line",
  "block.required": "Choose a block",
  "fields.required": "Choose at least one field",
  "coreForce.required": "Choose the core force",
  similar: "A model with a similar name exists. If it is the same one, add the spelling there instead",
};

/** A stored value as the screen shows it, for two editions side by side. */
const showIn =
  (locale: Locale) =>
  (_: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((item) => showIn(locale)("", item)).join("; ");
    if (typeof value === "boolean") return (locale === "vi" ? vi : en).yesNo[value ? "yes" : "no"];
    if (typeof value === "object" && value !== null) return (value as Record<Locale, string>)[locale];
    const text = value === null || value === undefined ? "" : String(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
    const labels: Record<string, string> = {
      ...blockWords[locale],
      ...principleWords[locale],
      ...recognitionWords[locale],
    };
    return labels[text] ?? text;
  };

export const modelWords = {
  vi: { ...vi, fields: fieldsVi, errors: errorsVi, show: showIn("vi") },
  en: { ...en, fields: fieldsEn, errors: errorsEn, show: showIn("en") },
} satisfies Words<
  ModelWords & {
    fields: Record<string, string>;
    errors: Record<string, string>;
    show: (field: string, value: unknown) => string;
  }
>;
