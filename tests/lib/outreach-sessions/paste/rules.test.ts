import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReport } from "@/lib/outreach-sessions/paste/rules";
import type { Proposal, Said } from "@/lib/outreach-sessions/paste/schema";

const topics = readFileSync("prisma/data/code-lists.csv", "utf8")
  .split("\n")
  .flatMap((line) => {
    const match = /^topic,([a-z-]+),("[^"]*"|[^,]*),/.exec(line);
    return match ? [{ code: match[1] as string, labelVi: (match[2] as string).replaceAll('"', "") }] : [];
  });
const today = "2025-10-20";
const read = (text: string, day = today) => readReport(text, { today: day, topics });

/** One line for a proposal: what was counted, "+" at least, "~" about; then when, where, topics. */
function brief({ kind, values }: Proposal): string {
  const count = (name: string, said?: Said) =>
    said ? [`${name}=${said.value}${{ exact: "", at_least: "+", about: "~" }[said.qualifier]}`] : [];
  return [
    kind,
    values.channel ?? "",
    ...count("sessions", values.sessions),
    ...count("attendance", values.attendance),
    ...count("quantity", values.quantity),
    ...count("views", values.views),
    ...count("vneid", values.vneidGuided),
    ...count("level2", values.levelTwoGuided),
    ...count("service", values.onlineServiceGuided),
    ...count("weapons", values.weaponsHandedIn),
    ...count("pledges", values.pledges),
  ].join(" ");
}

/** The sentence, then its proposals. */
const phrasings: [string, ...string[]][] = [
  // Sessions and attendances
  ["Tổ chức 12 cuộc tuyên truyền với 350 lượt người dự.", "figure meeting sessions=12 attendance=350"],
  ["Đã tổ chức 05 cuộc tuyên truyền, có 180 lượt người tham dự.", "figure meeting sessions=5 attendance=180"],
  [
    "Sáng 11/8 tổ chức 01 cuộc tuyên truyền tại khóm 3, 35 người dự.",
    "session meeting sessions=1 attendance=35",
  ],
  [
    "Ngày 11/8/2025, tổ chức tuyên truyền tại khóm 3 với hơn 120 lượt người tham dự.",
    "session meeting attendance=120+",
  ],
  [
    "Mở 3 lớp tuyên truyền PCCC, thu hút gần 2.000 lượt người tham gia.",
    "figure meeting sessions=3 attendance=2000~",
  ],
  ["Tổ chức được 02 buổi sinh hoạt, có 64 hội viên tham dự.", "figure meeting sessions=2 attendance=64"],
  ["Hôm qua tuyên truyền cho 120 học sinh Trường THCS Phú Lợi về ma túy.", "session meeting attendance=120"],
  [
    "Hôm nay tổ chức 1 buổi tuyên truyền, khoảng 60 bà con tham dự",
    "session meeting sessions=1 attendance=60~",
  ],
  [
    "tổ chức một trăm hai mươi cuộc tuyên truyền, hai nghìn lẻ năm lượt người dự",
    "figure meeting sessions=120 attendance=2005",
  ],
  [
    "Tổ chức 35 (ba mươi lăm) cuộc tuyên truyền, 1.250 lượt người dự",
    "figure meeting sessions=35 attendance=1250",
  ],
  ["Tuyên truyền được 12 cuộc/350 lượt người dự.", "figure meeting sessions=12 attendance=350"],
  ["Số cuộc: 12; số lượt người dự: 350", "figure meeting sessions=12 attendance=350"],
  ["Lượt người dự: hơn 1,2 nghìn. ", "session meeting attendance=1200+"],
  ["Tổ chức 4 cuộc tuyên truyền (215 lượt người tham dự).", "figure meeting sessions=4 attendance=215"],
  ["Tổ chức 8 cuộc tuyên truyền, thu hút 12,770 lượt người dự", "figure meeting sessions=8 attendance=12770"],
  ["Tổ chức 8 cuộc tuyên truyền, thu hút 12 770 lượt người dự", "figure meeting sessions=8 attendance=12770"],
  [
    "Tổ chức 8 cuộc tuyên truyền, thu hút 12\u00a0770 lượt người dự",
    "figure meeting sessions=8 attendance=12770",
  ],
  ["Tổ chức 8 cuộc tuyên truyền, tối thiểu 400 lượt dự", "figure meeting sessions=8 attendance=400+"],
  ["Tổ chức 8 cuộc tuyên truyền, 400 lượt người trở lên", "figure meeting sessions=8 attendance=400+"],
  [
    "Tổ chức 8 cuộc tuyên truyền cho xấp xỉ một ngàn rưỡi lượt người",
    "figure meeting sessions=8 attendance=1500~",
  ],
  ["Tổ chức 8 cuộc tuyên truyền, trên 3 ngàn lượt người dự", "figure meeting sessions=8 attendance=3000+"],
  ["Tổ chức 8 cuộc tuyên truyền, trên dưới 300 lượt người dự", "figure meeting sessions=8 attendance=300~"],
  ["Tổ chức 8 cuộc tuyên truyền, 30-40 lượt người dự", "figure meeting sessions=8"],
  ["Tổ chức 8 cuộc tuyên truyền cho vài chục lượt người dự", "figure meeting sessions=8"],
  ["Tổ chức hàng trăm cuộc tuyên truyền", "figure meeting"],
  ["TỔ CHỨC 12 CUỘC TUYÊN TRUYỀN, 350 LƯỢT NGƯỜI DỰ", "figure meeting sessions=12 attendance=350"],
  ["to chuc 12 cuoc, 350 luot nguoi", "figure meeting sessions=12 attendance=350"],
  ["To chuc 12 cuoc tuyen truyen, hon 350 luot nguoi du", "figure meeting sessions=12 attendance=350+"],
  ["Tổ chức 12 cuộc tuyên truyền với hơn 350\nlượt người\ndự.", "figure meeting sessions=12 attendance=350+"],
  ["Ngày 11/8 tuyên truyền PCCC tại khóm 3. Có 120 lượt người dự.", "session meeting attendance=120"],
  ["Sáng 11/8, tại khóm 3, phối hợp Đoàn Thanh niên tuyên truyền phòng chống ma túy.", "session meeting"],
  [
    "Ngày 11/8 tổ chức 1 cuộc tại khóm 3 với 35 lượt người dự, ngày 12/8 tổ chức 1 cuộc tại khóm 4 với 40 lượt người dự.",
    "session meeting sessions=1 attendance=35",
    "session meeting sessions=1 attendance=40",
  ],
  [
    "Ngày 11/8 tuyên truyền ma túy tại khóm 3, 35 người dự\nNgày 12/8 tuyên truyền PCCC tại khóm 4, 40 người dự",
    "session meeting attendance=35",
    "session meeting attendance=40",
  ],
  [
    "- Ngày 11/8: tuyên truyền tại khóm 3, 35 người dự;\n- Ngày 12/8: tuyên truyền tại khóm 4, 40 người dự.",
    "session meeting attendance=35",
    "session meeting attendance=40",
  ],
  [
    "1. Tổ chức 12 cuộc tuyên truyền\n2. Phát 300 tờ rơi",
    "figure meeting sessions=12",
    "figure leaflet quantity=300",
  ],
  ["a) 12 cuộc tuyên truyền, 350 lượt người dự", "figure meeting sessions=12 attendance=350"],
  ["• Tổ chức 12 cuộc tuyên truyền\n• 350 lượt người tham dự", "figure meeting sessions=12 attendance=350"],
  ["Ngày: 11/8/2025\nĐịa điểm: khóm 3\nNội dung: ma túy\nSố người dự: 35", "session meeting attendance=35"],
  // Comparisons, averages and parts
  [
    "Từ 15/9 đến 14/10/2025 tổ chức 31 cuộc tuyên truyền (tăng 5 cuộc so với tháng trước), có 1.845 lượt người dự, đạt 103% kế hoạch năm.",
    "figure meeting sessions=31 attendance=1845",
  ],
  ["Tổ chức 3 cuộc tuyên truyền cho 3 khóm, mỗi cuộc 40 người dự.", "figure meeting sessions=3"],
  [
    "Tổ chức 10 cuộc tuyên truyền, 300 lượt người dự, trong đó 4 cuộc tại ấp Hòa Mỹ với 120 lượt người dự.",
    "figure meeting sessions=10 attendance=300",
    "figure meeting sessions=4 attendance=120",
  ],
  [
    "sáng nay (20/10) tổ công tác xuống khóm 4 tuyên truyền được 27 người nghe, nội dung pccc + ma túy, phát 30 tờ rơi, cài vneid cho 8 người",
    "session meeting attendance=27 vneid=8",
    "session leaflet quantity=30",
  ],
  [
    "chieu 19/10 cap phuong Phu Loi tuyen truyen luat giao thong cho 420 hoc sinh, phat 420 to roi",
    "session meeting attendance=420",
    "session leaflet quantity=420",
  ],
  [
    "- Tuyên truyền miệng: 12 cuộc/ 480 lượt người.\n- Qua hệ thống loa truyền thanh: 64 lượt.\n- Xe loa lưu động: 18 lượt.\n- Tờ rơi: 2.300 tờ.\n- Tin, bài: 15.",
    "figure meeting sessions=12 attendance=480",
    "figure loudspeaker quantity=64",
    "figure loudspeaker_car quantity=18",
    "figure leaflet quantity=2300",
    "figure post quantity=15",
  ],
  ["Ra quân tuyên truyền bằng xe loa 5 buổi về tội phạm dịp Tết", "session loudspeaker_car quantity=5"],
  // Other ways to hold a gathering
  ["Hôm nay đến từng nhà tuyên truyền cho 45 lượt người về PCCC", "session door_to_door attendance=45"],
  ["Ngày hội Toàn dân bảo vệ ANTQ sáng 11/8 có 500 người tham dự", "session festival attendance=500"],
  ["Tổ chức 2 phiên tòa giả định với 600 học sinh tham dự", "figure other sessions=2 attendance=600"],
  // Channels with units of their own (T8)
  ["Phát thanh 45 lượt trên loa truyền thanh.", "session loudspeaker quantity=45"],
  ["Thực hiện 120 lượt phát thanh", "session loudspeaker quantity=120"],
  ["Tổ chức 15 buổi phát loa về tín dụng đen", "session loudspeaker quantity=15"],
  ["Tuyên truyền 30 lượt qua loa phát thanh của khóm", "session loudspeaker quantity=30"],
  ["Tổ chức 20 lượt xe loa", "session loudspeaker_car quantity=20"],
  ["ra quân 20 lượt xe loa lưu động trên các tuyến đường", "session loudspeaker_car quantity=20"],
  ["tổ chức 6 buổi tuyên truyền lưu động", "session loudspeaker_car quantity=6"],
  ["Dùng xe loa tuyên truyền được 12 lượt", "session loudspeaker_car quantity=12"],
  ["Phát 3.500 tờ rơi", "session leaflet quantity=3500"],
  ["Cấp phát hơn 3.500 tờ gấp tuyên truyền PCCC", "session leaflet quantity=3500+"],
  ["phát tờ rơi 500 tờ", "session leaflet quantity=500"],
  ["Tờ rơi: 500 tờ", "session leaflet quantity=500"],
  ["phat 500 to roi", "session leaflet quantity=500"],
  ["Cấp phát 1.200 tài liệu tuyên truyền", "session leaflet quantity=1200"],
  ["Đăng tải 12 tin, bài trên fanpage", "session post quantity=12"],
  ["Đăng 10 tin, 5 bài trên Zalo", "session post quantity=10", "session post quantity=5"],
  ["Viết 08 bài viết với hơn 15.000 lượt xem", "session post quantity=8 views=15000+"],
  ["đăng 6 tin bài, tiếp cận 2k lượt xem", "session post quantity=6 views=2000"],
  [
    "Trong tháng 9 tổ chức 12 cuộc tuyên truyền, 350 lượt người dự; 20 lượt xe loa; 45 lượt phát thanh; phát 3.500 tờ rơi; đăng 9 tin bài.",
    "figure meeting sessions=12 attendance=350",
    "figure loudspeaker_car quantity=20",
    "figure loudspeaker quantity=45",
    "figure leaflet quantity=3500",
    "figure post quantity=9",
  ],
  ["Ngày 11/8 phát 200 tờ rơi tại chợ Phú Lợi", "session leaflet quantity=200"],
  // Guidance, pledges, weapons
  [
    "Tổ chức 2 cuộc tuyên truyền, 90 lượt người dự; hướng dẫn 45 người cài đặt VNeID, 30 trường hợp định danh mức 2, 25 người sử dụng dịch vụ công trực tuyến.",
    "figure meeting sessions=2 attendance=90 vneid=45 level2=30 service=25",
  ],
  ["Hướng dẫn cài đặt VNeID cho 45 người", "session  vneid=45"],
  ["Kích hoạt 45 tài khoản định danh điện tử mức 2", "session  level2=45"],
  ["Tổ chức 1 buổi tuyên truyền, vận động 120 hộ ký cam kết", "session meeting sessions=1 pledges=120"],
  ["Tổ chức 2 cuộc tuyên truyền, ký cam kết với 120 hộ dân", "figure meeting sessions=2 pledges=120"],
  ["Cho ký 85 bản cam kết không tàng trữ pháo", "session  pledges=85"],
  ["Vận động giao nộp 3 khẩu súng tự chế", "session  weapons=3"],
  // Numbers that are no counts
  ["Thực hiện Kế hoạch số 12/KH-CAP ngày 05/3/2025 về tuyên truyền"],
  ["Liên hệ 0292.3821.114 hoặc 0912 345 678 để được tuyên truyền"],
  ["Tỷ lệ đạt 95% người dân, tăng 12 phần trăm"],
  ["Tuyên truyền lúc 14h30, 19:30 tại tổ 12"],
  ["Khóm 3 người dân tích cực tham gia phong trào"],
  ["Năm 2025 người dân tham gia phong trào"],
  ["Từ đầu năm người dân tham gia phong trào"],
  ["Phường có diện tích 26,9 km², hơn 95.000 dân thuộc ba dân tộc"],
  ["Bắt 3 người, xử lý 12 vụ; khen thưởng 5 người"],
  ["Tiến hành 15 cuộc kiểm tra, 20 lượt tuần tra, 4 cuộc gọi"],
  ["Tiếp nhận 12 tin báo, tố giác tội phạm"],
  ["Huy động 45 lượt cán bộ chiến sĩ"],
  ["5/7 khu dân cư, 12/12 khóm đạt chuẩn"],
  ["Không người dân nào vi phạm"],
  ["Toàn lực lượng hiện duy trì hơn 110 mô hình hiệu quả"],
  [""],
  ["   \n\n\t\t\n "],
];

describe("phrasings of reports", () => {
  it.each(phrasings)("%s", (text, ...expected) => {
    expect(read(text).map(brief)).toEqual(expected);
  });

  it("reads the same composed and decomposed", () => {
    for (const [text, ...expected] of phrasings) {
      expect(read(text.normalize("NFD")).map(brief), text).toEqual(expected);
    }
  });
});

describe("the articles of 2025 (§3)", () => {
  const august = [
    "Tại Ngày hội Toàn dân bảo vệ an ninh Tổ quốc, diễn ra ở phường Phú Lợi (Cần Thơ), sáng 11/8, Chủ tịch UBND TP. Cần Thơ Trần Văn Lâu đánh giá cao sự phối hợp với các ban, ngành, đoàn thể trong vận động nhân dân tham gia phong trào.",
    "Phường Phú Lợi hợp nhất từ bốn phường của TP. Sóc Trăng cũ, có diện tích 26,9 km², hơn 95.000 dân thuộc ba dân tộc Kinh, Hoa, Khmer. Trong 8 tháng của năm 2025, an ninh trật tự tại địa phương được giữ vững.",
    "Từ đầu năm, phường tổ chức 365 cuộc tuyên truyền về chủ trương, chính sách, pháp luật, phòng chống tội phạm, ma túy, “tín dụng đen”, bạo lực gia đình, lừa đảo qua mạng... với hơn 12.770 lượt người dự. Người dân được hướng dẫn cài đặt VNeID, định danh điện tử mức 2, sử dụng dịch vụ công trực tuyến; vận động giao nộp vũ khí, tuân thủ luật giao thông, phòng cháy...",
    "Trao quà lực lượng tham gia bảo vệ an ninh trật tự cơ sở phường Phú Lợi.",
  ].join("\n\n");

  it("gives 365 sessions and more than 12,770 attendances, and no counts beside them", () => {
    const proposals = read(august, "2025-08-12");
    expect(proposals.map(brief)).toEqual(["figure meeting sessions=365 attendance=12770+", "figure "]);
    const [figure, guidance] = proposals as [Proposal, Proposal];
    expect(figure.values).toMatchObject({
      unitText: "Phường Phú Lợi",
      period: { from: "2025-01-01", to: "2025-08-12" },
      topics: [
        "legal-policy",
        "crime-prevention",
        "drugs",
        "black-credit",
        "domestic-violence",
        "online-fraud",
      ],
    });
    expect(figure.values.languages).toBeUndefined();
    expect(guidance.values.topics).toEqual([
      "vneid-services",
      "weapons-hand-in",
      "traffic-law",
      "fire-prevention",
    ]);
    expect(guidance.doubts).toContain("no-count");
  });

  it("takes models and communes for neither sessions nor attendances (T1, T9)", () => {
    const november = [
      "Cần Thơ: Hơn 110 mô hình an ninh phát huy hiệu quả, nhiều mô hình được Bộ Công an ghi nhận",
      "Ngày 26-11, Công an TP Cần Thơ tổ chức hội nghị sơ kết các chuyên đề công tác xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc (TDBVANTQ) và tổng kết phong trào thi đua giai đoạn 2021 – 2025.",
      "Theo báo cáo, trong 167 xã trên địa bàn, có 110 xã đạt chuẩn nông thôn mới, 75 xã đạt chuẩn nâng cao và 19 xã đạt chuẩn kiểu mẫu.",
      "Công tác tuyên truyền được đẩy mạnh, tạo sự chuyển biến tích cực trong nhận thức và hành động của người dân.",
    ].join("\n");
    expect(read(november, "2025-11-27")).toEqual([]);
  });
});

describe("when, where and what about", () => {
  const first = (text: string, day = today) => read(text, day)[0] as Proposal;

  it.each([
    ["Sáng 11/8 tổ chức 1 cuộc tuyên truyền", "2025-08-11"],
    ["Ngày 11-8 tổ chức 1 cuộc tuyên truyền", "2025-08-11"],
    ["11-8, tổ chức 1 cuộc tuyên truyền", "2025-08-11"],
    ["Ngày 11.8 tổ chức 1 cuộc tuyên truyền", "2025-08-11"],
    ["Ngày 11/8/2024 tổ chức 1 cuộc tuyên truyền", "2024-08-11"],
    ["Ngày 11 tháng 8 năm 2025, tổ chức 1 cuộc tuyên truyền", "2025-08-11"],
    ["Ngày 25/12 tổ chức 1 cuộc tuyên truyền", "2024-12-25"],
    ["Hôm nay tổ chức 1 cuộc tuyên truyền", "2025-10-20"],
    ["Tối qua tổ chức 1 cuộc tuyên truyền", "2025-10-19"],
    ["Thứ hai, ngày 13/10, tổ chức 1 cuộc tuyên truyền", "2025-10-13"],
    ["Thứ hai tổ chức 1 cuộc tuyên truyền", undefined],
    ["Ngày 31/2/2025 tổ chức 1 cuộc tuyên truyền", undefined],
  ])("%s", (text, heldOn) => {
    expect(first(text).values.heldOn).toBe(heldOn);
    if (!heldOn) expect(first(text).doubts).toContain("no-day");
  });

  it.each([
    ["Từ đầu năm tổ chức 9 cuộc", "2025-01-01", "2025-10-20"],
    ["Từ đầu năm 2024 đến nay, tổ chức 9 cuộc", "2024-01-01", "2024-12-31"],
    ["Từ đầu năm đến ngày 11/8 tổ chức 9 cuộc", "2025-01-01", "2025-08-11"],
    ["8 tháng năm 2025 tổ chức 9 cuộc", "2025-01-01", "2025-08-31"],
    ["Trong 6 tháng đầu năm tổ chức 9 cuộc", "2025-01-01", "2025-06-30"],
    ["Trong tháng 10 tổ chức 9 cuộc", "2025-10-01", "2025-10-31"],
    ["Tháng 12 tổ chức 9 cuộc", "2024-12-01", "2024-12-31"],
    ["Tháng 9/2025: tổ chức 9 cuộc", "2025-09-01", "2025-09-30"],
    ["Quý III tổ chức 9 cuộc", "2025-07-01", "2025-09-30"],
    ["Quý 4/2024 tổ chức 9 cuộc", "2024-10-01", "2024-12-31"],
    ["Từ 15/9 đến 14/10 tổ chức 9 cuộc", "2025-09-15", "2025-10-14"],
    ["Từ ngày 15/12/2024 đến ngày 14/8/2025 tổ chức 9 cuộc", "2024-12-15", "2025-08-14"],
    ["(15/12 - 14/01/2025) tổ chức 9 cuộc", "2024-12-15", "2025-01-14"],
    ["Tuần qua tổ chức 9 cuộc", "2025-10-14", "2025-10-20"],
    ["Từ ngày 11 đến 13/8 tổ chức 9 cuộc", "2025-08-11", "2025-08-13"],
    ["Từ tháng 1 đến tháng 8/2025 tổ chức 9 cuộc", "2025-01-01", "2025-08-31"],
    ["Năm 2024 tổ chức 9 cuộc", "2024-01-01", "2024-12-31"],
  ])("%s", (text, from, to) => {
    expect(first(text).values.period).toMatchObject({ from, to });
    expect(first(text).values.sessions).toEqual({ value: 9, qualifier: "exact" });
  });

  it.each([
    // The report's own day, or one in the year it tells of.
    ["2025-08-11", "Từ đầu năm 2025 đến nay, tổ chức 9 cuộc", "2025-08-11", "open-end"],
    ["2025-08-11", "Từ đầu năm, phường tổ chức 9 cuộc", "2025-08-11", "open-end"],
    // Read a year later: the day that the text names, else the whole year, and each says which.
    [
      "2026-11-26",
      "Sáng 11/8 tổ chức Ngày hội. Từ đầu năm 2025 đến nay, tổ chức 9 cuộc",
      "2025-08-11",
      "end-by-text",
    ],
    ["2026-11-26", "Từ đầu năm 2025 đến nay, tổ chức 9 cuộc", "2025-12-31", "end-of-year"],
    ["2026-11-26", "Ngày 11/8/2024 họp. Từ đầu năm 2025 tổ chức 9 cuộc", "2025-12-31", "end-of-year"],
    ["2026-11-26", "Từ đầu năm 2025 đến ngày 30/6 tổ chức 9 cuộc", "2025-06-30", undefined],
  ])("on %s: %s", (day, text, to, doubt) => {
    const figure = read(text, day).find(({ values }) => values.sessions?.value === 9) as Proposal;
    expect(figure.values.period).toMatchObject({ from: "2025-01-01", to });
    const ends = figure.doubts.filter((known) => known === "open-end" || known.startsWith("end-"));
    expect(ends).toEqual(doubt ? [doubt] : []);
  });

  it("doubts days without a year and months that may begin on the 15th (T12)", () => {
    expect(first("Sáng 11/8 tổ chức 1 cuộc").doubts).toContain("day-without-year");
    expect(first("8 tháng năm 2025 tổ chức 9 cuộc").doubts).toContain("which-months");
    expect(first("Ngày 30/10/2025 tổ chức 1 cuộc").doubts).toContain("day-ahead");
    expect(first("Ngày 10 và 11/8 tổ chức 2 cuộc").doubts).toContain("two-days");
    expect(first("Sẽ tổ chức 10 cuộc tuyên truyền").doubts).toContain("planned");
    expect(first("Tổ chức 8 cuộc, 30-40 lượt người dự").doubts).toContain("range");
    expect(first("Tổ chức 8 cuộc, 12,770 lượt người dự").doubts).toContain("comma-in-number");
    expect(first("Tổ chức 35 (ba mươi sáu) cuộc").doubts).toContain("numbers-differ");
    expect(first("Tổ chức 8 cuộc, có 90 lượt người dự và 80 lượt người dự").doubts).toContain(
      "two-attendances",
    );
    expect(first("Tổ chức 8 cuộc, 350 người tham dự").doubts).toContain("people-not-attendances");
  });

  it("marks parts of a sum, and leaves another time's figures out", () => {
    const [sum, part] = read("Tổ chức 10 cuộc tuyên truyền, trong đó 4 cuộc tại ấp Hòa Mỹ");
    expect(sum?.doubts).not.toContain("part-of-above");
    expect(sum?.values.place).toBeUndefined();
    expect(part?.doubts).toContain("part-of-above");
    expect(first("Tổ chức 9 cuộc, tăng 2 cuộc so với cùng kỳ năm 2024").values.period).toBeUndefined();
  });

  it("carries a period through the report and says so", () => {
    const [, leaflets] = read("Trong tháng 9 tổ chức 9 cuộc tuyên truyền.\n\nPhát 500 tờ rơi.");
    expect(leaflets?.values.period).toMatchObject({ from: "2025-09-01", to: "2025-09-30" });
    expect(leaflets?.doubts).toContain("time-carried");
    expect(leaflets?.kind).toBe("figure");
  });

  it("reads places and units", () => {
    expect(first("Sáng 11/8, tại nhà văn hóa khóm 5, phường Phú Lợi, tổ chức 1 cuộc").values).toMatchObject({
      place: "nhà văn hóa khóm 5",
      unitText: "phường Phú Lợi",
    });
    expect(first("Hôm nay tổ chức 1 cuộc tại Trường THPT Hoàng Diệu với 350 lượt dự").values.place).toBe(
      "Trường THPT Hoàng Diệu",
    );
    expect(first("Khóm 3 tổ chức 1 cuộc").values.place).toBe("Khóm 3");
    expect(first("CÔNG AN PHƯỜNG PHÚ LỢI TỔ CHỨC 12 CUỘC").values.unitText).toBe("PHƯỜNG PHÚ LỢI");
  });

  it.each([
    ["phòng, chống ma tuý và tội phạm", ["drugs", "crime-prevention"]],
    ["tội phạm ma túy", ["drugs"]],
    ["“tín dụng đen”, lừa đảo trên không gian mạng", ["black-credit", "online-fraud"]],
    ["PCCC và CNCH, ATGT", ["fire-prevention", "traffic-law"]],
    ["luật an ninh mạng; phòng ngừa trộm cắp tài sản", ["cyber-security", "theft-prevention"]],
    ["quản lý, sử dụng pháo, cư trú", ["fireworks", "residence"]],
    ["phong chong ma tuy, bao luc gia dinh", ["drugs", "domestic-violence"]],
    ["tái hoà nhập cộng đồng, xâm hại trẻ em", ["reintegration", "child-protection"]],
    ["an ninh\nmạng", ["cyber-security"]],
  ])("topics of %s", (text, expected) => {
    expect(first(`Tổ chức 2 cuộc tuyên truyền về ${text}`).values.topics).toEqual(expected);
  });

  it("finds topics by labels the administrators add, and only codes of the list", () => {
    const own = [{ code: "bees", labelVi: "Nuôi ong an toàn" }];
    const [proposal] = readReport("Tổ chức 2 cuộc tuyên truyền ma túy, nuôi ong an toàn", {
      today,
      topics: own,
    });
    expect(proposal?.values.topics).toEqual(["bees"]);
  });

  it("tells the language a session was held in from the people who live there", () => {
    expect(first("Tổ chức 2 cuộc tuyên truyền bằng tiếng Khmer").values.languages).toEqual(["khmer"]);
    expect(first("Tổ chức 2 cuộc tuyên truyền bằng 2 thứ tiếng Việt - Khmer").values.languages).toEqual([
      "kinh",
      "khmer",
    ]);
    expect(first("Tổ chức 2 cuộc tuyên truyền cho đồng bào Khmer").values.languages).toBeUndefined();
  });
});

describe("pasted tables", () => {
  it("reads rows under a header", () => {
    const rows = read(
      "STT\tNgày\tĐịa điểm\tNội dung\tSố cuộc\tLượt người dự\tTờ rơi\n" +
        "1\t11/8/2025\tKhóm 3\tMa túy\t1\t35\t200\n2\t12/8/2025\tKhóm 4\tPCCC\t1\t1.040\t",
    );
    expect(rows.map(brief)).toEqual([
      "session meeting sessions=1 attendance=35",
      "session leaflet quantity=200",
      "session meeting sessions=1 attendance=1040",
    ]);
    expect(rows[2]?.values).toMatchObject({
      heldOn: "2025-08-12",
      place: "Khóm 4",
      topics: ["fire-prevention"],
    });
  });

  it("reads labels and values side by side", () => {
    expect(read("Số cuộc tuyên truyền\t12\nLượt người dự\t350\nTờ rơi\t500").map(brief)).toEqual([
      "figure meeting sessions=12 attendance=350",
      "figure leaflet quantity=500",
    ]);
  });
});

describe("any text", () => {
  const sentences = fc
    .array(fc.constantFrom(...phrasings.map(([text]) => text)), { maxLength: 6 })
    .chain((list) => fc.constantFrom(" ", "\n", "\n\n", "\t", ". ", "").map((between) => list.join(between)));
  const texts = fc.oneof(
    sentences,
    sentences.map((text) => text.normalize("NFD")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(..."12.,:/-()\t\n \u00a0aăộđ", "cuộc", " lượt ", "người", "tháng "),
      maxLength: 80,
    }),
  );

  it("keeps spans inside the text, in order, and marks around what was read", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const proposals = read(text);
        let last = 0;
        for (const { span, marks } of proposals) {
          expect(span.from).toBeGreaterThanOrEqual(last);
          last = span.from;
          for (const { from, to } of [span, ...marks.map((mark) => mark.span)]) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
          }
        }
        expect(read(text)).toEqual(proposals);
      }),
      { numRuns: 400 },
    );
  });

  it("marks hold the digits of what was read and the words of a place", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom("", "hơn ", "khoảng "),
        fc.boolean(),
        (value, qualifier, decomposed) => {
          const composed = `“Ngày hội” 🎉 Sáng 11/8, tại ấp Hòa Mỹ tổ chức 1 cuộc với ${qualifier}${value.toLocaleString("vi-VN")} lượt người dự.`;
          const text = decomposed ? composed.normalize("NFD") : composed;
          const [proposal] = read(text);
          const marked = (field: string) => {
            const span = proposal?.marks.find((mark) => mark.field === field)?.span;
            return span && text.slice(span.from, span.to).normalize("NFC");
          };
          expect(marked("attendance")).toBe(`${qualifier}${value.toLocaleString("vi-VN")} lượt người dự`);
          expect(marked("heldOn")).toBe("Sáng 11/8");
          expect(marked("place")).toBe("ấp Hòa Mỹ");
          expect(proposal?.values.attendance?.value).toBe(value);
        },
      ),
    );
  });

  it("reads the same values from decomposed text", () => {
    fc.assert(
      fc.property(sentences, (text) => {
        const values = (given: string) =>
          read(given).map(({ kind, values, doubts }) => ({ kind, values, doubts }));
        expect(values(text.normalize("NFD"))).toEqual(values(text));
      }),
    );
  });

  it("never takes one unit for another (T8)", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 9_999 }), { minLength: 6, maxLength: 6 }), (n) => {
        const [a, b, c, d, e, f] = n;
        const text = `Tháng 9 tổ chức ${a} cuộc tuyên truyền, ${b} lượt người dự, ${c} lượt phát thanh, ${d} lượt xe loa, ${e} tờ rơi, ${f} tin bài.`;
        expect(read(text).map(brief)).toEqual([
          `figure meeting sessions=${a} attendance=${b}`,
          `figure loudspeaker quantity=${c}`,
          `figure loudspeaker_car quantity=${d}`,
          `figure leaflet quantity=${e}`,
          `figure post quantity=${f}`,
        ]);
      }),
    );
  });

  const lines = phrasings.map(([text]) => text);

  // Text of the greatest length made of what a regular expression could stumble over; how the time grows with the
  // length is a row of the bench, since a busy machine would fail it here.
  const longest = 40_000;
  const pieces = [
    ...["\n", "\n\n", " "].map((between) => lines.join(between)),
    lines.join(" ").replaceAll(".", ","),
    "1.",
    "1 ",
    "111.111.",
    "11/8 đến ",
    "phòng, ",
    "một trăm ",
    "- ",
    "\t",
    "a\n",
    "a\t1\n",
    "(5",
    "hơn ",
    "1 cuộc ",
    "Ngày 11/8\n",
    "Ngày 11/8 1 cuộc, ",
    "Phát 5 tờ rơi. ",
    "5 bản cam kết. ",
    "9 lượt xem. ",
    "cho 5 người ",
    "Tổ chức 1 cuộc tuyên truyền ma túy.\n\n",
    "tại khóm ",
    "PHƯỜNG ",
  ];
  it.each(pieces.map((piece) => [piece.slice(0, 30), piece] as const))(
    "reads the longest text made of %j to its end",
    (_, piece) => {
      const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
      for (const { marks } of read(text))
        for (const { span } of marks) expect(span.from < span.to && span.to <= text.length).toBe(true);
    },
  );
});
