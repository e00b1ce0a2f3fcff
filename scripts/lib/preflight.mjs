// Cheap checks before any work begins.
import { mkdir, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { errors } from "./errors.mjs";

const MEGABYTE = 1024 * 1024;

export function portFrom(env) {
  const value = env.PORT || "3000";
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw errors.portInvalid(value);
  return port;
}

/** Resolves to the port that was free, or rejects with the system's error. 0 asks for any free port. */
export function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

/** A server that was just killed may hold its port for a moment, hence the second look. */
export async function requireFreePort(port) {
  for (const wait of [1500, 0]) {
    try {
      await tryPort(port);
      return;
    } catch (error) {
      if (error.code === "EACCES") throw errors.portForbidden(port);
      if (error.code !== "EADDRINUSE") throw error;
      await sleep(wait);
    }
  }
  throw errors.portTaken(port);
}

export async function requireSpace(folder, megabytes) {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < megabytes) throw errors.diskLow(folder, free, megabytes);
}

export async function makeFolder(folder) {
  // Others may pass through, because the database runs as another user when we are root.
  await mkdir(folder, { recursive: true, mode: 0o711 });
}
