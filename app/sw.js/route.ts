import { join } from "node:path";
import { build } from "esbuild";

/** The worker as one file, made when the portal is built; its address must be the root's to serve every page. */
export const dynamic = "force-static";

export async function GET() {
  const bundled = await build({
    entryPoints: [join(process.cwd(), "components/outbox/service-worker.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    tsconfig: join(process.cwd(), "tsconfig.json"),
  });
  return new Response(bundled.outputFiles[0]?.text, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
  });
}
