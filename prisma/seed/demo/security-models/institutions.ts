import { sketches } from "./sketch";

const school = sketches({
  block: "school",
  fields: ["schools"],
  coreForce: "schools",
  site: "school",
  principles: ["self_prevention", "self_management"],
});
const agency = sketches({
  block: "agency",
  coreForce: "agency-staff",
  site: "office",
  principles: ["self_prevention", "self_management", "self_protection"],
});
const business = sketches({
  block: "enterprise",
  coreForce: "enterprises",
  site: "company",
  principles: ["self_management", "self_protection"],
});

/** Schools, agencies and enterprises. */
export const institutionModels = [
  school("Cổng trường an toàn giao thông", { fields: ["schools", "traffic-order"], points: 24 }),
  school("Học đường không khói thuốc lá điện tử", {
    fields: ["schools", "drugs-social-evils"],
    recent: true,
  }),
  school("Đôi bạn cùng tiến"),
  school("Câu lạc bộ pháp luật tuổi hồng"),
  school("Ký túc xá nền nếp", { where: "urban", site: "boarding", points: 4 }),
  school("Góc tâm sự ngăn bạo lực học đường"),
  school("Nút báo động trong sân trường", { recent: true }),
  school("Phiên tòa giả định", { fields: ["schools", "crime-prevention"] }),
  school("Phụ huynh trực giờ tan học", { recent: true, fields: ["schools", "traffic-order"] }),
  school("Xe đưa rước học sinh an tâm", {
    fields: ["schools", "traffic-order"],
    coreForce: "business-owners",
  }),
  school("Lá chắn tin giả tuổi học trò", { fields: ["schools", "cyberspace"], recent: true }),
  agency("Công sở ba tự", { points: 10 }),
  agency("Bệnh viện không cò mồi, móc túi", { where: "urban", site: "hospital", points: 5 }),
  agency("Bến xe không chèo kéo khách", {
    where: "urban",
    site: "station",
    fields: ["crime-prevention", "traffic-order"],
    points: 4,
  }),
  business("Nhà trọ tự quản", {
    block: "residential",
    site: "lodging",
    coreForce: "business-owners",
    points: 22,
  }),
  business("Chợ an toàn về an ninh trật tự", { site: "market", coreForce: "business-owners", points: 16 }),
  business("Liên kết bảo vệ khu công nghiệp", { where: "urban", points: 4 }),
  business("Công nhân gác cổng nhà máy", { coreForce: "trade-union" }),
  business("Chuông báo liên thanh tiệm vàng", { site: "shop", coreForce: "business-owners", where: "urban" }),
  business("Trạm xăng dầu cảnh giác", {
    recent: true,
    site: "shop",
    fields: ["fire-prevention", "crime-prevention"],
  }),
  business("Khách sạn khai báo lưu trú đúng giờ", {
    site: "lodging",
    where: "urban",
    coreForce: "business-owners",
  }),
  business("Tiệm cầm đồ không tiếp tay kẻ gian", {
    site: "shop",
    where: "urban",
    coreForce: "business-owners",
  }),
  business("Miệt vườn du lịch hiếu khách", {
    recent: true,
    where: "rural",
    site: "field",
    coreForce: "business-owners",
  }),
  business("Chợ nổi yên bình", {
    site: "waterway",
    fields: ["crime-prevention", "environment-urban"],
    coreForce: "business-owners",
    points: 3,
  }),
  business("Tài xế công nghệ báo tin nhanh", {
    where: "urban",
    site: "riders",
    coreForce: "trade-union",
    recent: true,
  }),
  business("Hợp tác xã vận tải từ chối hàng cấm", {
    site: "company",
    fields: ["traffic-order", "crime-prevention"],
  }),
  business("Quầy giao dịch chặn lệnh chuyển tiền lừa đảo", {
    where: "urban",
    site: "shop",
    fields: ["cyberspace", "crime-prevention"],
    recent: true,
  }),
  business("Karaoke ký cam kết ba không", {
    recent: true,
    site: "shop",
    fields: ["drugs-social-evils"],
    coreForce: "business-owners",
  }),
];
