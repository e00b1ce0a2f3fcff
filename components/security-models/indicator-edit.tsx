import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { changeIndicator, stopIndicator } from "@/lib/security-models/indicators/actions";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import type { editIndicator } from "@/lib/security-models/indicators/queries";
import { IndicatorForm } from "./indicator-form";

type Props = { found: Awaited<ReturnType<typeof editIndicator>>; locale: Locale };

/** Changing an indicator, and at the foot taking it out of use. */
export function EditIndicator({ found: { model, indicator, readings, may }, locale }: Props) {
  const words = indicatorWords[locale];
  const list = `/security-models/${model.id}/indicators`;
  return (
    <>
      <PageHeader
        title={words.edit}
        lead={`${indicator.name}, ${model.name}`}
        back={<TextLink href={list}>{words.of}</TextLink>}
      />
      {readings > 0 && <Notice className="mb-6">{words.fixedNote(readings)}</Notice>}
      <IndicatorForm
        action={changeIndicator}
        id={indicator.id}
        version={indicator.version}
        values={indicator}
        fixed={readings > 0}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={list}
        locale={locale}
      />
      {may.retire && (
        <div className="pt-10">
          <ReasonForm
            action={stopIndicator}
            id={indicator.id}
            version={indicator.version}
            title={words.retire}
            consequence={words.retireConsequence(indicator.name)}
            openLabel={words.retire}
            submitLabel={words.confirmRetire}
            labels={words.fields}
            locale={locale}
          >
            <DateField
              name="retiredOn"
              label={words.fields.retiredOn}
              defaultValue={today()}
              max={today()}
              locale={locale}
            />
          </ReasonForm>
        </div>
      )}
    </>
  );
}
