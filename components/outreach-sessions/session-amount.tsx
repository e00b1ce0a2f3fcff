import { figureWords } from "@/components/layout/words";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelUnitWords } from "@/lib/outreach-sessions/messages";
import type { SessionRow } from "@/lib/outreach-sessions/queries";

type Amount = Pick<SessionRow, "channel" | "attendance" | "attendanceQualifier" | "quantity">;

/** A session's count in its channel's own unit, with how sure it is: "hơn 35 lượt người", "12 lượt xe". */
export function SessionAmount({ amount, locale }: { amount: Amount; locale: Locale }) {
  const { attendance, attendanceQualifier, quantity, channel } = amount;
  const words = figureWords[locale];
  const qualifier =
    attendance !== null && attendanceQualifier !== "exact" ? `${words[attendanceQualifier]} ` : "";
  return (
    <span className="whitespace-nowrap">
      {qualifier}
      <span className="numeral">{formatNumber(attendance ?? quantity ?? 0, locale)}</span>{" "}
      {channelUnitWords[locale][channel]}
    </span>
  );
}
