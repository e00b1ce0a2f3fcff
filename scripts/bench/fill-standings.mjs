// Models, points, ratings, rural recognitions and awards, drawn by the demo's own generators.
import { portalCode } from "./code.mjs";

export async function fillStandings(client, today) {
  const code = await portalCode();
  const context = code.demoContext(today, await code.referenceUnitIds(client));
  const lives = code.demoModelLives(context);
  const { models, aliases, recognitions } = code.demoModels(context, lives);
  const points = code.demoPoints(context, lives);
  const tables = {
    security_model: models,
    model_alias: aliases,
    model_point: points,
    recognition: code.demoRecognitions(context, lives, points, recognitions),
    point_rating: code.demoRatings(context, points),
    rural_recognition: code.demoRuralRecognitions(context),
    award: code.demoAwards(context),
  };
  for (const [table, rows] of Object.entries(tables)) await code.insertRows(client, table, rows);
}
