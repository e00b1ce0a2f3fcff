// Runs the Prisma CLI so that it needs no download: `node scripts/prisma.mjs migrate status`.
import { spawn } from "node:child_process";
import { prismaCommand } from "./lib/prisma-cli.mjs";

const { file, args, env } = prismaCommand(process.argv.slice(2));
const child = spawn(file, args, { env, stdio: "inherit" });
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
