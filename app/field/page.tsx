import type { Metadata } from "next";
import { FieldDesk } from "@/components/outreach-sessions/field-desk";
import { isDemo } from "@/lib/core/installation";
import { currentLocale } from "@/lib/core/request";
import { outboxWords } from "@/lib/outbox/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: outboxWords[await currentLocale()].field };
}

/** Public, the same for everybody: the one page that a device keeps (S36). */
export default async function FieldPage() {
  return <FieldDesk demo={await isDemo()} />;
}
