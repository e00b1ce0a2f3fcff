// Single requests over one kept-alive connection, timed to the last byte.
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const TIMEOUT = 60_000;

/** @returns {Promise<{ status: number, headers: object, body: Buffer, ms: number }>} */
export function get(url, headers = {}) {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers, timeout: TIMEOUT }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status, headers: received } = response;
        resolve({ status, headers: received, body: Buffer.concat(parts), ms: performance.now() - begin });
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`${url} did not answer within ${TIMEOUT / 1000} s`)));
    sent.on("error", reject);
    sent.end();
  });
}

/** A page that must be there. */
export async function getPage(url, headers) {
  const answer = await get(url, headers);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}, not 200`);
  return answer;
}

/** The times of so many requests one after the other; `before` runs ahead of each and is not counted. */
export async function timesOf(url, headers, { times, before = async () => {} }) {
  const taken = [];
  for (let nth = 0; nth < times; nth += 1) {
    await before();
    taken.push((await getPage(url, headers)).ms);
  }
  return taken;
}
