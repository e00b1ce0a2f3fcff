import type { Words } from "@/lib/core/locale";

type ProfileWords = {
  spread: string;
  spreadIn: (units: string, all: string, most: string) => string;
  spreadWithin: (units: string) => string;
  mostIn: (unit: string, points: string) => string;
  nowhere: string;
  cell: (unit: string, points: string) => string;
  legend: string;
  none: string;
  growth: string;
  grown: (points: string, day: string, began: string) => string;
  inForce: string;
  begun: string;
  yearRange: (from: string) => string;
  rounds: string;
  roundsFinding: (share: string, effective: string, rated: string, day: string) => string;
  noRounds: string;
  noRoundsHint: string;
  round: string;
  share: string;
  rated: string;
  replication: string;
  tree: string;
  allPoints: (points: string) => string;
};

const vi: ProfileWords = {
  spread: "Nơi triển khai mô hình",
  spreadIn: (units, all, most) => `Có ở ${units} trong ${all} đơn vị. ${most}`,
  spreadWithin: (units) => `Có ở ${units} đơn vị.`,
  mostIn: (unit, points) => `Nhiều nhất: ${unit}, ${points} điểm.`,
  nowhere: "Chưa có điểm nào đang duy trì vào ngày này.",
  cell: (unit, points) => `${unit}: ${points} điểm`,
  legend: "Số điểm",
  none: "chưa có",
  growth: "Mô hình phát triển qua các năm",
  grown: (points, day, began) => `${points} điểm đang duy trì đến ${day}; điểm đầu tiên từ ${began}.`,
  inForce: "điểm cuối năm",
  begun: "điểm bắt đầu trong năm",
  yearRange: (from) => `Từ ${from}`,
  rounds: "Xếp loại qua các kỳ",
  roundsFinding: (share, effective, rated, day) =>
    `Kỳ gần nhất ${day}: ${effective} trong ${rated} điểm hiệu quả (${share}).`,
  noRounds: "Chưa có điểm nào được xếp loại",
  noRoundsHint: "Xếp loại được ghi theo từng điểm, vào kỳ đánh giá.",
  round: "Kỳ xếp loại",
  share: "Tỷ lệ hiệu quả",
  rated: "Đã xếp loại",
  replication: "Nhân rộng",
  tree: "Xem cây nhân rộng",
  allPoints: (points) => `Xem cả ${points} điểm`,
};

const en: ProfileWords = {
  spread: "Where it runs",
  spreadIn: (units, all, most) => `In ${units} of ${all} units. ${most}`,
  spreadWithin: (units) => `In ${units} units.`,
  mostIn: (unit, points) => `Most: ${unit}, ${points} points.`,
  nowhere: "No point is in force on this day.",
  cell: (unit, points) => `${unit}: ${points} points`,
  legend: "Points",
  none: "none",
  growth: "How it grew",
  grown: (points, day, began) => `${points} points in force on ${day}; the first one since ${began}.`,
  inForce: "points at the year's end",
  begun: "points begun in the year",
  yearRange: (from) => `Since ${from}`,
  rounds: "Ratings round by round",
  roundsFinding: (share, effective, rated, day) =>
    `Latest round ${day}: ${effective} of ${rated} points effective (${share}).`,
  noRounds: "No point has been rated",
  noRoundsHint: "Ratings are kept per point, at each evaluation.",
  round: "Round",
  share: "Share effective",
  rated: "Rated",
  replication: "Replication",
  tree: "See the tree of copies",
  allPoints: (points) => `See all ${points} points`,
};

export const profileWords: Words<ProfileWords> = { vi, en };
