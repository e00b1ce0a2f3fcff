import { answerHeaders } from "./answer-headers";
import { AppError } from "./errors";
import type { Locale } from "./locale";
import { fieldSentence, refusalWords } from "./messages";
import { type FormWords, faultMessage } from "./refusal";
import { currentLocale } from "./request";

/** What a route that answers no page says: no script, no frame, nothing for another site. */
export const dataHeaders = {
  ...answerHeaders,
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

/** What `run` returns as JSON, or its refusal as `{ code }` with the status that says so; scripts find words for codes. */
export async function answer(name: string, run: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await run(), { headers: dataHeaders });
  } catch (error) {
    if (error instanceof AppError)
      return Response.json({ code: error.code }, { status: error.status, headers: dataHeaders });
    const message = faultMessage(error, name, await currentLocale());
    return Response.json({ code: "fault", message }, { status: 500, headers: dataHeaders });
  }
}

/** A refusal's code and sentence: of the first field that is wrong, else of the whole; a fault in general words. */
export function tell(error: unknown, action: string, words: FormWords, locale: Locale) {
  if (!(error instanceof AppError))
    return { status: 500, code: "fault", message: faultMessage(error, action, locale) };
  const { fields, errors = {} } = words[locale];
  const [issue] = error.details.issues ?? [];
  if (issue) {
    const { field, code } = issue;
    return {
      status: error.status,
      code,
      message: fieldSentence(locale, field, code, fields[field] ?? field, errors),
    };
  }
  const special = errors[error.code];
  const message = typeof special === "string" ? special : (refusalWords[locale][error.code] ?? error.code);
  return { status: error.status, code: error.code, message };
}

/** One sentence as an answer of its own, for whoever has no page to show it on. */
export const sentence = (status: number, message: string) =>
  new Response(`${message}\n`, {
    status,
    headers: { ...dataHeaders, "content-type": "text/plain; charset=utf-8" },
  });

/** RFC 6266: the name without accents for old readers, the true one as RFC 5987 writes it. */
export function disposition(how: "inline" | "attachment", name: string) {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
