import { sketches } from "./sketch";

const guard = sketches({
  principles: ["self_management", "self_protection"],
  coreForce: "grassroots-security-force",
});
const trust = sketches({ coreForce: "fatherland-front", massMobilization: true });
const trade = sketches({
  coreForce: "farmers-association",
  principles: ["self_management", "self_protection"],
  site: "field",
  where: "rural",
});

/** Residents who keep watch, report and settle disputes. */
export const neighbourhoodModels = [
  guard("Tiếng kẻng an ninh", { where: "rural" }),
  guard("Tổ tự quản tuyến kênh an ninh", { site: "waterway", where: "rural", coreForce: "residents-groups" }),
  guard("Zalo an ninh khóm, ấp", { site: "online", coreForce: "commune-police", points: 22 }),
  guard("Tuần tra nhân dân ban đêm"),
  guard("Tổ phản ứng nhanh cơ sở", { recent: true }),
  guard("Cụm liên hoàn giữ gìn trật tự", { fields: ["border-areas", "crime-prevention"] }),
  guard("Giáp ranh đoàn kết, láng giềng tin cậy", { fields: ["border-areas"], coreForce: "commune-police" }),
  guard("Trạm gác dân phòng ngã ba sông", {
    site: "waterway",
    fields: ["border-areas", "crime-prevention"],
    coreForce: "militia",
  }),
  guard("Đội nữ xung kích xóm biển", {
    where: "coast",
    coreForce: "womens-union",
    fields: ["border-areas", "crime-prevention"],
  }),
  guard("Tổ tàu thuyền đoàn kết bám biển", {
    where: "coast",
    site: "wharf",
    fields: ["border-areas"],
    coreForce: "farmers-association",
  }),
  guard("Cổng rào kín, đèn ngõ sáng", {
    fields: ["crime-prevention", "environment-urban"],
    coreForce: "residents-groups",
  }),
  guard("Thắp sáng đường quê", {
    site: "road",
    where: "rural",
    fields: ["crime-prevention", "traffic-order"],
    coreForce: "youth-union",
    points: 16,
  }),
  guard("Bãi giữ xe không mất trộm", { site: "market", coreForce: "business-owners" }),
  guard("Đình làng có người trông coi", { site: "worship", coreForce: "elderly-association" }),
  trust("Hộp thư tố giác tội phạm", { coreForce: "commune-police" }),
  trust("Đường dây nóng giúp dân", { coreForce: "commune-police" }),
  trust("Cà phê sáng lắng nghe dân", { site: "shop", coreForce: "commune-police" }),
  trust("Ngày thứ bảy vì dân", { coreForce: "commune-police", site: "office" }),
  trust("Quét mã QR gửi tin cho công an", {
    coreForce: "commune-police",
    site: "market",
    fields: ["crime-prevention", "cyberspace"],
    recent: true,
  }),
  trust("Cựu chiến binh gương mẫu giữ yên xóm làng", {
    coreForce: "veterans-association",
    massMobilization: false,
  }),
  trust("Phụ nữ với pháp luật", { coreForce: "womens-union" }),
  trust("Những bà mẹ không để con sa ngã", {
    coreForce: "womens-union",
    fields: ["drugs-social-evils", "crime-prevention"],
  }),
  trust("Ông bà mẫu mực, con cháu thảo hiền", { coreForce: "elderly-association" }),
  trust("Sổ vàng gia đình an toàn", { principles: ["self_prevention", "self_mediation"] }),
  trust("Tổ hòa giải thắm tình láng giềng", { principles: ["self_mediation"], points: 12 }),
  trust("Địa chỉ tin cậy cho nạn nhân bạo lực gia đình", {
    coreForce: "womens-union",
    principles: ["self_protection", "self_mediation"],
  }),
  trust("Tổ góp vốn đẩy lùi vay nặng lãi", { coreForce: "womens-union" }),
  trust("Đổi vũ khí, pháo nổ lấy quà", { coreForce: "commune-police", site: "office" }),
  trust("Đám tiệc không cờ bạc", { fields: ["drugs-social-evils"], where: "rural" }),
  trust("Đờn ca tài tử đưa pháp luật về ấp", { where: "rural", coreForce: "elderly-association" }),
  trust("Tủ sách pháp luật lưu động", { site: "office" }),
  trust("Ghe tuyên truyền trên sông", { site: "waterway", where: "rural", coreForce: "youth-union" }),
  trade("Bảo vệ máy bơm ngoài đồng"),
  trade("Canh vuông tôm ban đêm", { where: "coast" }),
  trade("Vườn cây trái chung người trông giữ", { coreForce: "residents-groups" }),
  trade("Liên kết hộ chăn nuôi chống trộm gia súc"),
  trade("Giữ yên mùa gặt"),
];
