import { sketches } from "./sketch";

const roads = sketches({
  fields: ["traffic-order"],
  principles: ["self_prevention", "self_management"],
  coreForce: "youth-union",
  site: "road",
});
const fire = sketches({
  fields: ["fire-prevention"],
  principles: ["self_prevention", "self_protection"],
  coreForce: "inter-household-teams",
});
const city = sketches({
  fields: ["environment-urban"],
  principles: ["self_management"],
  massMobilization: true,
});
const net = sketches({
  fields: ["cyberspace"],
  principles: ["self_prevention"],
  coreForce: "youth-union",
  site: "online",
});

/** Traffic, fire, environment and city order, and the net. */
export const roadsFireAndCityModels = [
  roads("Bến đò ngang an toàn", { site: "wharf", where: "rural", coreForce: "enterprises" }),
  roads("Ghe tàu chấp hành luật đường thủy", { site: "waterway", coreForce: "farmers-association" }),
  roads("Vỉa hè thông thoáng, phố phường trật tự", {
    where: "urban",
    fields: ["traffic-order", "environment-urban"],
    coreForce: "grassroots-security-force",
  }),
  roads("Tình nguyện viên điều tiết giờ tan ca", { where: "urban" }),
  roads("Chốt tự quản giao lộ nông thôn", { where: "rural", coreForce: "grassroots-security-force" }),
  roads("Nón bảo hiểm cho em", { site: "school", coreForce: "schools" }),
  roads("Quán ăn nhắc khách không lái xe sau rượu bia", {
    site: "shop",
    coreForce: "business-owners",
    recent: true,
  }),
  fire("Điểm chữa cháy công cộng", { coreForce: "grassroots-security-force", points: 26 }),
  fire("Mỗi nhà một bình chữa cháy", { points: 12 }),
  fire("Tiểu thương cảnh giác bà hỏa", { site: "market", coreForce: "business-owners" }),
  fire("Đội vỏ lãi cứu hỏa trên sông", { site: "waterway", where: "rural", coreForce: "militia" }),
  fire("Mở lối thoát nạn thứ hai", { where: "urban" }),
  fire("Trạm sạc xe điện không cháy nổ", {
    where: "urban",
    site: "shop",
    coreForce: "business-owners",
    recent: true,
  }),
  fire("Nhà máy xay xát phòng ngừa hỏa hoạn", {
    block: "enterprise",
    site: "company",
    where: "rural",
    coreForce: "enterprises",
  }),
  city("Kênh rạch không rác thải", { site: "waterway", coreForce: "farmers-association" }),
  city("Đồng ruộng sạch, xóm làng yên", { site: "field", where: "rural", coreForce: "farmers-association" }),
  city("Hẻm văn minh, nghĩa tình", { where: "urban", coreForce: "fatherland-front", points: 11 }),
  city("Xóa quảng cáo vay nóng trên tường", {
    where: "urban",
    coreForce: "youth-union",
    fields: ["environment-urban", "crime-prevention"],
  }),
  city("Công viên thân thiện sau 22 giờ", {
    where: "urban",
    site: "park",
    coreForce: "grassroots-security-force",
  }),
  city("Giữ rừng phòng hộ ven biển", { where: "coast", site: "field", coreForce: "residents-groups" }),
  net("Người cao tuổi không sập bẫy lừa qua mạng", {
    coreForce: "elderly-association",
    site: "hamlet",
    recent: true,
    points: 12,
  }),
  net("Tổ công nghệ số giúp dân định danh", { recent: true, site: "hamlet", points: 12 }),
  net("Bản tin loa năm phút mỗi sớm", {
    site: "hamlet",
    coreForce: "commune-police",
    fields: ["crime-prevention", "cyberspace"],
  }),
];
