// A line as slow as a phone's between two villages: bytes a second and a delay, each way, in front of a server.
import { connect, createServer } from "node:net";

const SLICE = 50;

/** Hands bytes on no faster than the line allows, each after its delay. */
function throttled(from, to, line) {
  from.on("data", (data) => {
    from.pause();
    const send = (at) => {
      if (to.destroyed) return;
      if (at >= data.length) return from.resume();
      const part = data.subarray(at, at + line.take(data.length - at));
      setTimeout(() => to.destroyed || to.write(part), line.delay);
      if (part.length === 0 || at + part.length < data.length)
        setTimeout(() => send(at + part.length), SLICE);
      else from.resume();
    };
    send(0);
  });
  from.on("end", () => setTimeout(() => to.end(), line.delay + SLICE));
  from.on("error", () => to.destroy());
  from.on("close", () => setTimeout(() => to.destroy(), line.delay + SLICE));
}

/** One direction's allowance, shared by every connection as the air is. */
function allowance({ bitsPerSecond, delay }) {
  const perSlice = (bitsPerSecond / 8 / 1000) * SLICE;
  let left = perSlice;
  const timer = setInterval(() => {
    left = Math.min(left + perSlice, perSlice * 2);
  }, SLICE);
  return {
    delay,
    take: (wanted) => {
      const part = Math.max(0, Math.min(wanted, Math.floor(left)));
      left -= part;
      return part;
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * @param {{ origin: string, bitsPerSecond: number, delay: number }} line delay: ms each way
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function slowLine({ origin, bitsPerSecond, delay }) {
  const target = new URL(origin);
  const [up, down] = [allowance({ bitsPerSecond, delay }), allowance({ bitsPerSecond, delay })];
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(Number(target.port), "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
    throttled(near, far, up);
    throttled(far, near, down);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => {
      up.stop();
      down.stop();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
