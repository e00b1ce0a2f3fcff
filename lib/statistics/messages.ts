import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";

type StatisticsWords = {
  title: string;
  keyFigures: string;
  models: string;
  modelUnit: string;
  modelsDefinition: string;
  points: string;
  pointUnit: string;
  pointsDefinition: string;
  modelSource: string;
  awards: string;
  awardUnit: string;
  awardsDefinition: string;
  awardSource: string;
  lastYear: string;
  lastYearTo: (day: string) => string;
  nothingLastYear: string;
  teamsAndMembers: (teams: string, members: string) => string;
  byUnit: string;
  byUnitCurrent: string;
  byUnitHistorical: string;
  mostSessions: (unit: string, count: string) => string;
  overTime: string;
  busiest: (span: string, count: string) => string;
  noSessions: string;
  otherChannels: string;
  otherChannelsNote: string;
  guidance: string;
  splitNote: (split: { former: string; carrier: string; receiver: string; on: string }) => string;
  addUser: string;
  todoAdministrator: string;
  todo: string;
  todoWard: (days: number) => string;
  todoWardNone: string;
  todoCity: string;
  lastLogged: (day: string) => string;
  logNow: string;
  addModel: string;
  addAward: string;
  addStep: string;
  noneLogged: string;
  times: string;
};

export const statisticsWords: Words<StatisticsWords> = {
  vi: {
    title: "Tổng quan",
    keyFigures: "Số liệu chính",
    models: "Mô hình đang duy trì",
    modelUnit: "mô hình",
    modelsDefinition:
      "Số mô hình có ít nhất một điểm đang duy trì vào ngày tính. Một mô hình ở 17 nơi là một mô hình, 17 điểm.",
    points: "Điểm mô hình",
    pointUnit: "điểm",
    pointsDefinition: "Số nơi mô hình đang chạy vào ngày tính: đã ra mắt và chưa kết thúc.",
    modelSource: "Danh mục mô hình và quyết định từng điểm",
    awards: "Khen thưởng",
    awardUnit: "lượt khen",
    awardsDefinition:
      "Số lượt tập thể, cá nhân, hộ gia đình được khen theo ngày quyết định trong kỳ, trừ quyết định đã thu hồi đến ngày tính.",
    awardSource: "Quyết định khen thưởng",
    lastYear: "so với cùng kỳ",
    lastYearTo: (day) => `so với cùng kỳ (tính đến ${day})`,
    nothingLastYear: "cùng kỳ chưa có số liệu",
    teamsAndMembers: (teams, members) => `${teams} tổ, ${members} thành viên`,
    byUnit: "Theo đơn vị",
    byUnitCurrent: "Xếp theo số cuộc tuyên truyền; số của đơn vị cũ tính vào đơn vị hiện nay",
    byUnitHistorical: "Xếp theo số cuộc tuyên truyền; mỗi đơn vị giữ số của thời điểm ghi nhận",
    mostSessions: (unit, count) => `${unit} tổ chức nhiều nhất: ${count} cuộc`,
    overTime: "Cuộc tuyên truyền theo thời gian",
    busiest: (span, count) => `Nhiều nhất trong ${span}: ${count} cuộc`,
    noSessions: "Kỳ này chưa có cuộc tuyên truyền nào được ghi nhận",
    otherChannels: "Loa, tờ rơi, tin bài",
    otherChannelsNote: "Mỗi hình thức có đơn vị tính riêng, không cộng vào lượt người dự",
    guidance: "Hướng dẫn và vận động tại các cuộc",
    splitNote: ({ former, carrier, receiver, on }) =>
      `${former} bị chia tách ngày ${formatDate(on)}: một phần về ${receiver}, phần còn lại về ${carrier}. Số liệu cũ tính cho ${carrier}.`,
    addUser: "Tạo tài khoản",
    todoAdministrator: "Cấp tài khoản, xem nhật ký thao tác",
    todo: "Việc cần làm",
    todoWard: (days) => `Đã ${days} ngày chưa ghi nhận cuộc tuyên truyền nào`,
    todoWardNone: "Chưa ghi nhận cuộc tuyên truyền nào",
    todoCity: "Nhập dữ liệu mới",
    lastLogged: (day) => `Cuộc gần nhất ngày ${day}`,
    logNow: "Ghi nhận cuộc tuyên truyền",
    addModel: "Đăng ký mô hình",
    addAward: "Ghi khen thưởng",
    addStep: "Ghi bậc nông thôn mới",
    noneLogged: "Kỳ này chưa ghi nhận",
    times: "Số lần",
  },
  en: {
    title: "Overview",
    keyFigures: "Key figures",
    models: "Models in force",
    modelUnit: "models",
    modelsDefinition:
      "Models with at least one point in force on the day. A model at 17 places is one model, 17 points.",
    points: "Model points",
    pointUnit: "points",
    pointsDefinition: "Places where a model runs on the day: launched and not ended.",
    modelSource: "Register of models and the decision of each point",
    awards: "Awards",
    awardUnit: "awards",
    awardsDefinition:
      "Awards to collectives, individuals and households by day of decision within the period, without those revoked by the day of the count.",
    awardSource: "Award decisions",
    lastYear: "on the same period last year",
    lastYearTo: (day) => `on the same period last year (to ${day})`,
    nothingLastYear: "no data for the same period last year",
    teamsAndMembers: (teams, members) => `${teams} teams, ${members} members`,
    byUnit: "By unit",
    byUnitCurrent: "Ranked by outreach sessions; figures of former units count for today's",
    byUnitHistorical: "Ranked by outreach sessions; each unit keeps the figures of its time",
    mostSessions: (unit, count) => `${unit} held the most: ${count} sessions`,
    overTime: "Outreach sessions over time",
    busiest: (span, count) => `Most in ${span}: ${count} sessions`,
    noSessions: "No session was logged in this period",
    otherChannels: "Loudspeakers, leaflets, posts",
    otherChannelsNote: "Each has a unit of its own and is never added to attendances",
    guidance: "Guidance and pledges at the sessions",
    splitNote: ({ former, carrier, receiver, on }) =>
      `${former} was split on ${formatDate(on)}: a part to ${receiver}, the remainder to ${carrier}. Its figures count for ${carrier}.`,
    addUser: "Create a user",
    todoAdministrator: "Give out accounts, read the audit log",
    todo: "To do",
    todoWard: (days) => `No session logged for ${days} days`,
    todoWardNone: "No session logged yet",
    todoCity: "Enter new data",
    lastLogged: (day) => `The last session was on ${day}`,
    logNow: "Log an outreach session",
    addModel: "Register a model",
    addAward: "Record an award",
    addStep: "Record a rural-standard step",
    noneLogged: "Nothing logged in this period",
    times: "Times",
  },
};
