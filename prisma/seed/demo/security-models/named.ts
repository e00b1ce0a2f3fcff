import { type ModelSketch, sketches } from "./sketch";

export type NamedModel = ModelSketch & {
  /** Recognised by the Ministry and replicated nationwide (article of 26/11/2025). */
  nationwide: boolean;
  since: string;
  /** Points in Phú Lợi: of its former wards by day, or of the ward itself since the merger (article of 11/08/2025). */
  phuLoi: readonly { formerCode?: string; startedOn: string; site: string }[];
};

const sketch = sketches({});

/** The six models that the articles name, in their spelling; when they began is invented. */
export const namedModels: readonly NamedModel[] = [
  {
    ...sketch("Câu lạc bộ hướng thiện", {
      aliases: ["CLB hướng thiện"],
      fields: ["reintegration", "crime-prevention"],
      coreForce: "fatherland-front",
      massMobilization: true,
      points: 34,
    }),
    nationwide: true,
    since: "2013-03-18",
    phuLoi: [],
  },
  {
    ...sketch("Sư sãi và phật tử tham gia phòng chống tội phạm", {
      aliases: ["Sư sãi, phật tử tham gia phòng chống tội phạm"],
      fields: ["religion", "ethnic-affairs", "crime-prevention"],
      principles: ["self_prevention", "self_management", "self_mediation"],
      coreForce: "religious-dignitaries",
      site: "worship",
      where: "khmer",
      massMobilization: true,
      points: 26,
    }),
    nationwide: true,
    since: "2014-08-19",
    phuLoi: [{ startedOn: "2025-07-15", site: "Một cơ sở thờ tự trên địa bàn phường" }],
  },
  {
    ...sketch("Nghiệp đoàn xe ôm tham gia phòng, chống tội phạm", {
      aliases: ["Nghiệp đoàn xe honda tham gia phòng, chống tội phạm"],
      principles: ["self_prevention", "self_protection"],
      coreForce: "trade-union",
      site: "riders",
      where: "urban",
      points: 18,
    }),
    nationwide: true,
    since: "2012-05-07",
    phuLoi: [],
  },
  {
    ...sketch("Camera an ninh", {
      aliases: ["Mắt thần an ninh", "Camera giám sát an ninh trật tự"],
      fields: ["crime-prevention", "traffic-order", "environment-urban"],
      principles: ["self_prevention", "self_management", "self_protection"],
      coreForce: "commune-police",
      site: "road",
      points: 96,
    }),
    nationwide: true,
    since: "2016-10-10",
    phuLoi: [],
  },
  {
    ...sketch("Tuyến đường an ninh trật tự, sáng - xanh - sạch - đẹp", {
      aliases: [
        "Tuyến đường an ninh trật tự, sáng, xanh, sạch, đẹp",
        "Tuyến đường ANTT, sáng - xanh - sạch - đẹp",
      ],
      fields: ["environment-urban", "crime-prevention"],
      coreForce: "womens-union",
      site: "road",
      massMobilization: true,
      points: 74,
    }),
    nationwide: false,
    since: "2017-04-24",
    phuLoi: [
      { formerCode: "31522", startedOn: "2021-06-14", site: "Tuyến đường chính khóm 3" },
      { formerCode: "31516", startedOn: "2023-09-11", site: "Tuyến đường nội bộ khóm 5" },
      { startedOn: "2025-07-21", site: "Tuyến đường liên khóm 2 – khóm 4" },
    ],
  },
  {
    ...sketch("Tổ liên gia an toàn phòng cháy chữa cháy", {
      aliases: ["Tổ liên gia an toàn PCCC", "Liên gia an toàn phòng cháy, chữa cháy"],
      fields: ["fire-prevention"],
      principles: ["self_prevention", "self_management", "self_protection"],
      coreForce: "inter-household-teams",
      site: "hamlet",
      points: 88,
    }),
    nationwide: false,
    since: "2022-07-04",
    phuLoi: [
      { formerCode: "31510", startedOn: "2022-10-10", site: "Khóm 4" },
      { formerCode: "31519", startedOn: "2023-03-13", site: "Khóm 1" },
      { startedOn: "2025-07-28", site: "Khóm 6" },
    ],
  },
];
