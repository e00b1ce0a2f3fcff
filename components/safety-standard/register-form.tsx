import { CheckboxField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { DateField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { countedKinds } from "@/lib/safety-standard/catalog";
import { areaName, safetyKindWords } from "@/lib/safety-standard/messages";
import { registerForSafety } from "@/lib/safety-standard/records/actions";
import { recordWords } from "@/lib/safety-standard/records/messages";
import type { newRegistration } from "@/lib/safety-standard/records/queries";
import { ChosenField } from "./chosen-field";

type Props = {
  id: string;
  found: Awaited<ReturnType<typeof newRegistration>>;
  year: number;
  from: "all" | "last";
  locale: Locale;
};

/** Everybody of a unit who is not registered yet, ticked; what stays ticked is registered by one button. */
export function RegisterPage({ id, found, year, from, locale }: Props) {
  const words = recordWords[locale];
  const { unit, open, registered, lastYear } = found;
  const back = href(`/safety-standard/${unit.ref}`, { year: String(year) });
  const here = (which: "all" | "last") =>
    href(`/safety-standard/${unit.ref}/register`, {
      year: String(year),
      from: which === "last" ? which : undefined,
    });
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <PageHeader
        title={words.registerTitle(year)}
        lead={words.registerLead(number(open.length), number(registered))}
        back={<TextLink href={back}>{unit.fullName}</TextLink>}
      />
      {open.length === 0 ? (
        <EmptyState
          title={words.nothingOpen}
          detail={words.nothingOpenHint}
          action={<TextLink href={back}>{unit.fullName}</TextLink>}
        />
      ) : (
        <div className="space-y-6">
          {lastYear > 0 && (
            <Segments
              label={words.preview}
              segments={[
                { label: words.chooseAll, current: from === "all", href: here("all") },
                {
                  label: words.chooseLast(year - 1, number(lastYear)),
                  current: from === "last",
                  href: here("last"),
                },
              ]}
            />
          )}
          <RegisterForm key={from} {...{ id, found, year, back, locale }} />
        </div>
      )}
    </>
  );
}

type FormProps = Omit<Props, "from"> & { back: string };

function RegisterForm({ id, found, year, back, locale }: FormProps) {
  const words = recordWords[locale];
  const { unit, open, day } = found;
  const commune = open.find(({ kind }) => kind === "commune");
  const groups = countedKinds.flatMap((kind) => {
    const own = open.flatMap((row) => (row.kind === kind && row.id !== null ? [{ ...row, id: row.id }] : []));
    if (own.length === 0) return [];
    return {
      label: `${safetyKindWords[locale][kind]} (${formatNumber(own.length, locale)})`,
      options: own.map(({ id: value, name, areaKind, chosen }) => ({
        value,
        label: areaName(name, areaKind, locale),
        chosen,
      })),
    };
  });
  return (
    <CommandForm
      action={registerForSafety}
      id={id}
      title={words.registerTitle(year)}
      submitLabel={words.registerSubmit}
      cancelHref={back}
      hidden={{ unitId: String(unit.id), ref: unit.ref, year: String(year) }}
      labels={words.fields}
      className="max-w-4xl"
      locale={locale}
    >
      <DateField
        name="registeredOn"
        label={words.fields.registeredOn}
        hint={words.dayHint(formatDate(day))}
        defaultValue={day}
        min={`${year}-01-01`}
        max={day}
        locale={locale}
      />
      {commune && (
        <CheckboxField
          name="commune"
          label={words.communeItself(unit.fullName)}
          defaultChecked={commune.chosen}
          locale={locale}
        />
      )}
      <ChosenField name="chosen" groups={groups} />
    </CommandForm>
  );
}
