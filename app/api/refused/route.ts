import { auditRefusal } from "@/lib/core/audit";
import { refusalWords } from "@/lib/core/messages";
import { currentLocale } from "@/lib/core/request";
import { clientAddress } from "@/lib/core/session";

/** Where a write from another origin ends: recorded, told in words, nothing done (S24). */
async function refuse() {
  await auditRefusal({ role: "system", address: await clientAddress() }, "origin");
  const sentence = refusalWords[await currentLocale()].origin ?? "";
  return new Response(sentence, {
    status: 403,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
