import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { planWords } from "@/lib/outreach-sessions/plans/messages";

type HoldButtonProps = { planId: string; name: string; primary?: boolean; locale: Locale };

/** One touch from a plan to the form of the session that came of it. */
export function HoldButton({ planId, name, primary, locale }: HoldButtonProps) {
  const words = planWords[locale];
  return (
    <Button asChild variant={primary ? "primary" : "secondary"} size={primary ? "default" : "small"}>
      <Link
        href={`/outreach-sessions/new?plan=${planId}`}
        prefetch={false}
        title={words.heldHint}
        aria-label={`${words.held}: ${name}`}
      >
        {words.held}
      </Link>
    </Button>
  );
}
