// Secrets that are made once and kept in the data folder, readable by their owner only.
import { randomBytes, randomInt } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errors } from "./errors.mjs";

const MIN_DEMO_PASSWORD = 15;
const MIN_AUTH_SECRET = 32;

export async function readSecret(folder, name) {
  const text = await readFile(join(folder, name), "utf8").catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  return text?.trim() || undefined;
}

/** Written beside and moved into place, so that a full disk never leaves half a secret. */
export async function writeSecret(folder, name, value) {
  const path = join(folder, name);
  await writeFile(`${path}.new`, `${value}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return value;
}

/** A random secret, the same at each start. */
export async function keptSecret(folder, name) {
  return (await readSecret(folder, name)) ?? writeSecret(folder, name, randomSecret());
}

function randomSecret() {
  return randomBytes(32).toString("base64url");
}

export async function authSecret(folder, env) {
  return env.AUTH_SECRET || keptSecret(folder, "auth-secret");
}

function pick(letters) {
  return letters[randomInt(letters.length)];
}

/** Four groups of six that can be read out, such as "karemo-supita-…": 60 bits. */
export function readablePassword() {
  const syllable = () => pick("bcdfghklmnprstvxz") + pick("aeiou");
  const group = () => syllable() + syllable() + syllable();
  return [group(), group(), group(), group()].join("-");
}

/** Refuses secrets from the environment that are too short to be any. */
export function checkSecrets(env) {
  const isShort = (value, least) => value && [...value].length < least;
  if (isShort(env.DEMO_PASSWORD, MIN_DEMO_PASSWORD)) throw errors.demoPasswordShort();
  if (isShort(env.AUTH_SECRET, MIN_AUTH_SECRET)) throw errors.authSecretShort();
}
