// What a person sees while the portal starts: one line per step, with the seconds since the start.
const begin = performance.now();
const HEARTBEAT_SECONDS = 15;

function seconds() {
  return `${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`;
}

export function say(text) {
  console.log(`[${seconds()}] ${text}`);
}

/** Announces a step, and says every few seconds that it still runs. */
export async function step(text, work) {
  say(text);
  const heartbeat = setInterval(() => say(`${text} (still running)`), HEARTBEAT_SECONDS * 1000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}
