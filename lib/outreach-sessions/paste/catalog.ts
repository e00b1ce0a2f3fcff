import type { Channel, Qualifier } from "@/prisma/client/enums";
import type { languages } from "./schema";

/*
 * The words of reports. A phrase is found typed without accents too, unless "=" stands before it: without
 * its accents it would be another everyday word.
 */

/** Numerals; digits are numbers, what stands behind or between them a name. */
export const numeralWords: Record<string, number | string> = {
  không: 0,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mốt: "mot1",
  tư: "tu",
  lăm: "lam",
  nhăm: "lam",
  mười: "muoi",
  mươi: "muoi0",
  chục: "chuc",
  trăm: "tram",
  linh: "linh",
  lẻ: "linh",
  rưỡi: "ruoi",
  rưởi: "ruoi",
  nghìn: "nghin",
  ngàn: "nghin",
  k: "k",
  triệu: "trieu",
  tỷ: "ty",
  tỉ: "ty",
};

const each = <T>(value: T, ...phrases: string[]): [string, T][] => phrases.map((phrase) => [phrase, value]);

/** "hơn 12.770" is a lower bound; "gần 2.000" lies below but how far nobody says, so it is about. */
export const qualifierPhrases: [string, Qualifier][] = [
  ...each<Qualifier>(
    "at_least",
    "hơn",
    "trên",
    "hơn cả",
    "ít nhất",
    "tối thiểu",
    "không dưới",
    "không ít hơn",
  ),
  ...each<Qualifier>(
    "about",
    "khoảng",
    "gần",
    "xấp xỉ",
    "ước",
    "ước tính",
    "ước khoảng",
    "ước đạt",
    "ước chừng",
  ),
  ...each<Qualifier>("about", "=độ", "=chừng", "=tầm", "=cỡ", "=ngót", "=non", "trên dưới", "khoảng gần"),
  ...each<Qualifier>("about", "khoảng hơn", "khoảng trên", "độ khoảng", "vào khoảng", "khoảng chừng"),
];

/** What may follow a count and bound it from below. */
export const afterwards: [string, Qualifier][] = each<Qualifier>("at_least", "trở lên");

/** Amounts without a number. */
export const vaguePhrases: [string, true][] = each(
  true as const,
  ...["vài", "=mấy", "hàng", "nhiều"].flatMap((some) => [
    `${some} chục`,
    `${some} trăm`,
    `${some} nghìn`,
    `${some} ngàn`,
  ]),
  "vài",
  "=nhiều",
  "hàng loạt",
);

/** A word before a number that makes it a name ("khóm 3", "tháng 8"), not a count. */
export const ordinalPhrases: [string, true][] = each(
  true as const,
  ..."khóm|ấp|=tổ|phường|xã|=khu|khu vực|quý|quí|tháng|ngày|mùng|mồng|năm|mức|mức độ|=điều|khoản|quận|đường|hẻm".split(
    "|",
  ),
  ..."=lớp|=khối|chương|giai đoạn|lần thứ|thứ|=kỳ|phần|nghị quyết|quyết định|kế hoạch|chỉ thị|công văn|nghị định".split(
    "|",
  ),
  ..."thông tư|tiêu chí|loại|bậc|trang|đội|phòng|số nhà|sdt|sđt|điện thoại|zalo|hotline|=số".split("|"),
);

/** Words before a count that make it a comparison or an average, or before a time that make it another's. */
export const comparingPhrases: [string, true][] = each(
  true as const,
  ..."tăng|giảm|tăng thêm|nhiều hơn|ít hơn|mỗi cuộc|mỗi buổi|mỗi lớp|mỗi đợt|bình quân|trung bình|so với|cùng kỳ|=mỗi|cùng kì|bình quân mỗi cuộc|trung bình mỗi cuộc|so với cùng kỳ".split(
    "|",
  ),
);

/** Words before "năm" that make it a year, not a five. */
export const yearPhrases: [string, true][] = each(
  true as const,
  ..."đầu|cuối|trong|=cả|hằng|hàng|giữa|mỗi|nhiều|=qua|từng|suốt|hết|các|những|của|giai đoạn|một|6 tháng".split(
    "|",
  ),
);

/** What a number counts, by the words right behind it. Bare units are settled by the words around them. */
export type Counted =
  | "sessions"
  | "attendance"
  | "views"
  | GuidanceField
  | Exclude<Channel, "meeting" | "door_to_door" | "festival" | "other">
  | "people"
  | "turns"
  | "households"
  | "cases"
  | "sheets"
  | "nothing";

const across = (heads: string, tails: string) =>
  heads.split("|").flatMap((head) => tails.split("|").map((tail) => `${head} ${tail}`));

const peopleNouns =
  "người|người dân|quần chúng|quần chúng nhân dân|nhân dân|bà con|bà con nhân dân|học sinh|sinh viên|em học sinh|" +
  "em|hội viên|đoàn viên|đoàn viên thanh niên|thanh niên|đại biểu|công nhân|người lao động|giáo viên|phật tử|" +
  "đồng bào|phụ huynh|phụ nữ|công dân|cán bộ|cán bộ và nhân dân|thành viên|chủ cơ sở|chủ nhà trọ|đồng chí|" +
  "thầy cô|nông dân|tiểu thương|chức sắc|sư sãi|người cao tuổi|cựu chiến binh|=dân|=dân cư";
const attending =
  "dự|tham dự|tham gia|đến dự|nghe|lắng nghe|theo dõi trực tiếp|dự nghe|có mặt|được tuyên truyền|được nghe";

export const unitPhrases: [string, Counted][] = [
  ...each<Counted>(
    "sessions",
    "cuộc",
    "=buổi",
    "buổi tuyên truyền",
    "hội nghị tuyên truyền",
    "phiên tòa giả định",
  ),
  ...each<Counted>("sessions", ...across("cuộc|buổi|lớp|đợt|lần|hội nghị|điểm", "tuyên truyền|phổ biến")),
  ...each<Counted>(
    "sessions",
    ...across("buổi|cuộc|lớp", "sinh hoạt|nói chuyện|tọa đàm|tập huấn|ngoại khóa|họp dân"),
  ),
  ...each<Counted>(
    "attendance",
    ...across("lượt người|lượt|người|lượt quần chúng|lượt nhân dân|người dân|lượt người dân", attending),
  ),
  ...each<Counted>(
    "attendance",
    ...across("học sinh|hội viên|bà con|đại biểu|đoàn viên|công nhân", attending),
  ),
  ...each<Counted>(
    "people",
    ...peopleNouns.split("|"),
    ...across("lượt", peopleNouns),
    "lượt/người",
    "người/lượt",
  ),
  ...each<Counted>("turns", "lượt", "=lần"),
  ...each<Counted>(
    "households",
    "hộ",
    "hộ dân",
    "hộ gia đình",
    "gia đình",
    "lượt hộ",
    "lượt hộ dân",
    "cơ sở",
    "=nhà",
  ),
  ...each<Counted>(
    "households",
    "cơ sở kinh doanh",
    "doanh nghiệp",
    "nhà trọ",
    "tiểu thương",
    "hộ kinh doanh",
  ),
  ...each<Counted>(
    "cases",
    "trường hợp",
    "lượt trường hợp",
    "tài khoản",
    "hồ sơ",
    "thẻ",
    "lượt công dân",
    "=máy",
  ),
  ...each<Counted>("cases", "thiết bị", "điện thoại", "lượt hồ sơ", "tài khoản định danh"),
  ...each<Counted>(
    "pledges",
    "bản cam kết",
    "cam kết",
    "=bản ký cam kết",
    "giấy cam kết",
    "lượt ký cam kết",
    "tờ cam kết",
  ),
  ...each<Counted>(
    "loudspeaker",
    ...across(
      "lượt|=buổi|=lần|cuộc|=đợt|lượt tuyên truyền|buổi tuyên truyền|cuộc tuyên truyền|lần tuyên truyền|lượt phát",
      "phát thanh|phát loa|phát sóng|trên loa|qua loa|trên hệ thống loa|qua hệ thống loa|truyền thanh|bằng loa",
    ),
    ...across("lượt|=lần", "loa|loa phát thanh|loa truyền thanh|phát|phát bản tin|phát trên loa|loa kéo"),
  ),
  ...each<Counted>(
    "loudspeaker_car",
    ...across(
      "lượt|=buổi|=lần|cuộc|=chuyến|=đợt",
      "xe loa|xe tuyên truyền|tuyên truyền lưu động|loa lưu động|xe lưu động|phát loa lưu động|xe cổ động|" +
        "tuyên truyền bằng xe loa|tuyên truyền bằng xe|xe ô tô tuyên truyền|xe loa tuyên truyền|xe loa lưu động|" +
        "phát thanh lưu động|xe phát thanh|ra quân bằng xe loa",
    ),
  ),
  ...each<Counted>(
    "leaflet",
    "tờ rơi",
    "tờ gấp",
    "tờ bướm",
    "=tài liệu",
    "bộ tài liệu",
    "tờ tài liệu",
    "bản tài liệu",
  ),
  ...each<Counted>(
    "leaflet",
    "cẩm nang",
    "cuốn cẩm nang",
    "quyển cẩm nang",
    "quyển tài liệu",
    "cuốn tài liệu",
  ),
  ...each<Counted>(
    "leaflet",
    "tài liệu tuyên truyền",
    "tờ tuyên truyền",
    "=tờ truyền đơn",
    "sổ tay",
    "tờ rơi tuyên truyền",
  ),
  ...each<Counted>("sheets", "=tờ", "=bản", "=bộ", "=cuốn", "=quyển"),
  ...each<Counted>(
    "post",
    "tin bài",
    "=tin",
    "=bài",
    "=tin/bài",
    "bài viết",
    "bài đăng",
    "bài tuyên truyền",
    "lượt tin bài",
  ),
  ...each<Counted>(
    "post",
    "tin tuyên truyền",
    "=lượt bài",
    "=video",
    "=clip",
    "video clip",
    "tin bài viết",
    "tin bài ảnh",
  ),
  ...each<Counted>(
    "post",
    "lượt đăng",
    "lượt đăng tải",
    "lượt bài viết",
    "tin bài tuyên truyền",
    "bài báo",
    "phóng sự",
  ),
  ...each<Counted>(
    "views",
    ...across("lượt", "xem|tiếp cận|theo dõi|truy cập|người xem|người tiếp cận|người theo dõi"),
  ),
  ...each<Counted>("views", "view", "views", "người xem", "người tiếp cận"),
  ...each<Counted>("weaponsHandedIn", "khẩu súng", "=súng", "vũ khí", "=dao", "=kiếm", "mã tấu", "lựu đạn"),
  ...each<Counted>(
    "weaponsHandedIn",
    "công cụ hỗ trợ",
    "khẩu",
    "loại vũ khí",
    "vũ khí thô sơ",
    "cây dao",
    "=khẩu",
  ),
  ...each<Counted>(
    "nothing",
    ...across(
      "cuộc|=buổi|lượt|=lần|=đợt",
      "kiểm tra|tuần tra|gọi|họp giao ban|giao ban|giám sát|thanh tra|truy quét",
    ),
    ...across(
      "cuộc|=buổi|lượt|=lần|=đợt",
      "khảo sát|tấn công|đấu tranh|họp nội bộ|điện thoại|gọi điện|làm việc|họp cơ quan",
    ),
    ...across("lượt|=lượt người", "thích|chia sẻ|bình luận|tương tác|phương tiện|xe"),
    ...across("lượt cán bộ|cán bộ|đồng chí|lượt", "chiến sĩ|cán bộ chiến sĩ|cbcs|lực lượng|đồng chí"),
    "cbcs",
    "tin báo",
    "=tin tố giác",
    "=tin nhắn",
    "nguồn tin",
    "=bài học",
    "=dân số",
    "giờ phát thanh",
    "tài liệu mật",
    "=cán bộ công an",
    "hộ nghèo",
    "hộ cận nghèo",
    "cơ sở thờ tự",
    "tờ trình",
  ),
];

/** Words that say what the counts around them are about, or how a session was held. */
export type Cue =
  | { guides: GuidanceField }
  | { channel: Channel }
  | {
      is:
        | "guiding"
        | "attending"
        | "drawing"
        | "outreach"
        | "urging"
        | "holding"
        | "planning"
        | "blocking"
        | "within";
    };

const cues = (cue: Cue, phrases: string): [string, Cue][] => each(cue, ...phrases.split("|"));

export const cuePhrases: [string, Cue][] = [
  ...cues({ guides: "vneidGuided" }, "vneid|vn eid|định danh điện tử mức 1|định danh mức 1|vnied"),
  ...cues({ guides: "levelTwoGuided" }, "mức 2|mức độ 2|mức hai|mức độ hai|mức II"),
  ...cues({ guides: "onlineServiceGuided" }, "dịch vụ công|dịch vụ công trực tuyến|dvc|dvctt"),
  ...cues({ guides: "pledges" }, "cam kết|ký cam kết|kí cam kết|ký kết"),
  ...cues({ guides: "weaponsHandedIn" }, "giao nộp|thu hồi|tự nguyện nộp|nộp vũ khí|tiếp nhận vũ khí"),
  ...cues(
    { is: "guiding" },
    "hướng dẫn|cài đặt|kích hoạt|hỗ trợ|thu nhận|cấp tài khoản|đăng ký|sử dụng|thực hiện|=cấp|=làm",
  ),
  ...cues({ is: "attending" }, "=dự|tham dự|tham gia|đến dự|lắng nghe|được tuyên truyền|người nghe|có mặt"),
  ...cues({ is: "drawing" }, "thu hút|=với|=có|=gồm|tham dự của|tham gia của|=cho|sự có mặt của|=được"),
  ...cues({ is: "urging" }, "vận động"),
  ...cues(
    { is: "outreach" },
    "tuyên truyền|phổ biến|giáo dục pháp luật|sinh hoạt|nói chuyện chuyên đề|họp dân|ngoại khóa|tọa đàm|tập huấn",
  ),
  ...cues({ is: "holding" }, "tổ chức|phối hợp|ra quân|tiến hành|=mở|triển khai|diễn ra"),
  ...cues(
    { is: "planning" },
    "sẽ|dự kiến|phấn đấu|chỉ tiêu|kế hoạch tổ chức|tiếp tục tổ chức|đề nghị|yêu cầu|phương hướng|tháng tới",
  ),
  ...cues(
    { is: "blocking" },
    "bắt|bắt giữ|xử lý|xử phạt|khởi tố|khen thưởng|giấy khen|bằng khen|bị thương|làm chết|thiệt hại|huy động|triệu tập|lập hồ sơ|tặng quà|trao quà|quản lý",
  ),
  ...cues({ is: "within" }, "trong đó|bao gồm|cụ thể|gồm có"),
  ...cues({ channel: "door_to_door" }, "từng nhà|từng hộ|tận nhà|từng gia đình|gõ cửa|tận hộ|tận từng hộ"),
  ...cues({ channel: "festival" }, "ngày hội"),
  ...cues({ channel: "other" }, "hội thi|cuộc thi|sân khấu hóa|phiên tòa giả định|hội diễn|trò chơi"),
  ...cues(
    { channel: "meeting" },
    "trực tiếp|tập trung|họp dân|họp tổ|sinh hoạt|hội nghị|hội trường|ngoại khóa|chào cờ|tọa đàm|tập huấn|nói chuyện",
  ),
  ...cues({ channel: "loudspeaker_car" }, "xe loa|lưu động|xe tuyên truyền|xe cổ động"),
  ...cues(
    { channel: "loudspeaker" },
    "=loa|phát thanh|truyền thanh|phát loa|hệ thống loa|loa phát thanh|loa truyền thanh",
  ),
  ...cues({ channel: "leaflet" }, "tờ rơi|tờ gấp|tờ bướm|tài liệu tuyên truyền"),
  ...cues(
    { channel: "post" },
    "tin bài|bài viết|đăng tải|đăng bài|fanpage|facebook|zalo|mạng xã hội|cổng thông tin|trang thông tin",
  ),
  // Everyday words that hold another cue.
  ...cues({ is: "holding" }, "tham gia giao thông|dự án|có hiệu quả"),
];

/** Languages a session was held in; "dân tộc Kinh, Hoa, Khmer" says who lives there, not that. */
export const languagePhrases: [string, (typeof languages)[number][]][] = [
  ...each<(typeof languages)[number][]>(
    ["khmer"],
    "tiếng khmer",
    "tiếng dân tộc khmer",
    "chữ khmer",
    "tiếng khơ me",
    "ngôn ngữ khmer",
  ),
  ...each<(typeof languages)[number][]>(["hoa"], "=tiếng hoa", "=tiếng dân tộc hoa", "=chữ hoa"),
  ...each<(typeof languages)[number][]>(["kinh"], "tiếng kinh", "tiếng việt"),
  ...each<(typeof languages)[number][]>(
    ["kinh", "khmer"],
    "tiếng việt khmer",
    "song ngữ việt khmer",
    "song ngữ kinh khmer",
    "tiếng kinh khmer",
    "tiếng kinh và tiếng khmer",
  ),
  ...each<(typeof languages)[number][]>(
    ["kinh", "hoa"],
    "=tiếng việt hoa",
    "=song ngữ việt hoa",
    "=tiếng kinh hoa",
    "=song ngữ kinh hoa",
  ),
  ...each<(typeof languages)[number][]>(
    ["kinh", "khmer", "hoa"],
    "tiếng kinh khmer hoa",
    "tiếng việt khmer hoa",
  ),
  ...each<(typeof languages)[number][]>(
    ["kinh", "hoa", "khmer"],
    "tiếng kinh hoa khmer",
    "tiếng việt hoa khmer",
  ),
];

/** Usual phrasings of a topic beside its label in the code list (prisma/data/code-lists.csv). */
export const topicPhrases: Record<string, string> = {
  "legal-policy":
    "chủ trương|chính sách|pháp luật|chủ trương của đảng|chính sách pháp luật|pháp luật của nhà nước|luật đất đai|văn bản pháp luật|nghị quyết của đảng",
  "crime-prevention":
    "phòng chống tội phạm|phòng ngừa tội phạm|tội phạm|tố giác tội phạm|đấu tranh phòng chống tội phạm|phương thức thủ đoạn của tội phạm|pctp|phòng chống các loại tội phạm",
  drugs:
    "ma túy|phòng chống ma túy|tác hại của ma túy|tội phạm ma túy|tội phạm về ma túy|tệ nạn ma túy|phòng chống tội phạm ma túy|phòng chống tội phạm về ma túy|chất gây nghiện|cai nghiện|luật phòng chống ma túy|thuốc lá điện tử|hiểm họa ma túy",
  "black-credit":
    "tín dụng đen|cho vay nặng lãi|cho vay lãi nặng|vay nặng lãi|tội phạm tín dụng đen|đòi nợ thuê|vay tiền qua app",
  "domestic-violence":
    "bạo lực gia đình|phòng chống bạo lực gia đình|bạo hành gia đình|bạo lực trong gia đình",
  "online-fraud":
    "lừa đảo qua mạng|lừa đảo trên mạng|lừa đảo trực tuyến|lừa đảo trên không gian mạng|lừa đảo qua không gian mạng|lừa đảo chiếm đoạt tài sản|lừa đảo chiếm đoạt tài sản trên không gian mạng|lừa đảo chiếm đoạt tài sản qua mạng|lừa đảo công nghệ cao|lừa đảo qua điện thoại|lừa đảo mạng|=lừa đảo|tội phạm lừa đảo|tội phạm lừa đảo qua mạng|thủ đoạn lừa đảo",
  "vneid-services":
    "vneid|vn eid|cài đặt vneid|định danh điện tử|định danh điện tử mức 2|tài khoản định danh|định danh mức 2|định danh mức độ 2|dịch vụ công|dịch vụ công trực tuyến|đề án 06|căn cước|thẻ căn cước|căn cước công dân|cccd|chuyển đổi số",
  "weapons-hand-in":
    "giao nộp vũ khí|vũ khí vật liệu nổ|vật liệu nổ|công cụ hỗ trợ|thu hồi vũ khí|vũ khí thô sơ|quản lý vũ khí|vũ khí|luật quản lý sử dụng vũ khí|giao nộp vũ khí vật liệu nổ công cụ hỗ trợ|vkvln|vk vln ccht|vk vln",
  "traffic-law":
    "luật giao thông|an toàn giao thông|trật tự an toàn giao thông|ttatgt|atgt|luật giao thông đường bộ|pháp luật về giao thông|pháp luật giao thông|tai nạn giao thông|nồng độ cồn|đội mũ bảo hiểm|mũ bảo hiểm|luật trật tự an toàn giao thông đường bộ|văn hóa giao thông|giao thông đường thủy|chạy quá tốc độ|giao thông",
  "fire-prevention":
    "phòng cháy|phòng cháy chữa cháy|pccc|chữa cháy|cháy nổ|phòng chống cháy nổ|cứu nạn cứu hộ|cnch|pccc cnch|thoát nạn|thoát hiểm|an toàn cháy nổ|phòng cháy chữa cháy và cứu nạn cứu hộ|bình chữa cháy",
  "theft-prevention":
    "trộm cắp|trộm cắp tài sản|phòng ngừa trộm cắp|cướp giật|cướp giật tài sản|phòng chống trộm cắp|bảo quản tài sản|tội phạm trộm cắp|tội phạm trộm cắp tài sản|quản lý tài sản",
  "child-protection":
    "bảo vệ trẻ em|xâm hại trẻ em|xâm hại tình dục|phòng chống xâm hại|phòng chống xâm hại trẻ em|xâm hại tình dục trẻ em|phòng chống đuối nước|đuối nước|bạo hành trẻ em|luật trẻ em|quyền trẻ em|tảo hôn",
  "school-safety":
    "an toàn trường học|bạo lực học đường|phòng chống bạo lực học đường|an ninh trường học|an ninh trật tự trường học|học sinh vi phạm pháp luật",
  "cyber-security":
    "an ninh mạng|luật an ninh mạng|an toàn thông tin|dữ liệu cá nhân|bảo vệ dữ liệu cá nhân|an toàn thông tin mạng|an toàn không gian mạng|tội phạm công nghệ cao|tội phạm mạng|tin giả|thông tin xấu độc|tin giả tin xấu độc",
  "human-trafficking":
    "mua bán người|phòng chống mua bán người|tội phạm mua bán người|việc nhẹ lương cao|nạn nhân bị mua bán|xuất cảnh trái phép",
  gambling:
    "cờ bạc|=đánh bạc|tệ nạn xã hội|=đá gà|=số đề|=mại dâm|cá độ|phòng chống tệ nạn xã hội|cá độ bóng đá|tnxh",
  fireworks:
    "pháo nổ|=pháo|pháo hoa|quản lý sử dụng pháo|sử dụng pháo|tàng trữ pháo|pháo trái phép|quản lý pháo",
  residence:
    "=cư trú|luật cư trú|tạm trú|=lưu trú|khai báo tạm trú|khai báo lưu trú|thông báo lưu trú|đăng ký cư trú|tạm vắng|đăng ký tạm trú|tạm trú tạm vắng",
  solidarity:
    "đoàn kết dân tộc|đoàn kết tôn giáo|khối đại đoàn kết|đại đoàn kết toàn dân tộc|tôn giáo|tà đạo|tín ngưỡng tôn giáo|tín ngưỡng|đại đoàn kết",
  environment:
    "bảo vệ môi trường|vệ sinh môi trường|trật tự đô thị|mỹ quan đô thị|lấn chiếm lòng lề đường|lấn chiếm vỉa hè|=rác thải|ô nhiễm môi trường|trật tự lòng lề đường",
  reintegration: "tái hòa nhập|tái hòa nhập cộng đồng|người chấp hành xong án phạt tù|người lầm lỗi|đặc xá",
  "mass-movement":
    "phong trào toàn dân bảo vệ an ninh tổ quốc|toàn dân bảo vệ an ninh tổ quốc|tdbvantq|phong trào tdbvantq|toàn dân bvantq|bảo vệ an ninh tổ quốc|phong trào bảo vệ an ninh trật tự|tự phòng tự quản tự bảo vệ",
};

/** Days and spans told from the day of the report. */
export type Relative =
  | { day: number }
  | {
      span:
        | "last-7-days"
        | "last-week"
        | "this-week"
        | "last-month"
        | "this-month"
        | "last-year"
        | "this-year";
    };

const relative = (value: Relative, phrases: string): [string, Relative][] =>
  each(value, ...phrases.split("|"));

export const relativePhrases: [string, Relative][] = [
  ...relative({ day: 0 }, "hôm nay|sáng nay|chiều nay|tối nay|trưa nay|ngày hôm nay|trong ngày hôm nay"),
  ...relative(
    { day: -1 },
    "hôm qua|sáng qua|chiều qua|tối qua|đêm qua|ngày hôm qua|sáng hôm qua|chiều hôm qua|tối hôm qua",
  ),
  ...relative({ day: -2 }, "hôm kia"),
  ...relative({ span: "last-7-days" }, "tuần qua|trong tuần qua|7 ngày qua"),
  ...relative({ span: "last-week" }, "tuần trước|tuần rồi"),
  ...relative({ span: "this-week" }, "tuần này|trong tuần"),
  ...relative({ span: "last-month" }, "tháng trước|tháng qua|tháng rồi"),
  ...relative({ span: "this-month" }, "tháng này|trong tháng"),
  ...relative({ span: "last-year" }, "năm ngoái|năm trước|năm qua"),
  ...relative({ span: "this-year" }, "năm nay|trong năm nay"),
];

/** A word before a day and month: without one "11.8" is a decimal and "11 tháng 8" a sum of months. */
export const dayPhrases: [string, true][] = each(
  true as const,
  ..."ngày|sáng|chiều|tối|trưa|đêm|hôm|mùng|mồng|sáng ngày|chiều ngày|tối ngày".split("|"),
  ..."thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật|thứ 2|thứ 3|thứ 4|thứ 5|thứ 6|thứ 7|cn".split(
    "|",
  ),
);

/** What is counted in fractions ("5/7 khu dân cư"), so that the fraction is no day. */
export const fractionPhrases: [string, true][] = each(
  true as const,
  ..."khu|khóm|ấp|hộ|người|tổ|phường|xã|trường|cơ quan|chỉ tiêu|lượt|cuộc|mô hình|điểm|tiêu chí|đơn vị|vụ|đối tượng|học sinh|trường hợp|em|đại biểu|hội viên|tờ|tin|bài|buổi|lần|lớp|đợt|bản|khẩu|tài khoản|hồ sơ|cán bộ|bà con|quần chúng|chuyến|cơ sở|hơn".split(
    "|",
  ),
);

/** Where a place begins. */
export const placePhrases: [string, "at" | "is"][] = [
  ...each("at" as const, "tại", "=ở", "trên địa bàn", "diễn ra tại", "diễn ra ở"),
  ...each("is" as const, "địa điểm", "nơi tổ chức", "địa điểm tổ chức"),
];

/** What follows "tại" without being a place one could go to. */
export const noPlacePhrases: [string, true][] = each(
  true as const,
  ..."đây|đó|hội nghị|buổi|buổi lễ|lễ|địa phương|cơ sở|chỗ|nhà|ngày hội|địa bàn|các|một|một số|từng|nơi|cuộc|nước ngoài|báo cáo|phường|xã|khắp|hiện|toàn|kế hoạch|điều|khoản|văn bản".split(
    "|",
  ),
);

/** Where a place or a unit's name ends. */
export const placeEnds: [string, true][] = each(
  true as const,
  ..."=với|=có|=cho|=về|thu hút|được|nhằm|=do|=vào|sáng|chiều|tối|trưa|ngày|trong|=để|kết hợp|=gồm|đã|thông qua|bằng|tổ chức|phối hợp|tiến hành|ra quân|=từ|=tại|=ở|tuyên truyền|=phát|vận động|tham dự|lúc|=nội dung|hình thức|thời gian|số người|số lượt|chủ đề|thành phần|công an|=là|hợp nhất|=cùng|trước|sau|=mở|hướng dẫn|lượt|người dự|của|=và|số|kết quả|mặt trận|đảng ủy|đoàn|hội|triển khai|báo cáo|tháng|quý".split(
    "|",
  ),
);

/** Residential areas, whose name is a place even without "tại". */
export const areaPhrases: [string, true][] = each(
  true as const,
  ..."khóm|ấp|khu vực|khu dân cư|=tổ dân phố|khu phố|kv".split("|"),
);

/** Kinds of unit; a name or number follows. */
export const unitKinds: [string, true][] = each(true as const, ..."phường|xã|thị trấn|đặc khu".split("|"));

/** Columns of a pasted table that hold no count. */
export type Column = "heldOn" | "place" | "unitText" | "channel" | "topics" | "number";

export const columnPhrases: [string, Column][] = [
  ...each<Column>("heldOn", "ngày", "thời gian", "ngày tháng", "ngày tổ chức", "thời điểm", "ngày thực hiện"),
  ...each<Column>("place", "địa điểm", "nơi tổ chức", "địa bàn", "khóm", "ấp", "khu vực", "nơi"),
  ...each<Column>("unitText", "đơn vị", "phường", "xã", "phường xã", "đơn vị thực hiện", "tên đơn vị"),
  ...each<Column>("channel", "hình thức", "hình thức tuyên truyền"),
  ...each<Column>("topics", "nội dung", "chủ đề", "nội dung tuyên truyền", "chuyên đề"),
  ...each<Column>("number", "stt", "tt", "ghi chú"),
];

/** Counts of a gathering beside its attendances, by the field of an outreach session they belong to. */
export const guidanceFields = [
  "vneidGuided",
  "levelTwoGuided",
  "onlineServiceGuided",
  "weaponsHandedIn",
  "pledges",
] as const;
export type GuidanceField = (typeof guidanceFields)[number];
