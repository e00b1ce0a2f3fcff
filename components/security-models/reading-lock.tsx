import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { Notice } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { closeReadings, openReadings } from "@/lib/security-models/readings/actions";
import { readingWords } from "@/lib/security-models/readings/messages";
import type { ReadingGrid } from "@/lib/security-models/readings/queries";

type Props = {
  modelId: string;
  grid: ReadingGrid;
  /** The page's own address, to come back to. */
  view: string;
  may: { lock: boolean; unlock: boolean };
  locale: Locale;
};

/** That a period is locked, for everybody to see. */
export function LockNotice({ lock, locale }: { lock: ReadingGrid["lock"]; locale: Locale }) {
  const words = readingWords[locale];
  if (!lock) return null;
  const day = formatDate(new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(lock.at));
  return (
    <Notice title={words.locked} className="mb-4">
      {words.lockedBy(lock.by, day)}
    </Notice>
  );
}

/** Locks a period that is over, or opens it again with a reason; the city's. */
export function LockForm({ modelId, grid: { lock, period }, view, may, locale }: Props) {
  const words = readingWords[locale];
  const hidden = { modelId, period: period.key, view };
  if (lock)
    return may.unlock ? (
      <ReasonForm
        action={openReadings}
        hidden={hidden}
        id=""
        title={words.unlock}
        consequence={words.unlockConsequence(lock.from, lock.to)}
        openLabel={words.unlock}
        submitLabel={words.unlock}
        labels={words.fields}
        locale={locale}
      />
    ) : null;
  if (!may.lock || period.to >= today()) return null;
  return (
    <Disclosure summary={words.lock}>
      <CommandForm
        action={closeReadings}
        hidden={hidden}
        title={words.lock}
        submitLabel={words.lock}
        labels={words.fields}
        bar="plain"
        locale={locale}
        className="space-y-3 pb-4"
      >
        <p className="text-sm">{words.lockConsequence(periodLabel(period, locale).toLowerCase())}</p>
      </CommandForm>
    </Disclosure>
  );
}
