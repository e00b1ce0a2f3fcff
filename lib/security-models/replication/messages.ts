import { formatNumber } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { GapView } from "./schema";

type ReplicationWords = {
  title: string;
  treeTitle: string;
  pointsTitle: string;
  source: string;
  originals: string;
  originalsDefinition: string;
  copies: string;
  copiesDefinition: string;
  generations: string;
  generationUnit: string;
  generationsDefinition: string;
  pointUnit: string;
  growth: string;
  growthTotal: string;
  growthCopies: string;
  growthFinding: (year: number, points: number, copies: number) => string;
  treeFinding: (trees: number, points: number) => string;
  treesLeft: (trees: number) => string;
  generation: (depth: number) => string;
  view: string;
  drawing: string;
  list: string;
  drawingLabel: string;
  copiedFrom: (site: string) => string;
  outside: string;
  copiesOf: (count: number) => string;
  alone: (count: number) => string;
  aloneHint: string;
  noTrees: string;
  noTreesHint: string;
  toPoints: string;
  gapViews: Record<GapView, string>;
  unitsTitle: (field: string) => string;
  unitsFinding: (lacking: number, units: number) => string;
  ownUnitLacks: string;
  ownUnitHas: string;
  modelsTitle: (unit: string) => string;
  modelsFinding: (lacking: number, models: number) => string;
  perUnitTitle: string;
  perUnitFinding: (models: number) => string;
  field: string;
  chooseField: string;
  candidate: string;
  chooseCandidate: string;
  level: string;
  bothLevels: string;
  fieldsTitle: string;
  fieldsHint: string;
  lackingUnits: string;
  lackingModels: string;
  noCandidate: string;
  original: string;
  propose: string;
  proposeIn: (unit: string) => string;
  proposeModel: (model: string) => string;
  proposed: string;
  standing: string;
  seePoints: string;
  none: string;
  unit: string;
  model: string;
  allHave: string;
  allHaveHint: string;
  unitHasAll: string;
  unitHasAllHint: string;
  noModels: string;
  noModelsHint: string;
};

const vi: ReplicationWords = {
  title: "Nhân rộng",
  treeTitle: "Cây nhân rộng",
  pointsTitle: "Điểm gốc và điểm nhân rộng",
  source: "Danh mục mô hình và quyết định từng điểm",
  originals: "Điểm làm gốc",
  originalsDefinition: "Số điểm đã có điểm khác nhân rộng theo, tính đến ngày chọn.",
  copies: "Điểm nhân rộng có ghi gốc",
  copiesDefinition:
    "Số điểm có ghi được nhân rộng từ điểm nào, tính đến ngày chọn. Một điểm nhân rộng có thể lại là gốc của điểm khác, nên không cộng với số điểm làm gốc.",
  generations: "Số đời",
  generationUnit: "đời",
  generationsDefinition:
    "Đời xa nhất tính từ điểm gốc: 1 là nhân rộng thẳng, 2 là nhân rộng từ điểm đã nhân rộng.",
  pointUnit: "điểm",
  growth: "Điểm thêm mỗi năm",
  growthTotal: "Điểm bắt đầu trong năm",
  growthCopies: "Trong đó nhân rộng",
  growthFinding: (year, points, copies) =>
    `Năm ${year} thêm nhiều nhất: ${formatNumber(points, "vi")} điểm, trong đó ${formatNumber(copies, "vi")} điểm nhân rộng.`,
  treeFinding: (trees, points) =>
    `${formatNumber(trees, "vi")} điểm gốc đầu tiên, lan ra ${formatNumber(points, "vi")} điểm kể cả điểm gốc.`,
  treesLeft: (trees) => `Còn ${formatNumber(trees, "vi")} cây nhỏ hơn chưa vẽ.`,
  generation: (depth) => (depth === 0 ? "Điểm gốc" : `Đời ${depth}`),
  view: "Cách xem",
  drawing: "Sơ đồ",
  list: "Danh sách",
  drawingLabel: "Sơ đồ nhân rộng, cuộn được",
  copiedFrom: (site) => `nhân rộng từ ${site}`,
  outside: "Ngoài địa bàn",
  copiesOf: (count) => `${formatNumber(count, "vi")} điểm nhân rộng theo`,
  alone: (count) => `${formatNumber(count, "vi")} điểm chưa ghi nguồn nhân rộng`,
  aloneHint:
    "Gồm điểm xây mới chưa ai nhân rộng theo và điểm nhân rộng chưa ghi gốc. Ghi gốc ở trang sửa điểm.",
  noTrees: "Chưa có điểm nào ghi nhân rộng từ điểm khác",
  noTreesHint: "Khi thêm điểm nhân rộng, chọn điểm gốc thì cây hiện tại đây",
  toPoints: "Xem các điểm",
  gapViews: { units: "Theo lĩnh vực", models: "Theo đơn vị" },
  unitsTitle: (field) => `Đơn vị chưa có mô hình: ${field}`,
  unitsFinding: (lacking, units) =>
    `${formatNumber(lacking, "vi")} trong ${formatNumber(units, "vi")} đơn vị hiện nay không có điểm nào đang duy trì trong lĩnh vực này; điểm của đơn vị cũ tính cho đơn vị kế thừa.`,
  ownUnitLacks: "Đơn vị chưa có điểm nào đang duy trì trong lĩnh vực này.",
  ownUnitHas: "Đơn vị đã có điểm đang duy trì trong lĩnh vực này.",
  modelsTitle: (unit) => `Mô hình được công nhận chưa có ở ${unit}`,
  modelsFinding: (lacking, models) =>
    `Chưa có ${formatNumber(lacking, "vi")} trong ${formatNumber(models, "vi")} mô hình được công nhận đang duy trì.`,
  perUnitTitle: "Mô hình được công nhận chưa có, theo đơn vị",
  perUnitFinding: (models) =>
    `Trong ${formatNumber(models, "vi")} mô hình được công nhận đang duy trì. Chọn một đơn vị để xem từng mô hình và đề xuất điểm.`,
  field: "Lĩnh vực",
  chooseField: "Chọn lĩnh vực",
  candidate: "Mô hình để đề xuất",
  chooseCandidate: "Cấp cao nhất",
  level: "Cấp công nhận",
  bothLevels: "Từ cấp thành phố",
  fieldsTitle: "Các lĩnh vực",
  fieldsHint: "Số đơn vị chưa có mô hình",
  lackingUnits: "Đơn vị chưa có",
  lackingModels: "Mô hình chưa có",
  noCandidate: "Chưa có mô hình được công nhận nào đang duy trì trong lĩnh vực này để đề xuất nhân rộng.",
  original: "Điểm nên theo",
  propose: "Đề xuất điểm",
  proposeIn: (unit) => `Đề xuất điểm tại ${unit}`,
  proposeModel: (model) => `Đề xuất điểm của ${model}`,
  proposed: "Đã đề xuất",
  standing: "Tình trạng",
  seePoints: "Xem mô hình của đơn vị",
  none: "Chưa có",
  unit: "Đơn vị",
  model: "Mô hình",
  allHave: "Đơn vị nào cũng có mô hình trong lĩnh vực này",
  allHaveHint: "Chọn lĩnh vực khác, hoặc một ngày khác để so sánh",
  unitHasAll: "Đơn vị có đủ các mô hình được công nhận",
  unitHasAllHint: "Bỏ lọc cấp công nhận hoặc chọn đơn vị khác",
  noModels: "Chưa có mô hình được công nhận nào đang duy trì vào ngày này",
  noModelsHint: "Công nhận được ghi ở trang của từng mô hình",
};

const count = (number: number, one: string, many: string) =>
  `${formatNumber(number, "en")} ${number === 1 ? one : many}`;

const en: ReplicationWords = {
  title: "Replication",
  treeTitle: "Tree of replication",
  pointsTitle: "Originals and their copies",
  source: "Register of models and the decision of each point",
  originals: "Originals",
  originalsDefinition: "Points that other points were copied from, up to the day.",
  copies: "Copies with a known original",
  copiesDefinition:
    "Points that say which one they were copied from, up to the day. A copy can be an original itself, so the two are not added.",
  generations: "Generations",
  generationUnit: "generations",
  generationsDefinition: "The furthest from an original: 1 is a direct copy, 2 a copy of a copy.",
  pointUnit: "points",
  growth: "Points added each year",
  growthTotal: "Points begun in the year",
  growthCopies: "Replicated among them",
  growthFinding: (year, points, copies) =>
    `Most were added in ${year}: ${count(points, "point", "points")}, ${formatNumber(copies, "en")} of them replicated.`,
  treeFinding: (trees, points) =>
    `${count(trees, "first original", "first originals")}, ${count(points, "point", "points")} with all that came of them.`,
  treesLeft: (trees) => `${count(trees, "smaller tree is", "smaller trees are")} not drawn.`,
  generation: (depth) => (depth === 0 ? "Original" : `Generation ${depth}`),
  view: "View",
  drawing: "Drawing",
  list: "List",
  drawingLabel: "Drawing of the replication; it can be scrolled",
  copiedFrom: (site) => `copied from ${site}`,
  outside: "Outside your area",
  copiesOf: (number) => count(number, "copy", "copies"),
  alone: (number) => `${count(number, "point", "points")} without a known original`,
  aloneHint:
    "New points nobody has copied, and copies whose original was not told. The original is told where the point is changed.",
  noTrees: "No point says yet that it was copied from another one",
  noTreesHint: "Choose the original when you add a replicated point, and the tree stands here",
  toPoints: "See the points",
  gapViews: { units: "By field", models: "By unit" },
  unitsTitle: (field) => `Units without a model: ${field}`,
  unitsFinding: (lacking, units) =>
    `${formatNumber(lacking, "en")} of today's ${count(units, "unit", "units")} have no point in force in this field; points of former units count for their successors.`,
  ownUnitLacks: "Your unit has no point in force in this field.",
  ownUnitHas: "Your unit has a point in force in this field.",
  modelsTitle: (unit) => `Recognised models not yet in ${unit}`,
  modelsFinding: (lacking, models) =>
    `${formatNumber(lacking, "en")} of ${count(models, "recognised model", "recognised models")} in force are not there yet.`,
  perUnitTitle: "Recognised models lacking, by unit",
  perUnitFinding: (models) =>
    `Of ${count(models, "recognised model", "recognised models")} in force. Choose a unit to see each model and propose a point.`,
  field: "Field",
  chooseField: "Choose a field",
  candidate: "Model to propose",
  chooseCandidate: "Highest level",
  level: "Recognition level",
  bothLevels: "City and above",
  fieldsTitle: "All fields",
  fieldsHint: "Units without a model",
  lackingUnits: "Units lacking",
  lackingModels: "Models lacking",
  noCandidate: "No recognised model in force in this field could be proposed.",
  original: "Point to follow",
  propose: "Propose a point",
  proposeIn: (unit) => `Propose a point in ${unit}`,
  proposeModel: (model) => `Propose a point of ${model}`,
  proposed: "Proposed",
  standing: "Standing",
  seePoints: "See the unit's models",
  none: "None",
  unit: "Unit",
  model: "Model",
  allHave: "Every unit has a model in this field",
  allHaveHint: "Choose another field, or another day to compare",
  unitHasAll: "The unit has every recognised model",
  unitHasAllHint: "Remove the level filter or choose another unit",
  noModels: "No recognised model is in force on this day",
  noModelsHint: "Recognitions are recorded on each model's page",
};

export const replicationWords: Words<ReplicationWords> = { vi, en };
