import { hashPassword } from "@/lib/core/passwords";
import type { Role } from "@/prisma/client/enums";
import { moment } from "./calendar";
import type { DemoContext } from "./context";
import { firstDay } from "./distributions";
import { demoId } from "./identity";
import type { DemoUnit } from "./units";

type Account = { username: string; name: string; title: string; role: Role; unitCode: string | null };

/** One account for each role, and a second ward to show that wards do not see each other. */
const accounts: readonly Account[] = [
  {
    username: "quantri",
    name: "Quản trị (minh họa)",
    title: "Quản trị hệ thống",
    role: "administrator",
    unitCode: null,
  },
  {
    username: "lanhdao",
    name: "Lãnh đạo (minh họa)",
    title: "Lãnh đạo Công an thành phố",
    role: "leader",
    unitCode: null,
  },
  {
    username: "canbo",
    name: "Cán bộ thành phố (minh họa)",
    title: "Cán bộ Công an thành phố",
    role: "city_officer",
    unitCode: null,
  },
  {
    username: "phuloi",
    name: "Cán bộ Phú Lợi (minh họa)",
    title: "Cán bộ Công an phường Phú Lợi",
    role: "ward_officer",
    unitCode: "31510",
  },
  {
    username: "chihuy.phuloi",
    name: "Chỉ huy Phú Lợi (minh họa)",
    title: "Trưởng Công an phường Phú Lợi",
    role: "ward_chief",
    unitCode: "31510",
  },
  {
    username: "ninhkieu",
    name: "Cán bộ Ninh Kiều (minh họa)",
    title: "Cán bộ Công an phường Ninh Kiều",
    role: "ward_officer",
    unitCode: "31135",
  },
];

/** The rows of app_user. */
export function demoUsers({ units }: DemoContext) {
  return accounts.map(({ unitCode, ...account }) => ({
    id: demoUserId(account.username),
    ...account,
    unitId: unitCode ? units.current(unitCode).id : null,
    createdAt: moment(firstDay, 8, 0),
  }));
}

/** Who keeps a unit's rows: its own officer where it has one, else the city's. */
export function keeperOf(unit: DemoUnit): string {
  const officer = accounts.find(
    ({ role, unitCode }) => role === "ward_officer" && unitCode === unit.homeCode,
  );
  return demoUserId(officer?.username ?? "canbo");
}

export const demoUserId = (username: string): string => demoId("user", username);

/** Who writes down what the city decides. */
export const cityKeeper = demoUserId("canbo");

/** The rows of user_password: the same password for all, each with its own salt. */
export async function demoPasswords(context: DemoContext, password: string) {
  return Promise.all(
    demoUsers(context).map(async ({ id }) => ({
      userId: id,
      hash: await hashPassword(password),
      expiresAt: null,
    })),
  );
}
