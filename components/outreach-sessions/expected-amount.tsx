import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelUnitWords } from "@/lib/outreach-sessions/messages";
import type { Channel } from "@/prisma/client/enums";

type ExpectedAmountProps = { expected: number; channel: Channel; locale: Locale };

/** What a plan expects, in its channel's own unit. */
export const ExpectedAmount = ({ expected, channel, locale }: ExpectedAmountProps) => (
  <span className="numeral">{`${formatNumber(expected, locale)} ${channelUnitWords[locale][channel]}`}</span>
);
