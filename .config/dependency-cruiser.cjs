// The arrows of the house (README, "Map"): who may import whom. Everything not forbidden here is allowed.
const domain = "(units|users|account|audit|saved-views|security-models|outreach-sessions|awards|rural-standard|safety-standard|statistics)";

// Which other domains' queries, rules, schemas and words a domain may read; itself always.
const below = {
  units: [],
  users: ["units"],
  account: ["users", "units"],
  audit: ["users", "units"],
  "saved-views": [],
  "security-models": ["units", "saved-views"],
  "outreach-sessions": ["units"],
  awards: ["units", "security-models"],
  "rural-standard": ["units"],
  "safety-standard": ["units", "security-models"],
  statistics: ["units", "security-models", "outreach-sessions", "awards", "rural-standard"],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "core-knows-no-domain", severity: "error", from: { path: "^lib/core" }, to: { path: `^(app|components|lib/${domain})` } },
    { name: "lib-sees-no-screen", severity: "error", from: { path: "^lib" }, to: { path: "^(app|components)/" } },
    { name: "components-see-no-page", severity: "error", from: { path: "^components" }, to: { path: "^app/" } },
    {
      name: "another-domain-is-only-read",
      severity: "error",
      comment: "A domain never uses another's commands or actions.",
      from: { path: `^lib/${domain}/` },
      to: { path: `^lib/${domain}/.*(commands|actions)\\.ts$`, pathNot: "^lib/$1/" },
    },
    ...Object.entries(below).map(([name, allowed]) => ({
      name: `arrows-of-${name}`,
      severity: "error",
      from: { path: `^lib/${name}/` },
      to: { path: `^lib/${domain}/`, pathNot: `^lib/(${[name, ...allowed].join("|")})/` },
    })),
    {
      name: "only-queries-and-commands-touch-the-database",
      severity: "error",
      from: { path: `^lib/${domain}/`, pathNot: "/(queries|commands)\\.ts$" },
      to: { path: "^lib/core/(db|sql|command|query|data-version)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-do-not-fetch",
      severity: "error",
      from: { path: "^components" },
      to: { path: "^lib/(core/(db|sql|command|query|session|action|data-version)\\.ts|[a-z/-]+/(queries|commands)\\.ts)$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "plain-components-know-no-domain",
      severity: "error",
      from: { path: "^components/(ui|forms|tables|charts|figures|files|layout)/" },
      to: { path: `^(lib|components)/${domain}/` },
    },
    { name: "ui-is-the-bottom", severity: "error", from: { path: "^components/ui/" }, to: { path: "^components/(?!ui/)", pathNot: "^components/layout/words" } },
    { name: "one-prisma-client", severity: "error", from: { path: "^(app|components|lib|proxy)", pathNot: "^lib/core/(db|sql)\\.ts$" }, to: { path: "^prisma/client/", pathNot: "^prisma/client/enums", dependencyTypesNot: ["type-only"] } },
    { name: "next-auth-in-one-place", severity: "error", from: { pathNot: "^lib/core/session\\.ts$" }, to: { path: "node_modules/next-auth" } },
    { name: "recharts-in-one-place", severity: "error", from: { pathNot: "^components/charts/" }, to: { path: "node_modules/recharts" } },
    { name: "nothing-imports-tests-or-seeds", severity: "error", from: { path: "^(app|components|lib|proxy)" }, to: { path: "^(tests|prisma/seed|scripts)/" } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "prisma/client"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
