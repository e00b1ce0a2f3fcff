import { AppError, invalid } from "./errors";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A request's body, read as it comes and given up as soon as it is longer than `most` bytes: a route's memory is
 * never the sender's to choose. `count` is told of every part before it is kept. Throws AppError: too-large, invalid
 * (the line broke off), and whatever `count` throws.
 */
export async function readBody(
  request: Request,
  most: number,
  count: (bytes: number) => void = () => undefined,
): Promise<Bytes[]> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new AppError("too-large");
  const reader = (request.body as ReadableStream<Bytes> | null)?.getReader();
  const parts: Bytes[] = [];
  let length = 0;
  try {
    for (;;) {
      // A line that breaks off while it sends is a sender's fault, not ours.
      const next = await reader?.read().catch(() => {
        throw invalid("file", "torn");
      });
      if (!next || next.done) return parts;
      length += next.value.length;
      if (length > most) throw new AppError("too-large");
      count(next.value.length);
      parts.push(next.value);
    }
  } catch (error) {
    await reader?.cancel().catch(() => undefined);
    throw error;
  }
}
