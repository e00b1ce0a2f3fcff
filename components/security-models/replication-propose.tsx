import { TextLink } from "@/components/ui/link";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { replicationWords } from "@/lib/security-models/replication/messages";

type Props = {
  model: { id: string; fromId: string | null };
  unitCode: string;
  /** The whole of what the link does, for who hears it alone. */
  label: string;
  locale: Locale;
};

/** To the form of a proposal, filled in with model, unit and the point to copy. */
export const ProposeLink = ({ model, unitCode, label, locale }: Props) => (
  <TextLink
    href={href(`/security-models/${model.id}/points/new`, {
      unit: unitCode,
      from: model.fromId ?? undefined,
    })}
    aria-label={label}
    className="relative whitespace-nowrap after:absolute after:-inset-x-2 after:-inset-y-3 lg:after:hidden"
  >
    {replicationWords[locale].propose}
  </TextLink>
);
