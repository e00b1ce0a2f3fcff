// The portal's production server on a port of its own.
import { tryPort } from "../lib/preflight.mjs";
import { startServer } from "../lib/web-server.mjs";

export async function startPortalServer({ appUrl, authSecret }) {
  const port = await tryPort(0);
  const server = await startServer({ appUrl, authSecret, port, data: "empty", env: process.env });
  return { origin: `http://localhost:${port}`, pid: server.child.pid, stop: server.stop };
}
