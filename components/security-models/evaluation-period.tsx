import { FilterDate, FilterSelect } from "@/components/forms/filter-fields";
import { GetForm } from "@/components/forms/get-form";
import { Button } from "@/components/ui/button";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { type Period, parsePeriod, periodLabel } from "@/lib/core/periods";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { campaignPeriods } from "@/lib/security-models/evaluations/rules";

/** Which period a campaign is for, chosen first: its last day says which grades and points there are. */
export function EvaluationPeriod({ period, path, locale }: { period: Period; path: string; locale: Locale }) {
  const words = evaluationWords[locale];
  const options = campaignPeriods(today(), period.key).map((key) => ({
    value: key,
    label: periodLabel(parsePeriod(key) as Period, locale),
  }));
  return (
    <GetForm
      action={path}
      label={words.choosePeriod}
      className="mb-8 flex max-w-3xl flex-col gap-3 border-b pb-6 sm:flex-row sm:flex-wrap sm:items-end"
    >
      <FilterSelect
        name="period"
        label={words.period}
        value={period.key}
        options={options}
        all={words.freeRange}
      />
      <FilterDate name="from" label={words.from} value={period.from} />
      <FilterDate name="to" label={words.to} value={period.to} />
      <Button type="submit">{words.use}</Button>
    </GetForm>
  );
}
