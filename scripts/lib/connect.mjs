// Connections to the database as its owner, with every refusal told apart.
import { errors } from "./errors.mjs";

/** The parts of a database address that messages and names are made of. */
export function addressParts(url) {
  if (!URL.canParse(url)) throw errors.urlInvalid();
  const { protocol, hostname, port, pathname, username, password } = new URL(url);
  if (protocol !== "postgres:" && protocol !== "postgresql:") throw errors.urlInvalid();
  const name = decodeURIComponent(pathname.slice(1));
  if (!hostname || !name) throw errors.urlInvalid();
  const server = `${hostname.toLowerCase()}:${port || 5432}`;
  return { server, name, user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function refusal(error, { server, name, user }) {
  if (error.code === "3D000") return errors.databaseMissing(server, name, user);
  if (error.code === "28P01" || error.code === "28000") return errors.passwordRefused(server, user);
  if (error.code === "53100") return error;
  // Several addresses of one host fail together, each with its own reason.
  const causes = [error, ...(error.errors ?? [])];
  const reason = causes.map(({ code, message }) => message || code).find(Boolean);
  return errors.unreachable(server, reason ?? "no answer");
}

/** Connects, hands the client to the work, and closes. */
export async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const parts = addressParts(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle would otherwise end the program without a word.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw refusal(error, parts);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
