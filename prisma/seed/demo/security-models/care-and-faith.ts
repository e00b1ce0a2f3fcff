import { sketches } from "./sketch";

const drugs = sketches({
  fields: ["drugs-social-evils"],
  principles: ["self_prevention", "self_management"],
  massMobilization: true,
});
const comeback = sketches({
  fields: ["reintegration"],
  coreForce: "fatherland-front",
  massMobilization: true,
  principles: ["self_management", "self_mediation"],
});
const faith = sketches({
  fields: ["religion", "crime-prevention"],
  coreForce: "religious-dignitaries",
  site: "worship",
  massMobilization: true,
});
const kin = sketches({
  fields: ["ethnic-affairs", "crime-prevention"],
  coreForce: "respected-persons",
  massMobilization: true,
});

/** Drugs, reintegration, religion and ethnic affairs. */
export const careAndFaithModels = [
  drugs("Thanh niên tuyên chiến với ma túy", { coreForce: "youth-union" }),
  drugs("Vòng tay nhân ái giúp người sau cai", {
    coreForce: "womens-union",
    fields: ["drugs-social-evils", "reintegration"],
  }),
  drugs("Địa bàn sạch ma túy", { coreForce: "commune-police", massMobilization: false, points: 14 }),
  drugs("Bạn giúp bạn tránh xa tệ nạn", { coreForce: "youth-union" }),
  drugs("Tình nguyện viên tiếp sức cai nghiện", { coreForce: "fatherland-front" }),
  drugs("Chung tay chăm sóc người bệnh tâm thần", {
    fields: ["crime-prevention"],
    principles: ["self_prevention", "self_protection"],
    coreForce: "fatherland-front",
    recent: true,
  }),
  comeback("Đồng vốn hoàn lương", { coreForce: "womens-union" }),
  comeback("Một kèm một giúp người lầm lỡ", { coreForce: "veterans-association" }),
  comeback("Đỡ đầu thanh thiếu niên chậm tiến", {
    coreForce: "youth-union",
    fields: ["reintegration", "crime-prevention"],
  }),
  faith("Xóm đạo bình yên", { points: 10 }),
  faith("Giáo họ sống tốt đời, đẹp đạo"),
  faith("Cổng chùa nói không với ma túy", { fields: ["religion", "drugs-social-evils"], where: "khmer" }),
  faith("Cơ sở thờ tự văn minh, an toàn", { fields: ["religion", "fire-prevention"] }),
  kin("Phum sóc đoàn kết giữ đất, giữ làng", { where: "khmer" }),
  kin("Người có uy tín vận động đồng bào Khmer", { where: "khmer", points: 12 }),
  kin("Hội quán người Hoa chung tay phòng gian", { where: "khmer", site: "hall", points: 5 }),
];
