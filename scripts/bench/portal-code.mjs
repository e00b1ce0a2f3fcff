// The portal's own modules, as far as the bench calls them directly. They are TypeScript: load through `portalCode`.
export { disconnect } from "../../lib/core/db.ts";
export { createSession } from "../../lib/outreach-sessions/commands.ts";
export { readReport } from "../../lib/outreach-sessions/paste/rules.ts";
export { insertRows } from "../../prisma/seed/database.ts";
export { demoAwards } from "../../prisma/seed/demo/awards.ts";
export { demoContext } from "../../prisma/seed/demo/context.ts";
export { dayFactor } from "../../prisma/seed/demo/day-factor.ts";
export * as distributions from "../../prisma/seed/demo/distributions.ts";
export { placeOf } from "../../prisma/seed/demo/outreach-sessions/places.ts";
export { drawTopics } from "../../prisma/seed/demo/outreach-sessions/session.ts";
export { demoRuralRecognitions } from "../../prisma/seed/demo/rural/recognitions.ts";
export { demoModelLives, demoModels } from "../../prisma/seed/demo/security-models/models.ts";
export { demoPoints } from "../../prisma/seed/demo/security-models/points.ts";
export { demoRatings } from "../../prisma/seed/demo/security-models/ratings.ts";
export { demoRecognitions } from "../../prisma/seed/demo/security-models/recognitions.ts";
export { referenceUnitIds } from "../../prisma/seed/reference/load.ts";
export { lastFormerDay, mergerDay } from "../../prisma/seed/reference/units.ts";
