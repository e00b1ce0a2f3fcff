import { StatusDot } from "@/components/ui/status-dot";
import type { Locale } from "@/lib/core/locale";
import { userStatusWords } from "@/lib/users/messages";

export function UserStatusDot({ disabled, locale }: { disabled: boolean; locale: Locale }) {
  return (
    <StatusDot tone={disabled ? "muted" : "good"}>
      {userStatusWords[locale][disabled ? "disabled" : "active"]}
    </StatusDot>
  );
}
