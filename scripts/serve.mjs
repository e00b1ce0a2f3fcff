// The production web server: Next behind an HTTP server that trusts nothing a client says about itself.
import "./lib/end-with-starter.mjs";
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { cleanHeaders } from "./lib/client-headers.mjs";
import { root } from "./lib/paths.mjs";

const DRAIN_SECONDS = 10;
const REFUSED = new Set(["TRACE", "TRACK", "CONNECT"]);
const METHOD_REFUSED =
  "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

// As much as Next takes for an action; past that it would answer with a fault instead of a word.
const MOST_BYTES = 1024 * 1024;
// Photos, files and boundaries have a route and a limit of their own, which answers in the words of its page.
const UPLOADS =
  /^\/api\/(map\/boundaries|rural-standard\/findings|(outreach-sessions|security-models\/(evaluations\/[^/?]+\/)?points)\/[^/?]+\/files)$/;
const MOST_ADDRESS = 8_000;
const TOO_LARGE =
  "Nội dung gửi lên quá dài, chưa lưu gì. Quay lại trang trước, rút ngắn phần chữ dài rồi gửi lại.\n" +
  "Too much text, nothing was saved. Go back, shorten the long text and send again.\n";

// The engine lets memory grow to four times what is alive before it clears up; twice costs a few per cent of processor
// time and a third less memory. Not a ceiling: what needs more for a while gets it.
setFlagsFromString("--heap-growing-percent=100");

const requests = new AsyncLocalStorage();
globalThis.portalRequests = requests;

process.env.NODE_ENV = "production";
const port = Number(process.env.PORT || 3000);
const trustProxy = process.env.TRUST_PROXY === "1";
const app = next({ dev: false, dir: root, port });

await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (REFUSED.has(request.method)) {
    response.writeHead(405, { Allow: "GET, HEAD, POST", Connection: "close" }).end();
    return;
  }
  const large = Number(request.headers["content-length"] ?? 0) > MOST_BYTES;
  if (large && !UPLOADS.test(request.url ?? "")) return refuseLarge(request, response);
  const fault = addressFault(request.url ?? "/");
  if (fault) return response.writeHead(fault, { connection: "close" }).end();
  cleanHeaders(request, trustProxy);
  requests.run(sayUnavailable(response), () => handle(request, response));
});

/** A page that met no database answers 503, where Next's error pages know 500 only; what it met notes lib/core/errors. */
function sayUnavailable(response) {
  const met = { unavailable: false };
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) => {
    if (status !== 500 || !met.unavailable) return writeHead(status, ...rest);
    response.setHeader("retry-after", "10");
    return writeHead(503, ...rest);
  };
  return met;
}

/** 414 for an address longer than any view of the portal, 400 for one that does not decode. */
function addressFault(url) {
  if (url.length > MOST_ADDRESS) return 414;
  try {
    decodeURIComponent(url.split("?")[0]);
  } catch {
    return 400;
  }
}

const MOST_READ_AWAY = 30_000_000;
const SECONDS_READ_AWAY = 15;

/** Reads the rest away first, within measure: a line that is closed under a sender never hears the answer. */
function refuseLarge(request, response) {
  let read = 0;
  const patience = setTimeout(() => request.destroy(), SECONDS_READ_AWAY * 1000);
  request.on("data", (part) => {
    read += part.length;
    if (read > MOST_READ_AWAY) request.destroy();
  });
  request.on("close", () => clearTimeout(patience));
  request.on("end", () =>
    response
      .writeHead(413, {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "no-store",
        connection: "close",
      })
      .end(TOO_LARGE),
  );
}

// Uploads from a phone on a slow line may take minutes; a client that sends no header may not.
server.requestTimeout = 300_000;
server.headersTimeout = 20_000;
server.keepAliveTimeout = 15_000;

server.on("connect", (_request, socket) => socket.end(METHOD_REFUSED));
server.on("clientError", (error, socket) => {
  if (!socket.writable) return socket.destroy();
  const answer =
    error.code === "HPE_INVALID_METHOD"
      ? METHOD_REFUSED
      : "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
  socket.end(answer);
});

// One failing request must not end everyone else's: report it and go on.
process.on("uncaughtException", (error) => console.error("Unexpected error:", error));
process.on("unhandledRejection", (error) => console.error("Unexpected error:", error));

/** Lets running requests finish, then leaves. */
function stop() {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => process.exit(0), DRAIN_SECONDS * 1000);
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);

server.on("error", (error) => {
  console.error(`The web server cannot listen on port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, () =>
  process.send ? process.send("ready") : console.log(`Listening on http://localhost:${port}`),
);
