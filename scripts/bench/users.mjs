// The people of the bench: one officer per unit in force, a city officer, a leader, an administrator.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";

const COOKIE = "__Host-portal.session";
const SECONDS = 12 * 60 * 60;

export async function createUsers(client) {
  await client.query(`
    INSERT INTO app_user (id, username, name, title, role)
    SELECT gen_random_uuid(), 'bench.' || replace(role, '_', '.'), 'Bench ' || role, '', role::role
      FROM unnest(ARRAY['city_officer', 'leader', 'administrator']) AS role`);
  await client.query(`
    INSERT INTO app_user (id, username, name, title, role, unit_id)
    SELECT gen_random_uuid(), 'bench.ward.' || code, 'Bench ' || full_name, '', 'ward_officer', id FROM unit WHERE valid_to IS NULL`);
  return readUsers(client);
}

/** @returns {Promise<{ wards: object[], city: object, leader: object, administrator: object }>} */
export async function readUsers(client) {
  const { rows } = await client.query(`
    SELECT u.id AS "userId", u.username, u.name, u.title, u.role, u.unit_id AS "unitId", n.full_name AS "unitName", n.code AS "unitCode",
           CASE WHEN u.unit_id IS NULL THEN '{}'::int[] ELSE app_line(u.unit_id) END AS line
      FROM app_user u LEFT JOIN unit n ON n.id = u.unit_id WHERE u.username LIKE 'bench.%' ORDER BY u.username`);
  const actors = rows.map((row) => ({
    ...row,
    sessionId: randomUUID(),
    mustChangePassword: false,
    address: "127.0.0.1",
  }));
  const ofRole = (role) => actors.find((actor) => actor.role === role);
  return {
    wards: actors.filter(({ role }) => role === "ward_officer"),
    city: ofRole("city_officer"),
    leader: ofRole("leader"),
    administrator: ofRole("administrator"),
  };
}

/** Opens a session as signing in would, and returns the headers that carry it. */
export async function signedIn(client, { userId }, authSecret) {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest();
  await client.query("INSERT INTO user_session (id, token_hash, user_id) VALUES ($1, $2, $3)", [
    randomUUID(),
    hash,
    userId,
  ]);
  const token = await encode({ token: { session: secret }, secret: authSecret, maxAge: SECONDS });
  return { cookie: `${COOKIE}=${token}` };
}
