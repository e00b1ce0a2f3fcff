import * as z from "zod";

const schema = z.object({
  /** The application's own login: owns nothing, bypasses nothing. Never the owner's address. */
  APP_DATABASE_URL: z.string().min(1),
  /** Key of the session cookie's encryption. */
  AUTH_SECRET: z.string().min(32),
  /** Connections this process may hold. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
});

let known: z.infer<typeof schema> | undefined;

/** The environment, checked at first use; a missing value stops the process with its name. */
export function env() {
  known ??= schema.parse(process.env);
  return known;
}
