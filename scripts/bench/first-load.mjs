// P5: what a browser loads before a page can be used for the first time: scripts, styles, fonts, as sent gzipped.
import { gzipSync } from "node:zlib";
import { get } from "./http.mjs";

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g;
// Names of scripts inside the payload: those that its client components need before they work.
const NAMED = /static\/chunks\/[^"'\\\s]+?\.js/g;
const STYLES = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;
const FACE = /@font-face\s*\{([^}]*)\}/g;

const unique = (values) => [...new Set(values)];
const unescaped = (text) => text.replaceAll("&amp;", "&");

function scriptsOf(html) {
  const tags = [...html.matchAll(SCRIPT)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .map(([, src]) => unescaped(src));
  const old = new Set(
    [...html.matchAll(SCRIPT)].filter(([tag]) => /\bnomodule\b/i.test(tag)).map(([, src]) => unescaped(src)),
  );
  const named = [...html.matchAll(NAMED)].map(([path]) => `/_next/${path}`);
  return unique([...tags, ...named]).filter((path) => !old.has(path));
}

const stylesOf = (html) =>
  unique(
    [...html.matchAll(STYLES)]
      .map(([tag]) => unescaped(tag.match(/href="([^"]+)"/)?.[1] ?? ""))
      .filter(Boolean),
  );

/** True when a face of a font covers a letter of the page, and so is fetched. */
function isUsed(face, letters) {
  const ranges = face.match(/unicode-range:([^;]+)/i)?.[1];
  if (!ranges) return true;
  const spans = ranges.split(",").map((range) => {
    const [from, to] = range.trim().replace(/^U\+/i, "").split("-");
    return [from.replaceAll("?", "0"), (to ?? from).replaceAll("?", "f")].map((hex) =>
      Number.parseInt(hex, 16),
    );
  });
  return letters.some((letter) => spans.some(([from, to]) => letter >= from && letter <= to));
}

function fontsOf(css, cssUrl, text) {
  const letters = unique([...text].map((letter) => letter.codePointAt(0)));
  const faces = [...css.matchAll(FACE)].map(([, face]) => face).filter((face) => isUsed(face, letters));
  const files = faces.map((face) => face.match(/url\(["']?([^"')]+\.woff2)/)?.[1]).filter(Boolean);
  return unique(files.map((file) => new URL(file, cssUrl).href));
}

/** Sizes of a server's files; each is asked for once. */
export function firstLoad(origin) {
  const kept = new Map();
  const file = async (url) => {
    if (!kept.has(url))
      kept.set(
        url,
        get(url).then(({ status, body }) => (status === 200 ? body : Buffer.alloc(0))),
      );
    return kept.get(url);
  };
  const sum = async (paths, size) => {
    const bodies = await Promise.all(paths.map((path) => file(new URL(path, origin).href)));
    return bodies.reduce((total, body) => total + size(body), 0);
  };
  const zipped = (body) => (body.length ? gzipSync(body).length : 0);

  return async (html) => {
    const styles = stylesOf(html);
    const text = html.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, " ");
    const fonts = await Promise.all(
      styles.map(async (path) => {
        const url = new URL(path, origin).href;
        return fontsOf((await file(url)).toString(), url, text);
      }),
    );
    const scripts = scriptsOf(html);
    return {
      scripts: scripts.length,
      js: await sum(scripts, zipped),
      css: await sum(styles, zipped),
      fonts: await sum(unique(fonts.flat()), (body) => body.length),
    };
  };
}
