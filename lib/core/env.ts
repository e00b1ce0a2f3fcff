import * as z from "zod";

// A variable that is set to nothing is one that is not set.
const optional = <S extends z.ZodType>(value: S) =>
  z
    .literal("")
    .transform(() => undefined)
    .or(value)
    .optional();

const schema = z.object({
  /** The application's own login: owns nothing, bypasses nothing. Never the owner's address. */
  APP_DATABASE_URL: z.string().min(1),
  /** Key of the session cookie's encryption. */
  AUTH_SECRET: z.string().min(32),
  /** Connections this process may hold. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** An S3-compatible bucket for files, as its whole address; without it they lie in the database. */
  STORAGE_S3_URL: optional(z.url({ protocol: /^https?$/ })),
  STORAGE_S3_REGION: optional(z.string()),
  STORAGE_S3_KEY: optional(z.string()),
  STORAGE_S3_SECRET: optional(z.string()),
  /** The malware scanner (clamd) as host:port; without it files are kept as unscanned. */
  CLAMAV_ADDRESS: optional(z.string().regex(/^[^\s:]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i)),
});

let known: z.infer<typeof schema> | undefined;

/** The environment, checked at first use; a missing value stops the process with its name. */
export function env() {
  known ??= schema.parse(process.env);
  return known;
}
