import { connect } from "node:net";
import { env } from "./env";

/** `held`: there is a scanner and it could not be asked. `unscanned`: there is none. */
export type Verdict = "clean" | "infected" | "held" | "unscanned";

const chunkBytes = 64 * 1024;

/** Asks the malware scanner about a file (S34). Never throws; without an answer within `patience` ms it is held. */
export async function scan(
  content: Uint8Array,
  address: string | undefined = env().CLAMAV_ADDRESS,
  patience = 10_000,
): Promise<Verdict> {
  if (!address) return "unscanned";
  try {
    const answer = await instream(content, address, patience);
    if (/\bFOUND$/.test(answer)) return "infected";
    if (/^stream: OK$/.test(answer)) return "clean";
    throw new Error(answer || "no answer");
  } catch (error) {
    console.error("malware scanner:", error instanceof Error ? error.message : error);
    return "held";
  }
}

/** clamd's INSTREAM: chunks with their length in front, an empty one ends; the answer is a line that ends in NUL. */
function instream(content: Uint8Array, address: string, patience: number): Promise<string> {
  const [host, port] = [
    address.slice(0, address.lastIndexOf(":")),
    address.slice(address.lastIndexOf(":") + 1),
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host.replace(/^\[|\]$/g, ""));
    const clock = setTimeout(() => socket.destroy(new Error("timed out")), patience);
    let heard = "";
    socket.setEncoding("utf8");
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < content.length; at += chunkBytes) {
        const chunk = content.subarray(at, at + chunkBytes);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
    socket.on("data", (part) => {
      heard = (heard + part).slice(0, 1_000);
      if (heard.includes("\0")) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(clock);
      resolve((heard.split("\0")[0] ?? "").trim());
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
}
