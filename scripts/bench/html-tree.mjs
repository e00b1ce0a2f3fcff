// The visible part of a page's HTML as a plain tree [tag, props, ...children], to be rendered again by React.
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const VOID = new Set([
  "area",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "path",
  "source",
  "wbr",
]);
const LEFT_OUT = /<(script|style|template)\b[\s\S]*?<\/\1>/gi;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const RENAMED = {
  class: "className",
  for: "htmlFor",
  tabindex: "tabIndex",
  colspan: "colSpan",
  value: "defaultValue",
  checked: "defaultChecked",
};

const decode = (text) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]);

function styleOf(text) {
  const camel = (name) =>
    name.startsWith("--") ? name : name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const parts = text.split(";").map((part) => part.split(/:(.*)/s, 2).map((half) => half?.trim()));
  return Object.fromEntries(
    parts.filter(([name, value]) => name && value).map(([name, value]) => [camel(name), value]),
  );
}

function propsOf(tag, text) {
  const props = {};
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) {
    if (name === "selected") continue;
    const key = tag === "option" && name === "value" ? name : (RENAMED[name] ?? name);
    props[key] =
      name === "style"
        ? styleOf(decode(value ?? ""))
        : value === undefined || value === ""
          ? true
          : decode(value);
    if (props[key] === true && /^(alt|value|defaultValue|title|href|name)$/.test(key)) props[key] = "";
  }
  return props;
}

/** @returns {[string, object, ...unknown[]]} the body as one <div> */
export function treeOf(html) {
  const body = html
    .slice(html.indexOf(">", html.indexOf("<body")) + 1, html.lastIndexOf("</body>"))
    .replace(LEFT_OUT, "");
  const root = ["div", {}];
  const open = [root];
  for (const [text, closing, name, attributes, selfClosing] of body.matchAll(TOKEN)) {
    if (text.startsWith("<!--")) continue;
    const parent = open.at(-1);
    if (name === undefined) parent.push(decode(text));
    else if (closing) closeTag(open, name.toLowerCase());
    else {
      const tag = name.toLowerCase();
      const element = [tag, propsOf(tag, attributes)];
      parent.push(element);
      if (!selfClosing && !VOID.has(tag)) open.push(element);
    }
  }
  return root;
}

function closeTag(open, tag) {
  const at = open.findLastIndex(([name]) => name === tag);
  if (at > 0) open.length = at;
}

export function countElements([, , ...children]) {
  return 1 + children.reduce((sum, child) => sum + (Array.isArray(child) ? countElements(child) : 0), 0);
}
