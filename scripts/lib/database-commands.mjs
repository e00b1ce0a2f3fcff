// The database's own commands: migrate, seed, reset.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { ensureAppRole } from "./app-role.mjs";
import { addressParts, withClient } from "./connect.mjs";
import { say, step } from "./console.mjs";
import { openDatabase, prepareDatabase } from "./database.mjs";
import { errors } from "./errors.mjs";
import { migrate } from "./migrations.mjs";
import { installPackages } from "./packages.mjs";
import { occupyFolder } from "./portal.mjs";
import { readSettings } from "./settings.mjs";

async function confirm(name) {
  if (!process.stdin.isTTY) throw errors.resetRefused();
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await prompt.question(
    `This deletes everything in the database "${name}". Type its name to go on: `,
  );
  prompt.close();
  if (typed.trim() !== name) throw errors.resetRefused();
}

const commands = {
  async migrate(settings, url) {
    await migrate(url, {
      env: settings.env,
      afterwards: (client) => ensureAppRole(url, client, settings.env),
    });
    say("The database is up to date");
  },

  async seed(settings, url) {
    await rm(join(settings.folder, "seed-stamp"), { force: true });
    const { password, link } = await prepareDatabase(settings, url);
    if (password) say(`Password of the demo accounts: ${password}`);
    if (link) say(`Make the first administrator here, once, within 24 hours: ${link}`);
  },

  async reset(settings, url, options) {
    if (!options.includes("--yes")) await confirm(addressParts(url).name);
    await step("Deleting everything", () =>
      withClient(url, (client) =>
        client.query(
          "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC",
        ),
      ),
    );
    await commands.seed(settings, url);
  },
};

export async function runDatabaseCommand(name, options) {
  if (!Object.hasOwn(commands, name ?? "")) throw errors.unknownCommand(name, Object.keys(commands));
  const settings = readSettings();
  await occupyFolder(settings);
  await installPackages();
  const { url } = await openDatabase(settings);
  await commands[name](settings, url, options);
}
