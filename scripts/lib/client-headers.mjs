// Removes what a client could forge: who it came through, and what only our own code may say.
const FORGEABLE = ["x-forwarded-", "x-middleware-", "x-portal-", "x-invoke-"];
const FORGEABLE_NAMES = new Set(["forwarded", "x-real-ip", "x-matched-path", "x-now-route-matches"]);
const FROM_PROXY = new Set(["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip"]);

function isForgeable(name, trustProxy) {
  if (trustProxy && FROM_PROXY.has(name)) return false;
  return FORGEABLE_NAMES.has(name) || FORGEABLE.some((prefix) => name.startsWith(prefix));
}

/** The proxy appends the address it saw itself, so only the last entry is worth anything. */
function clientAddress(request, trustProxy) {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const address = forwarded?.split(",").at(-1).trim() || request.socket.remoteAddress || "";
  return address.replace(/^::ffff:/, "");
}

export function cleanHeaders(request, trustProxy) {
  const kept = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name, value] = request.rawHeaders.slice(index, index + 2);
    if (!isForgeable(name.toLowerCase(), trustProxy)) kept.push(name, value);
  }
  request.rawHeaders = kept;
  for (const name of Object.keys(request.headers)) {
    if (isForgeable(name, trustProxy)) delete request.headers[name];
  }
  request.headers["x-portal-address"] = clientAddress(request, trustProxy);
}
