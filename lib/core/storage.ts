import { AwsClient } from "aws4fetch";
import type { Tx } from "./db";
import { env } from "./env";
import { AppError } from "./errors";
import { sql } from "./sql";

/** Where the bytes of files lie, each under the id of the row that tells of it. */
export type Storage = {
  put: (tx: Tx, key: string, content: Uint8Array) => Promise<void>;
  /** The bytes, or undefined where there are none. */
  get: (tx: Tx, key: string) => Promise<Uint8Array | undefined>;
  /** Takes the bytes away; that there were none is no fault. */
  remove: (tx: Tx, key: string) => Promise<void>;
};

/** In the caller's transaction: a file and its row stand or fall together, and row-level security guards both. */
export const databaseStorage: Storage = {
  put: async (tx, key, content) => {
    await tx.$executeRaw(sql`INSERT INTO stored_object (key, content) VALUES (${key}, ${content})`);
  },
  get: async (tx, key) => {
    const [row] = await tx.$queryRaw<{ content: Uint8Array }[]>(
      sql`SELECT content FROM stored_object WHERE key = ${key}`,
    );
    return row?.content;
  },
  remove: async (tx, key) => {
    await tx.$executeRaw(sql`DELETE FROM stored_object WHERE key = ${key}`);
  },
};

type Bucket = { url: string; region: string; key: string; secret: string };

/** A bucket that speaks S3. What it cannot do within `patience` milliseconds is refused as `unavailable`. */
export function bucketStorage({ url, region, key, secret }: Bucket, patience = 8_000): Storage {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    service: "s3",
    region,
    retries: 0,
  });
  const ask = async <T>(
    method: string,
    name: string,
    read: (answer: Response) => Promise<T>,
    body?: Uint8Array,
  ) => {
    try {
      const answer = await client.fetch(`${url.replace(/\/$/, "")}/${encodeURIComponent(name)}`, {
        method,
        body: body as Uint8Array<ArrayBuffer> | undefined,
        redirect: "error",
        signal: AbortSignal.timeout(patience),
      });
      if (!answer.ok && answer.status !== 404) throw new Error(`${method} answered ${answer.status}`);
      return await read(answer);
    } catch (error) {
      console.error("file storage:", error instanceof Error ? error.message : error);
      throw new AppError("unavailable", { reason: "storage" });
    }
  };
  return {
    put: (_, name, content) =>
      ask(
        "PUT",
        name,
        async (answer) => {
          if (!answer.ok) throw new Error("there is no such bucket");
        },
        content,
      ),
    get: (_, name) =>
      ask("GET", name, async (answer) =>
        answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined,
      ),
    remove: (_, name) => ask("DELETE", name, async () => undefined),
  };
}

let chosen: Storage | undefined;

/** The storage of this installation: a bucket when its four variables are set, else the database. */
export function storage(): Storage {
  chosen ??= choose();
  return chosen;
}

function choose(): Storage {
  const { STORAGE_S3_URL: url, STORAGE_S3_REGION, STORAGE_S3_KEY: key, STORAGE_S3_SECRET: secret } = env();
  if (!url) return databaseStorage;
  if (!key || !secret) throw new Error("STORAGE_S3_URL needs STORAGE_S3_KEY and STORAGE_S3_SECRET");
  return bucketStorage({ url, region: STORAGE_S3_REGION ?? "us-east-1", key, secret });
}
