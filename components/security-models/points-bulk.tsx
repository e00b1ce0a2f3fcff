import { FilterDate, FilterSelect } from "@/components/forms/filter-fields";
import { GetForm } from "@/components/forms/get-form";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { codeOptions } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { mostAtOnce } from "@/lib/security-models/points/list/bulk/catalog";
import { bulkWords } from "@/lib/security-models/points/list/bulk/messages";
import type { previewBulk } from "@/lib/security-models/points/list/bulk/queries";
import { isBulkStep } from "@/lib/security-models/points/list/bulk/rules";
import type { ListColumn } from "@/lib/security-models/points/list/catalog";
import { filterLabels } from "@/lib/security-models/points/list/messages";
import { pointParams } from "@/lib/security-models/points/list/rules";
import type { PointChoice } from "@/lib/security-models/points/list/schema";
import { pointWords } from "@/lib/security-models/points/messages";
import { stepKindWords } from "@/lib/security-models/steps/messages";
import { PointsBulkPreview } from "./points-bulk-preview";

export type BulkProps = {
  found: Awaited<ReturnType<typeof previewBulk>>;
  choice: PointChoice;
  columns: readonly ListColumn[];
  context: Context;
  locale: Locale;
};

const list = "/security-models/points";

/** A change of everything a filter finds: what to do, what it comes to, and only then the papers and the button. */
export function PointsBulk(props: BulkProps) {
  const { found, choice, columns, context, locale } = props;
  const words = bulkWords[locale];
  const view = { ...contextParams(context), ...pointParams(choice, columns) };
  const labels = filterLabels(choice, found, locale).map(({ label }) => label);
  const count = formatNumber(found.found, locale);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={[words.lead(count), ...labels].join(" · ")}
        back={<TextLink href={href(list, view)}>{words.back}</TextLink>}
      />
      {found.found > mostAtOnce ? (
        <Notice tone="attention" title={words.tooMany(count, formatNumber(mostAtOnce, locale))}>
          {words.tooManyHint}
        </Notice>
      ) : (
        <div className="space-y-8">
          <ChangeForm {...props} view={view} />
          {found.set && found.act && (
            <Section title={words.previewTitle}>
              {found.set.can.length === 0 && <EmptyState title={words.nothing} detail={words.nothingHint} />}
              <PointsBulkPreview
                set={found.set}
                change={{ act: found.act, on: found.on, to: found.to }}
                view={new URLSearchParams(definedOf(view)).toString()}
                cancelHref={href(list, view)}
                locale={locale}
              />
            </Section>
          )}
        </div>
      )}
    </>
  );
}

/** What is to be done, chosen in the address, so that the preview can be sent to a colleague. */
function ChangeForm({ found, view, locale }: BulkProps & { view: Record<string, string | undefined> }) {
  const words = bulkWords[locale];
  const { act, acts, on, to, lists } = found;
  const options = acts.map((value) => ({
    value,
    label: isBulkStep(value) ? stepKindWords[locale][value] : (pointWords[locale].fields[value] ?? value),
    group: isBulkStep(value) ? words.steps : words.facts,
  }));
  return (
    <GetForm action={`${list}/bulk`} auto>
      {Object.entries(definedOf(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <div className="flex flex-col gap-4 lg:flex-row lg:flex-wrap lg:items-end lg:gap-3">
        <FilterSelect name="act" label={words.act} value={act} all={words.chooseAct} options={options} />
        {act && isBulkStep(act) && <FilterDate key={act} name="on" label={words.on} value={on} />}
        {act && !isBulkStep(act) && (
          <FilterSelect
            key={act}
            name="to"
            label={words.to[act]}
            value={to}
            all={words.chooseTo}
            options={codeOptions(act === "coreForce" ? lists.force : lists.site, locale)}
          />
        )}
        <Button type="submit">{words.preview}</Button>
      </div>
    </GetForm>
  );
}

const definedOf = (view: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(view).filter((entry): entry is [string, string] => Boolean(entry[1])));
