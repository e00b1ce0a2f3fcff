import { createHash } from "node:crypto";

type Told = {
  id: string;
  unitId: number;
  name: string;
  createdById: string;
  createdAt: string;
  pointId?: string;
  findingEntryId?: string;
};
type Photo = { kind: "photo"; mediaType: "image/jpeg"; width: number; height: number };
type Document = { kind: "document"; mediaType: "application/pdf" };

/** A row of attached_file with the row of stored_object that holds its bytes. */
export function storedFile(told: Told & (Photo | Document), content: Buffer) {
  const { width, height } = told.kind === "photo" ? told : { width: null, height: null };
  return {
    file: {
      ...{ pointId: null, findingEntryId: null, ...told, width, height },
      bytes: content.length,
      sha256: bytea(createHash("sha256").update(content).digest()),
      scan: "unscanned",
    },
    object: { key: told.id, content: bytea(content) },
  };
}

const bytea = (content: Buffer) => `\\x${content.toString("hex")}`;
