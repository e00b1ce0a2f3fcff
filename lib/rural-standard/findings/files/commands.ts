import { releaseFile } from "@/lib/core/attached-files";
import { findFindingFile } from "./queries";

/** Asks the scanner again about a file of findings that waits for it. */
export const releaseFindingFile = (id: string, address: string): Promise<void> =>
  releaseFile(id, address, "rural-standard.findings.files.scan", findFindingFile);
