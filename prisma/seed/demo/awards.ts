import type { Day } from "@/lib/core/days";
import type { AwardForm, RecipientKind } from "@/prisma/client/enums";
import { mergerDay } from "../reference/units";
import { eachDay, moment, monthOf, weekday } from "./calendar";
import type { DemoContext } from "./context";
import { isHoliday } from "./day-factor";
import { awards as drawn, firstDay, stated } from "./distributions";
import { demoDocument, demoId } from "./identity";
import { capital, quarter, unitWord } from "./quarters";
import { chance, pick, picker, poisson, type Random, whole } from "./random";
import type { DemoUnit, Region } from "./units";

type Decision = { day: Day; number: string; form: AwardForm; issuer: string; achievement: string };
type Recipient = { kind: RecipientKind; name: string; title: string | null; unitId: number | null };
export type AwardRow = ReturnType<typeof awardRow>;

const drawForm = picker(drawn.forms);
const drawKind = picker(drawn.recipients);

/** The rows of award: decisions signed on working days, each naming a few recipients of one unit; no real person's name. */
export function demoAwards(context: DemoContext): AwardRow[] {
  const pickers = new Map([true, false].map((former) => [former, unitsOf(context, former)]));
  const rows = eachDay(firstDay, context.today).flatMap((day) => {
    const random = context.streams("awards", day);
    const office = weekday(day) % 6 !== 0 && !isHoliday(day);
    const count = office ? poisson(random, drawn.decisionsPerDay * (drawn.month[monthOf(day) - 1] ?? 1)) : 0;
    return Array.from({ length: count }, (_, nth) => {
      const unit = chance(random, drawn.ofCityBodies)
        ? null
        : (pickers.get(day < mergerDay) ?? (() => null))(random);
      return decided(unit, day, nth, random);
    })
      .filter(({ unit }) => !(unit?.homeCode === stated.phuLoi.code && day === stated.phuLoi.to))
      .flatMap(({ awards }) => awards);
  });
  return [...rows, ...conferenceAwards(context), ...festivalAwards(context)];
}

/** Bằng khen given at the conference of 26/11/2025, where collectives and individuals were commended. */
function conferenceAwards(context: DemoContext): AwardRow[] {
  const { day, collectives, individuals } = drawn.conference;
  const random = context.streams("awards", "conference");
  const drawUnit = unitsOf(context, false);
  const decision: Decision = {
    day,
    number: demoDocument(2611),
    form: "diploma",
    issuer: "Ủy ban nhân dân thành phố Cần Thơ",
    achievement:
      "Thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc và chương trình xây dựng nông thôn mới",
  };
  return Array.from({ length: collectives + individuals }, (_, place) => {
    const unit = drawUnit(random);
    const kind = place < collectives ? "collective" : "individual";
    const name = `${kind === "collective" ? "Tập thể" : "Cá nhân"} minh họa ${String(place + 1).padStart(4, "0")}`;
    return awardRow(decision, { kind, name, title: null, unitId: unit.id }, 14);
  });
}

const unitsOf = ({ units }: DemoContext, former: boolean) =>
  picker(units.all.filter((unit) => unit.former === former).map((unit) => [unit, unit.weight] as const));

/** Giấy khen of the city's police to one collective and two individuals of Phú Lợi, on the day of the festival. */
function festivalAwards({ units }: DemoContext): AwardRow[] {
  const decision: Decision = {
    day: stated.phuLoi.to,
    number: demoDocument(811),
    form: "merit_certificate",
    issuer: "Công an thành phố Cần Thơ",
    achievement: "Thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2025",
  };
  const unitId = units.current(stated.phuLoi.code).id;
  return [
    awardRow(decision, { kind: "collective", name: "Tập thể phường Phú Lợi", title: null, unitId }, 9),
    awardRow(
      decision,
      { kind: "individual", name: "Cá nhân thứ nhất phường Phú Lợi", title: null, unitId },
      9,
    ),
    awardRow(
      decision,
      { kind: "individual", name: "Cá nhân thứ hai phường Phú Lợi", title: null, unitId },
      9,
    ),
  ];
}

function decided(unit: DemoUnit | null, day: Day, nth: number, random: Random) {
  const form = drawForm(random);
  const region = day < mergerDay ? (unit?.region ?? "can-tho") : null;
  const decision: Decision = {
    day,
    number: demoDocument(whole(random, 1, 290) * 10 + nth),
    form,
    issuer: issuerOf(form, region, unit, random),
    achievement: pick(random, achievements),
  };
  const names = new Set<string>();
  const awards: AwardRow[] = [];
  const count = whole(random, ...drawn.recipientsPerDecision);
  for (let place = 0; place < count; place += 1) {
    const kind = form === "commemorative_medal" ? "individual" : drawKind(random);
    const recipient = { kind, ...recipientOf(kind, unit, random), unitId: unit?.id ?? null };
    if (names.has(recipient.name)) continue;
    names.add(recipient.name);
    const award = awardRow(decision, recipient, whole(random, 8, 16));
    awards.push(
      chance(random, drawn.revoked)
        ? { ...award, revokedOn: day, revokedReason: "Quyết định ghi trùng thành tích đã được khen thưởng" }
        : award,
    );
  }
  return { unit, awards };
}

const provinceBodies: Record<Region, string> = {
  "can-tho": "thành phố Cần Thơ",
  "soc-trang": "tỉnh Sóc Trăng",
  "hau-giang": "tỉnh Hậu Giang",
};

/** Before the merger each of the three former provinces awarded its own. */
function issuerOf(form: AwardForm, region: Region | null, unit: DemoUnit | null, random: Random): string {
  const body = provinceBodies[region ?? "can-tho"];
  if (form === "commemorative_medal") return "Bộ Công an";
  if (form === "diploma") return chance(random, 0.2) ? "Bộ Công an" : `Ủy ban nhân dân ${body}`;
  return unit && chance(random, 0.4) ? `Ủy ban nhân dân ${unitWord(unit)} ${unit.name}` : `Công an ${body}`;
}

function recipientOf(
  kind: RecipientKind,
  unit: DemoUnit | null,
  random: Random,
): { name: string; title: string | null } {
  const serial = String(whole(random, 1, 9999)).padStart(4, "0");
  if (kind === "household") return { name: `Hộ gia đình minh họa ${serial}`, title: null };
  if (kind === "individual")
    return { name: `Cá nhân minh họa ${serial}`, title: unit ? pick(random, titles) : null };
  if (!unit) return { name: `Tập thể minh họa ${serial}`, title: null };
  const area = quarter(unit, random);
  return {
    name: pick(random, [
      "Tập thể {Q}",
      "Tập thể {Q}",
      "Tập thể Ban nhân dân {q}",
      "Tập thể Tổ bảo vệ an ninh trật tự {q}",
    ])
      .replace("{Q}", capital(area))
      .replace("{q}", area),
    title: null,
  };
}

function awardRow(
  { day, number, form, issuer, achievement }: Decision,
  { kind, name, title, unitId }: Recipient,
  hour: number,
) {
  const recordedAt = moment(day, hour, 0);
  return {
    id: demoId("award", day, number, name),
    form,
    recipientKind: kind,
    recipientName: name,
    recipientTitle: title,
    unitId,
    issuer,
    decisionNumber: number,
    decisionDate: day,
    achievement,
    createdAt: recordedAt,
    updatedAt: recordedAt,
    revokedOn: null as Day | null,
    revokedReason: null as string | null,
  };
}

const titles = [
  "Tổ trưởng Tổ bảo vệ an ninh trật tự",
  "Tổ viên Tổ bảo vệ an ninh trật tự",
  "Trưởng ban công tác Mặt trận",
  "Chi hội trưởng phụ nữ",
  "Bí thư chi đoàn",
  null,
  null,
];

const achievements = [
  "Thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc",
  "Thành tích xuất sắc trong công tác bảo đảm an ninh trật tự ở cơ sở",
  "Thành tích trong công tác phòng, chống tội phạm",
  "Thành tích trong xây dựng, nhân rộng mô hình tự phòng, tự quản, tự bảo vệ",
  "Thành tích trong công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ",
  "Dũng cảm cứu người, tài sản",
  "Thành tích trong vận động giao nộp vũ khí, vật liệu nổ",
  "Thành tích trong thực hiện tiêu chí an toàn về an ninh trật tự xây dựng nông thôn mới",
];
