import { type ClientRequest, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

/** The portal under test; only ever this machine. */
export const portal = new URL(process.env.PORTAL_URL ?? "http://localhost:3000");
if (!["localhost", "127.0.0.1"].includes(portal.hostname))
  throw new Error("these tests attack; they run against localhost only");

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Where a redirect leads, without the origin. */
  location: string;
};

/** A header that is undefined is left out. */
type Headers = Record<string, string | undefined>;

type Sending = {
  method?: string;
  headers?: Headers;
  body?: Buffer | string;
  /** A loopback address of one's own, so that the lock of one address does not catch the other tests. */
  from?: string;
};

/** One request exactly as said: nothing is followed, nothing is added but Host. */
export function send(
  path: string,
  { method = "GET", headers = {}, body, from }: Sending = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const own = process.platform === "linux" ? from : undefined;
    let asked: ClientRequest;
    try {
      asked = request(
        {
          host: "127.0.0.1",
          port: portal.port,
          localAddress: own,
          path,
          method,
          headers: {
            host: portal.host,
            ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
            ...(body && { "content-length": Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part) => parts.push(part));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts).toString("utf8"),
              location: (response.headers.location ?? "").replace(portal.origin, ""),
            }),
          );
        },
      );
    } catch (error) {
      reject(error);
      return;
    }
    // A server that refuses a body half-way closes the line: what it said before counts.
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Bytes on a bare socket, for what no client would send; the first line of the answer. */
export function sendBytes(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(portal.port), "127.0.0.1", () => socket.write(bytes));
    let heard = "";
    socket.on("data", (part) => {
      heard += part;
      if (heard.includes("\r\n")) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(heard.split("\r\n")[0] ?? ""));
  });
}

type Field = [name: string, value: string | Buffer];
/** `action` is the route that takes it; without one it is a server action of its page. */
export type Form = { path: string; action?: string; fields: Field[]; html: string };
export type Changes = Record<string, string | Buffer | string[] | undefined>;

/** Somebody with a browser that runs no scripts: keeps cookies, reads forms, posts them. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  constructor(readonly from?: string) {}

  async send(path: string, { headers, ...sending }: Sending = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await send(path, {
      from: this.from,
      ...sending,
      headers: { ...(cookie && { cookie }), ...headers },
    });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line) || value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** A page's payload as the router asks for it; follows the redirect that only corrects `_rsc`. */
  async payload(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const sent = { rsc: "1", ...headers };
    const first = await this.send(`${path}${path.includes("?") ? "&" : "?"}_rsc=x`, { headers: sent });
    return /[?&]_rsc(=|&|$)/.test(first.location) ? this.send(first.location, { headers: sent }) : first;
  }

  /** The form on a page that has a button with these words. */
  async form(path: string, button: string): Promise<Form> {
    const { status, body } = await this.send(path);
    const form = findForm(path, body, button);
    if (!form) throw new Error(`no form "${button}" on ${path} (${status})`);
    return form;
  }

  /** Posts a form as a browser without scripts does; `changes` replaces, or with undefined leaves out. */
  async post(form: Form, changes: Changes = {}, headers: Headers = {}): Promise<Answer> {
    const { type, body } = multipart(changed(form.fields, changes));
    const answer = await this.send(form.action ?? form.path, {
      method: "POST",
      headers: { origin: portal.origin, "content-type": type, ...headers },
      body,
    });
    // A route sends back to the form's page, which then says what is wrong.
    const cameBack = form.action !== undefined && /[?&]kept=/.test(answer.location);
    return cameBack ? this.send(answer.location) : answer;
  }
}

function changed(fields: Field[], changes: Changes): Field[] {
  const kept = fields.filter(([name]) => !(name in changes));
  const added = Object.entries(changes).flatMap(([name, value]): Field[] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((one): Field => [name, one]) : [[name, value]];
  });
  return [...kept, ...added];
}

function multipart(fields: Field[]): { type: string; body: Buffer } {
  const edge = "----edge-of-the-safety-tests";
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value as Buffer),
    Buffer.from("\r\n"),
  ]);
  return {
    type: `multipart/form-data; boundary=${edge}`,
    body: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
  };
}

/** The form of a page's HTML that has a button with these words; without words, the one that answered. */
export function findForm(path: string, html: string, button: string): Form | undefined {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const found = forms.find((form) =>
    button ? textOf(buttonsOf(form)).includes(button) : form.includes("data-form-status="),
  );
  if (!found) return undefined;
  const action = attribute(found.match(/<form\b[^>]*>/)?.[0] ?? "", "action");
  return { path, ...(action?.startsWith("/") && { action }), fields: fieldsOf(found), html: found };
}

/** What kind of answer each field of a form asks for, by its boxes; what React adds is none of them. */
export function typesOf(form: Form): Record<string, "text" | "count" | "day" | "choice" | "hidden" | "file"> {
  const tags = form.html.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const name = attribute(tag, "name");
      return !name || name.startsWith("$ACTION") ? [] : [[name, typeOf(tag)]];
    }),
  );
}

function typeOf(tag: string) {
  const type = attribute(tag, "type") ?? "text";
  if (type === "hidden" || type === "file") return type;
  if (tag.startsWith("<select") || type === "checkbox" || type === "radio") return "choice";
  if (type === "date") return "day";
  return /\sinputmode="(numeric|decimal)"/i.test(tag) ? "count" : "text";
}

const buttonsOf = (form: string) => (form.match(/<button\b[\s\S]*?<\/button>/g) ?? []).join(" ");

function fieldsOf(form: string): Field[] {
  const tags = form.matchAll(
    /<input\b[^>]*>|<select\b[^>]*>[\s\S]*?<\/select>|<textarea\b[^>]*>[\s\S]*?<\/textarea>/g,
  );
  return [...tags].flatMap(([tag]): Field[] => {
    const name = attribute(tag, "name");
    if (!name) return [];
    if (tag.startsWith("<textarea")) return [[name, textOf(tag).replace(/^\n/, "")]];
    if (tag.startsWith("<select")) return selected(tag).map((value): Field => [name, value]);
    const unticked = /type="(checkbox|radio)"/.test(tag) && !/\schecked=""/.test(tag);
    return unticked ? [] : [[name, attribute(tag, "value") ?? ""]];
  });
}

/** What a list sends untouched: what is marked, or its first line where just one can be. */
function selected(select: string): string[] {
  const options = select.match(/<option\b[^>]*>/g) ?? [];
  const marked = options.filter((tag) => /\sselected=""/.test(tag));
  const sent = /^<select[^>]*\smultiple/.test(select) ? marked : [marked[0] ?? options[0] ?? ""];
  return sent.map((option) => attribute(option, "value") ?? "");
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`^<[^>]*\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
}

/** What a reader sees of a piece of HTML. */
export const textOf = (html: string) => decode(html.replace(/<script\b[\s\S]*?<\/script>|<[^>]*>/g, ""));

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
export const decode = (text: string) =>
  text.replace(/&(#x27|#39|\w+);/g, (all, name) => entities[name] ?? all);
