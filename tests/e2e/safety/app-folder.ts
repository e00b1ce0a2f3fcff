import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../app");
const addressOf = (file: string) =>
  `/${file}`.replace(/\/(page\.tsx|route\.ts)$/, "").replace(/\/\([^)]+\)/g, "") || "/";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" });

/** Every address that the app folder answers, as its folders name it. */
export const addresses = files.filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path)).map(addressOf);

/** Those of them that are pages. */
export const pageAddresses = files.filter((path) => /(^|\/)page\.tsx$/.test(path)).map(addressOf);
