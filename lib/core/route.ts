import { AppError, errorStatus } from "./errors";
import { faultMessage } from "./refusal";
import { currentLocale } from "./request";

/** A route handler's answers as JSON: what it returns, or a refusal as `{ code }` with the status that says so. */
export async function answer(name: string, run: () => Promise<unknown>): Promise<Response> {
  try {
    return json(await run());
  } catch (error) {
    if (error instanceof AppError) return json({ code: error.code }, errorStatus[error.code]);
    return json({ code: "fault", message: faultMessage(error, name, await currentLocale()) }, 500);
  }
}

const json = (body: unknown, status = 200) =>
  Response.json(body, {
    status,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
