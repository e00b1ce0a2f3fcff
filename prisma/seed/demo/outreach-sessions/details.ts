import type { Language } from "@/lib/outreach-sessions/catalog";
import type { DemoContext } from "../context";
import { unitWord } from "../quarters";
import { chance, logNormal, pick, type Random } from "../random";
import type { DemoUnit } from "../units";
import { isToldByArticle } from "./phu-loi";
import { isGathering, type SessionRow } from "./session";

type Details = {
  title: string | null;
  presenters: string | null;
  languages: Language[];
  audiences: string[];
  views: number | null;
  coUnitIds: number[];
  coAgencies: string[];
};

/** What a session says beside its count, from a stream of its own: what was drawn before stays as it was. */
export function withDetails(context: DemoContext): (row: SessionRow) => SessionRow & Details {
  const units = new Map(context.units.all.map((unit) => [unit.id, unit]));
  return (row) => {
    const random = context.streams("session details", row.id);
    const unit = units.get(row.unitId);
    if (!unit) throw new Error(`no unit ${row.unitId}`);
    const gathering = isGathering(row.channel);
    return {
      ...row,
      title: titleOf(row, random),
      presenters:
        gathering && chance(random, 0.8) ? pick(random, posts).replaceAll("{u}", unitWord(unit)) : null,
      languages: languagesOf(row, unit, random),
      audiences: audiencesOf(row, unit, random),
      views: row.channel === "post" ? Math.round(logNormal(random, 420, 0.9)) : null,
      coUnitIds: gathering && chance(random, 0.012) ? partnersOf(row, unit, context, random) : [],
      coAgencies: agenciesOf(row, random),
    };
  };
}

/** Posts as said on the day, never names (T13). */
const posts = [
  "Trưởng Công an {u}",
  "Phó Trưởng Công an {u}",
  "Phó Trưởng Công an {u}",
  "Cán bộ Công an {u}",
  "Cán bộ Công an {u}",
  "Cán bộ Công an {u}",
  "Cảnh sát khu vực",
  "Phó Trưởng Công an {u}; Chủ tịch Ủy ban Mặt trận Tổ quốc {u}",
  "Cán bộ Công an {u}; Chủ tịch Hội Liên hiệp Phụ nữ {u}",
];

const titles: Record<string, string> = {
  "online-fraud": "Nhận diện lừa đảo qua mạng",
  drugs: "Nói không với ma túy",
  "vneid-services": "Hướng dẫn cài đặt VNeID và dịch vụ công trực tuyến",
  "fire-prevention": "Kỹ năng phòng cháy, chữa cháy và thoát nạn",
  "traffic-law": "An toàn giao thông cho mọi nhà",
  "black-credit": "Phòng, chống tín dụng đen",
  "school-safety": "Trường học an toàn, không bạo lực",
  "weapons-hand-in": "Vận động giao nộp vũ khí, vật liệu nổ",
};

function titleOf(row: SessionRow, random: Random): string | null {
  if (row.channel === "festival") return "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc";
  const named = titles[row.topics[0] ?? ""];
  return named !== undefined && chance(random, 0.2) ? named : null;
}

function languagesOf(row: SessionRow, unit: DemoUnit, random: Random): Language[] {
  const [khmer, hoa] = unit.region === "soc-trang" ? [0.22, 0.05] : [0.01, 0.02];
  const bilingual = row.note?.includes("Khmer") === true;
  return [
    "kinh",
    ...(chance(random, khmer) || bilingual ? (["khmer"] as const) : []),
    ...(chance(random, hoa) ? (["hoa"] as const) : []),
  ];
}

/** Who is met where. */
const byPlace: [RegExp, string][] = [
  [/Trường|trường THCS|trường THPT/, "pupils"],
  [/Chùa|Nhà thờ/, "believers"],
  [/Chợ|kinh doanh|nhà trọ/, "business"],
  [/Doanh nghiệp/, "workers"],
  [/Bến xe/, "drivers"],
];
const others = ["women", "youth", "elderly", "workers", "officials"] as const;

function audiencesOf(row: SessionRow, unit: DemoUnit, random: Random): string[] {
  const first = byPlace.find(([pattern]) => pattern.test(row.place))?.[1] ?? "residents";
  if (!chance(random, 0.3)) return [first];
  const ethnic = unit.region === "soc-trang" && chance(random, 0.4);
  return [
    first,
    ethnic
      ? "ethnic"
      : pick(
          random,
          others.filter((other) => other !== first),
        ),
  ];
}

const agencies: [RegExp, string][] = [
  [/Phụ nữ/, "womens-union"],
  [/Đoàn Thanh niên/, "youth-union"],
  [/Mặt trận/, "fatherland-front"],
  [/Cựu chiến binh/, "veterans-association"],
];

function agenciesOf(row: SessionRow, random: Random): string[] {
  const noted = agencies.find(([pattern]) => pattern.test(row.note ?? ""))?.[1];
  if (noted) return [noted];
  return chance(random, 0.1) ? [pick(random, agencies)[1]] : [];
}

/** A unit beside the host in the list of its region, that existed on the day (T16). */
function partnersOf(row: SessionRow, host: DemoUnit, { units }: DemoContext, random: Random): number[] {
  const region = units.on(row.heldOn).filter(({ region }) => region === host.region);
  const at = region.findIndex(({ id }) => id === host.id);
  const beside = [region[at - 1], region[at + 1]].filter(
    (unit) => unit !== undefined && !isToldByArticle(unit, row.heldOn),
  ) as DemoUnit[];
  return beside.length > 0 ? [pick(random, beside).id] : [];
}
