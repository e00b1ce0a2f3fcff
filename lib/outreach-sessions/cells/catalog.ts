import type { Channel } from "@/prisma/client/enums";

/*
 * Words that officers write in their notes instead of a label. Phrases are found without their accents too, unless they
 * begin with "=": those mean something else then. Parted by "|".
 */

/** Found within a cell, beside the cues of pasted reports. */
export const channelPhrases: readonly (readonly [Channel, string])[] = [
  [
    "meeting",
    "tuyên truyền miệng|họp khu dân cư|họp khóm|họp ấp|=họp chi bộ|=họp|dưới cờ|=gặp mặt|đối thoại|lớp học",
  ],
  [
    "door_to_door",
    "đến nhà dân|tới nhà dân|vào nhà dân|đến hộ dân|tới hộ dân|từng căn hộ|đến hộ gia đình|=đi từng ngõ|từng đối tượng",
  ],
  ["festival", "ngày hội"],
  ["other", "phiên tòa|diễu hành"],
  ["loudspeaker", "loa kéo|loa tay|cụm loa|loa không dây"],
  ["loudspeaker_car", "loa di động|xe phát thanh|xe lưu động|xe ô tô loa"],
  ["leaflet", "tờ gấp|=tờ dán|áp phích|cẩm nang|sổ tay"],
  ["post", "=tin|=bài|video|clip|mxh|trang facebook|=trang fb|=fb|tiktok|youtube|nhóm zalo|website|báo chí"],
];

/** The whole of a cell only: inside a longer text they would be half of another word ("đến nhà văn hóa"). */
export const channelCells: readonly (readonly [Channel, string])[] = [
  [
    "door_to_door",
    "đến nhà|tới nhà|tại nhà|vào nhà|nhà dân|đến hộ|tại hộ|tại hộ dân|hộ dân|đi nhà|gặp hộ dân|đến tận nhà",
  ],
  ["meeting", "họp|miệng|tại chỗ|buổi họp|cuộc họp|gặp trực tiếp|lớp|buổi nói chuyện"],
  ["loudspeaker", "đài|truyền thanh phường|truyền thanh xã"],
  ["loudspeaker_car", "xe|ô tô loa"],
  ["leaflet", "tờ|phát tờ"],
  ["post", "mạng|đăng mạng|online|facebook cá nhân"],
  ["other", "khác|văn nghệ|hội thao"],
];

/** By the code of an audience in the city's list; a code that the list does not have does no harm. */
export const audiencePhrases: Readonly<Record<string, string>> = {
  residents:
    "nhân dân|quần chúng|quần chúng nhân dân|bà con|bà con nhân dân|=dân|hộ dân|hộ gia đình|cư dân|người dân địa phương|bà con khu phố",
  pupils:
    "học sinh|em học sinh|=hs|sinh viên|=sv|=hssv|học viên|thiếu nhi|học sinh tiểu học|học sinh thcs|học sinh thpt",
  youth: "thanh niên|đoàn viên|=đvtn|=dvtn|thanh thiếu niên|đoàn thanh niên",
  women: "phụ nữ|chị em|chị em phụ nữ|hội phụ nữ|hội viên phụ nữ|=hvpn|hội viên hội phụ nữ",
  elderly: "người già|cao tuổi|=nct|=các cụ|người lớn tuổi|cán bộ hưu trí|hưu trí|hội người cao tuổi",
  believers:
    "tín đồ|chức sắc|chức việc|phật tử|giáo dân|sư sãi|tăng ni|tăng ni phật tử|sư sãi phật tử|bà con có đạo|tôn giáo",
  ethnic:
    "dân tộc|đồng bào|đồng bào dân tộc|đồng bào khmer|đồng bào hoa|người dân tộc|người khmer|bà con khmer|bà con dân tộc|dân tộc thiểu số|=dtts|dân tộc khmer",
  workers: "công nhân|người lao động|=nlđ|=nld|=cnlđ|=cnld|lao động|công nhân lao động|đoàn viên công đoàn",
  officials:
    "cán bộ|công chức|viên chức|=cbcc|=cbccvc|=cb|=cc|=vc|cán bộ công chức|giáo viên|=gv|công nhân viên chức|đảng viên",
  business:
    "kinh doanh|hộ kinh doanh|tiểu thương|chủ cơ sở|chủ nhà trọ|nhà trọ|chủ trọ|chủ cơ sở kinh doanh|doanh nghiệp|chủ doanh nghiệp|chủ quán|người buôn bán",
  drivers:
    "tài xế|xe ôm|lái xe|người lái xe|chạy xe ôm|nghiệp đoàn xe ôm|người chạy xe|lái đò|chủ phương tiện",
  "at-risk":
    "người vi phạm|sau cai|người sau cai|người sau cai nghiện|người nghiện|tái hòa nhập|người tái hòa nhập|người tái hòa nhập cộng đồng|mãn hạn tù|chấp hành xong án phạt tù|người lầm lỗi|thanh thiếu niên hư|đối tượng vi phạm",
};
