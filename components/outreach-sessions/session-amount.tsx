import { figureWords } from "@/components/layout/words";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelUnitWords } from "@/lib/outreach-sessions/messages";
import type { SessionRow } from "@/lib/outreach-sessions/queries";

type Amount = Pick<SessionRow, "channel" | "attendance" | "attendanceQualifier" | "quantity">;

/** A session's count in its channel's own unit, with how sure it is: "hơn 35 lượt người", "12 lượt xe". */
export function amountText({ attendance, attendanceQualifier, quantity, channel }: Amount, locale: Locale) {
  const qualifier =
    attendance !== null && attendanceQualifier !== "exact"
      ? `${figureWords[locale][attendanceQualifier]} `
      : "";
  return `${qualifier}${formatNumber(attendance ?? quantity ?? 0, locale)} ${channelUnitWords[locale][channel]}`;
}

/** The same where it stands in a text. */
export const SessionAmount = ({ amount, locale }: { amount: Amount; locale: Locale }) => (
  <span className="numeral">{amountText(amount, locale)}</span>
);
