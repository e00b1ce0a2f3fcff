import { type ModelSketch, sketches } from "./sketch";

const sketch = sketches({});

/** Ended before the count of 26/11/2025: merged into another, removed for want of effect, or finished. */
export const departedModels: readonly ModelSketch[] = [
  sketch("Đội dân phòng xung kích huyện", { coreForce: "militia" }),
  sketch("Bảng tin an ninh viết tay", { coreForce: "commune-police" }),
  sketch("Trống canh xóm nhỏ", { where: "rural", coreForce: "grassroots-security-force" }),
  sketch("Quầy photo nhắc nhở bảo vệ bí mật", { site: "shop", coreForce: "business-owners" }),
  sketch("Internet công cộng lành mạnh", {
    site: "shop",
    fields: ["cyberspace"],
    coreForce: "business-owners",
    where: "urban",
  }),
  sketch("Bến phà văn minh", { site: "wharf", fields: ["traffic-order"], coreForce: "enterprises" }),
  sketch("Khẩu trang nghĩa tình, chốt xanh vùng dịch", { coreForce: "fatherland-front" }),
  sketch("Sân phơi lúa không lấn lộ", {
    site: "road",
    fields: ["traffic-order"],
    where: "rural",
    coreForce: "farmers-association",
  }),
  sketch("Lò gạch phòng hỏa", {
    block: "enterprise",
    site: "company",
    fields: ["fire-prevention"],
    coreForce: "enterprises",
    where: "rural",
  }),
  sketch("Văn phòng liên cơ khóa sau cùng kiểm tra", {
    block: "agency",
    site: "office",
    coreForce: "agency-staff",
    where: "urban",
  }),
  sketch("Tin nhắn cảnh báo qua tổng đài", {
    site: "online",
    fields: ["cyberspace"],
    coreForce: "commune-police",
  }),
  sketch("Xe loa đạp tay tuyên truyền", { site: "road", coreForce: "elderly-association" }),
];

/** Since 2026 a model that ends makes room for a new one: the name of the old one, and the new one. */
export const replacements: readonly { outgoing: string; incoming: ModelSketch }[] = [
  {
    outgoing: "Bản tin loa năm phút mỗi sớm",
    incoming: sketch("Loa thông minh đa ngữ Việt – Khmer – Hoa", {
      fields: ["ethnic-affairs", "crime-prevention"],
      coreForce: "commune-police",
      where: "khmer",
    }),
  },
  {
    outgoing: "Tủ sách pháp luật lưu động",
    incoming: sketch("Trợ lý ảo giải đáp thủ tục", {
      fields: ["cyberspace"],
      site: "online",
      coreForce: "commune-police",
    }),
  },
  {
    outgoing: "Trạm gác dân phòng ngã ba sông",
    incoming: sketch("Phao tiêu sáng, bến bãi yên", {
      fields: ["traffic-order"],
      site: "waterway",
      coreForce: "militia",
    }),
  },
  {
    outgoing: "Đường dây nóng giúp dân",
    incoming: sketch("Một chạm gọi công an", {
      fields: ["crime-prevention", "cyberspace"],
      site: "online",
      coreForce: "commune-police",
    }),
  },
  {
    outgoing: "Sổ vàng gia đình an toàn",
    incoming: sketch("Mái nhà số lành mạnh", { fields: ["cyberspace"], coreForce: "womens-union" }),
  },
  {
    outgoing: "Ghe tuyên truyền trên sông",
    incoming: sketch("Thiết bị bay trông đồng, trông rẫy", {
      where: "rural",
      site: "field",
      coreForce: "youth-union",
    }),
  },
  {
    outgoing: "Nón bảo hiểm cho em",
    incoming: sketch("Đi xe điện đúng tuổi, đúng luật", {
      block: "school",
      fields: ["schools", "traffic-order"],
      site: "school",
      coreForce: "schools",
    }),
  },
  {
    outgoing: "Đình làng có người trông coi",
    incoming: sketch("Di tích an toàn trong mùa lễ hội", {
      fields: ["religion", "crime-prevention"],
      site: "worship",
      coreForce: "elderly-association",
    }),
  },
  {
    outgoing: "Bãi giữ xe không mất trộm",
    incoming: sketch("Thẻ xe định vị chống mất cắp", {
      site: "market",
      coreForce: "business-owners",
      where: "urban",
    }),
  },
  {
    outgoing: "Đôi bạn cùng tiến",
    incoming: sketch("Thủ lĩnh nhí nói lời hay", {
      block: "school",
      fields: ["schools"],
      site: "school",
      coreForce: "schools",
    }),
  },
  {
    outgoing: "Ngày thứ bảy vì dân",
    incoming: sketch("Công an đến từng cửa nhà", { coreForce: "commune-police" }),
  },
  {
    outgoing: "Công nhân gác cổng nhà máy",
    incoming: sketch("Ca đêm có bạn đồng hành", {
      block: "enterprise",
      site: "company",
      coreForce: "trade-union",
    }),
  },
];
