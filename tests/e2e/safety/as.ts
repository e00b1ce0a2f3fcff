import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { one } from "./facts";
import { portal, Visitor } from "./wire";

export const cookieName = "__Host-portal.session";

/** The demonstration's account of each role; `neighbour` is another ward's officer. */
export const accounts = {
  ward_officer: "phuloi",
  ward_chief: "chihuy.phuloi",
  city_officer: "canbo",
  leader: "lanhdao",
  administrator: "quantri",
  neighbour: "ninhkieu",
} as const;
export type Account = keyof typeof accounts;
export type Role = Exclude<Account, "neighbour">;
export const roles = Object.keys(accounts).filter((name): name is Role => name !== "neighbour");

/** Signs in through the form; the visitor holds the session's cookie when it went well. */
export async function enter(visitor: Visitor, username: string, password: string) {
  const form = await visitor.form("/sign-in", "Đăng nhập");
  return visitor.post(form, { username, password });
}

const known = new Map<Account, Promise<string>>();

/** Somebody of the demonstration, signed in once in each test process. Never end this session: others use it. */
export async function as(account: Account): Promise<Visitor> {
  if (!known.has(account)) known.set(account, signInDemo(accounts[account]));
  const visitor = new Visitor();
  visitor.cookies.set(cookieName, (await known.get(account)) as string);
  return visitor;
}

async function signInDemo(username: string): Promise<string> {
  const visitor = new Visitor();
  const answer = await enter(visitor, username, process.env.DEMO_PASSWORD ?? "");
  const cookie = visitor.cookies.get(cookieName);
  if (!cookie) throw new Error(`${username} cannot sign in (${answer.status})`);
  return cookie;
}

/** A loopback address nobody else uses, for tests that fail at the door. */
export const ownAddress = () => {
  const part = () => 1 + Math.floor(Math.random() * 250);
  return `127.${part()}.${part()}.${part()}`;
};

export type Person = { id: string; username: string; password: string };

/** A new account made by the administrator through the form, with a password of its own. */
export async function makePerson(role: Role = "city_officer", unitCode?: string): Promise<Person> {
  const made = await makeAccount(role, unitCode);
  const password = `đêm trăng bên sông ${randomUUID()}`;
  const visitor = new Visitor();
  await enter(visitor, made.username, made.password);
  const form = await visitor.form("/account/password", "Đổi mật khẩu");
  const answer = await visitor.post(form, {
    currentPassword: made.password,
    newPassword: password,
    newPasswordAgain: password,
  });
  if (answer.status !== 303) throw new Error(`the new account's password stayed (${answer.status})`);
  return { ...made, password };
}

/** A new account with its one-time password. */
export async function makeAccount(role: Role = "city_officer", unitCode?: string): Promise<Person> {
  const administrator = await as("administrator");
  const username = `thu.${randomUUID().slice(0, 8)}`;
  const form = await administrator.form("/users/new", "Tạo tài khoản");
  const unitId = unitCode
    ? (await one<{ id: number }>("SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL", [unitCode])).id
    : "";
  const { body, status } = await administrator.post(form, {
    username,
    name: `Người thử ${username}`,
    role,
    unitId: String(unitId),
  });
  const password = /[a-z]{6}(?:-[a-z]{6}){4}/.exec(body)?.[0];
  if (!password) throw new Error(`the account was not made (${status})`);
  const { id } = await one<{ id: string }>("SELECT id FROM app_user WHERE username = $1", [username]);
  return { id, username, password };
}

/** Signs a person in, in a session of their own. */
export async function signedIn({ username, password }: Person, from?: string): Promise<Visitor> {
  const visitor = new Visitor(from);
  const answer = await enter(visitor, username, password);
  if (!visitor.cookies.has(cookieName)) throw new Error(`${username} cannot sign in (${answer.status})`);
  return visitor;
}

/** Gives a browser the visitor's cookies. */
export async function lend(context: BrowserContext, visitor: Visitor) {
  await context.addCookies(
    [...visitor.cookies].map(([name, value]) => ({
      name,
      value,
      domain: portal.hostname,
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax" as const,
    })),
  );
}
