// The bare page that the list is held against: a Next app of its own, made in the bench's folder, with one
// page that renders a tree read from a file: no database, no session, no components. It runs on copies of the
// portal's own server program, proxy and Next version, so that only what the portal adds differs.
import { randomBytes } from "node:crypto";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { step } from "../lib/console.mjs";
import { fingerprint, readStamp, writeStamp } from "../lib/fingerprint.mjs";
import { onStop } from "../lib/lifecycle.mjs";
import { inRoot, nextProgram, root } from "../lib/paths.mjs";
import { tryPort } from "../lib/preflight.mjs";
import { reason, run } from "../lib/run.mjs";

const COPIED = [
  "scripts/serve.mjs",
  "scripts/lib",
  "proxy.ts",
  "lib/core/answer-headers.ts",
  "lib/core/same-origin.ts",
  "tsconfig.json",
];

const FILES = {
  "package.json": `{ "name": "bare", "private": true, "type": "module" }\n`,
  "next.config.mjs": `const root = ${JSON.stringify(root)};
export default { poweredByHeader: false, reactStrictMode: true, typescript: { ignoreBuildErrors: true }, outputFileTracingRoot: root, turbopack: { root } };
`,
  "app/layout.jsx": `import { cookies } from "next/headers";
export default async function Layout({ children }) {
  return <html lang={(await cookies()).get("locale")?.value ?? "vi"}><body>{children}</body></html>;
}
`,
  "app/page.jsx": `import { readFileSync } from "node:fs";
import { createElement } from "react";
export const dynamic = "force-dynamic";
const tree = JSON.parse(readFileSync(process.env.BENCH_TREE, "utf8"));
const render = ([tag, props, ...children]) =>
  createElement(tag, props, ...children.map((child) => (Array.isArray(child) ? render(child) : child)));
export default function Page() {
  return render(tree);
}
`,
};

async function writeFiles(folder) {
  await rm(folder, { recursive: true, force: true });
  for (const path of COPIED) await cp(inRoot(path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Builds the bare app when it is missing or anything it is made of changed. */
export async function buildBareApp(folder) {
  const stamp = join(folder, ".next/bench-sources");
  const sources = fingerprint([...COPIED, "package-lock.json"], JSON.stringify(FILES) + process.version);
  if ((await readStamp(stamp)) === sources) return;
  await step("Building the bare page to compare with", async () => {
    await writeFiles(folder);
    const env = {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      BENCH_TREE: await writeTree(folder, ["div", {}]),
    };
    const { code, lines } = await run(process.execPath, [nextProgram(), "build"], { cwd: folder, env });
    if (code !== 0)
      throw new Error(`The bare page could not be built: ${reason(lines)}\n${lines.join("\n")}`);
    await writeStamp(stamp, sources);
  });
}

async function writeTree(folder, tree) {
  const path = join(folder, "tree.json");
  await writeFile(path, JSON.stringify(tree));
  return path;
}

/** Serves the tree by the copied server program. */
export async function startBareServer(folder, tree) {
  const env = { ...process.env, BENCH_TREE: await writeTree(folder, tree) };
  const { startServer } = await import(pathToFileURL(join(folder, "scripts/lib/web-server.mjs")).href);
  const port = await tryPort(0);
  const authSecret = randomBytes(32).toString("hex");
  const server = await startServer({ appUrl: "", authSecret, port, data: "empty", env });
  const forget = onStop(server.stop);
  const stop = async () => {
    forget();
    await server.stop();
  };
  return { origin: `http://localhost:${port}`, pid: server.child.pid, stop };
}
