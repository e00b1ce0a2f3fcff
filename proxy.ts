import { type NextRequest, NextResponse } from "next/server";
import { answerHeaders } from "@/lib/core/answer-headers";
import { isSameOrigin } from "@/lib/core/same-origin";

/**
 * Headers of every page: the CSP's nonce, the path for "sign in and come back", nothing kept by caches.
 * No guard stands here: with this file gone, every page and command still refuses by itself (S26).
 */
export function proxy(request: NextRequest) {
  if (!["GET", "HEAD", "OPTIONS"].includes(request.method) && !isSameOrigin(request.headers))
    return NextResponse.rewrite(new URL("/api/refused", request.url));
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const sent = new Headers(request.headers);
  // Next would take a plain form's "null" for a stranger's; the write was just found to be our own.
  if (sent.get("origin") === "null") sent.delete("origin");
  sent.set("x-nonce", nonce);
  sent.set("x-portal-method", request.method);
  sent.set("x-portal-path", request.nextUrl.pathname + request.nextUrl.search);
  sent.set("content-security-policy", policy);
  const answer = NextResponse.next({ request: { headers: sent } });
  const headers = {
    ...answerHeaders,
    "content-security-policy": policy,
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
  };
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

// Files go past it: their routes set headers and check the origin themselves, and here a body would be held whole.
export const config = {
  matcher: [
    "/((?!_next/static|favicon.ico|icon.svg|icon-|fonts/|api/files/|api/map/boundaries$|api/outreach-sessions/[^/]+/files$|api/security-models/points/[^/]+/files(?:/[^/]+)?$|api/security-models/evaluations/[^/]+/points/[^/]+/files(?:/[^/]+)?$|api/rural-standard/findings(?:/files/[^/]+)?$).*)",
  ],
};
