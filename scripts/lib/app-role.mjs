// The login that the web server uses: a member of portal_app that owns nothing and bypasses nothing.
import { createHash, createHmac } from "node:crypto";
import { addressParts, withClient } from "./connect.mjs";
import { errors } from "./errors.mjs";

const GROUP = "portal_app";

/** Every instance works out the same name and password, so none has to be passed around. */
function loginFor(ownerUrl) {
  const { server, name, password } = addressParts(ownerUrl);
  if (!password) throw errors.urlWithoutPassword();
  const digest = createHash("sha256").update(`${server}/${name}`).digest("hex");
  const role = `${GROUP}_login_${digest.slice(0, 8)}`;
  return { role, password: createHmac("sha256", password).update(role).digest("hex") };
}

function appUrlFor(ownerUrl, { role, password }) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function works(url) {
  try {
    return await withClient(
      url,
      async (client) => (await client.query(`SELECT pg_has_role('${GROUP}', 'USAGE') AS yes`)).rows[0].yes,
    );
  } catch {
    return false;
  }
}

async function makeLogin(client, { role, password }) {
  const name = client.escapeIdentifier(role);
  const secret = client.escapeLiteral(password);
  const { rows } = await client.query(
    "SELECT rolsuper OR rolbypassrls AS strong FROM pg_roles WHERE rolname = $1",
    [role],
  );
  if (rows[0]?.strong) throw errors.appRoleTooStrong(role);
  const limits = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE INHERIT";
  await client.query(
    rows[0]
      ? `ALTER ROLE ${name} LOGIN PASSWORD ${secret}`
      : `CREATE ROLE ${name} LOGIN ${limits} PASSWORD ${secret}`,
  );
  await client.query(`GRANT ${GROUP} TO ${name}`);
}

/** Makes sure the web server's login exists, and returns its address. */
export async function ensureAppRole(ownerUrl, client, env = process.env) {
  if (env.APP_DATABASE_URL) return env.APP_DATABASE_URL;
  const login = loginFor(ownerUrl);
  const url = appUrlFor(ownerUrl, login);
  if (await works(url)) return url;
  try {
    await makeLogin(client, login);
  } catch (error) {
    throw error.code === "42501" ? errors.noRoleRight(addressParts(ownerUrl).user) : error;
  }
  return url;
}
