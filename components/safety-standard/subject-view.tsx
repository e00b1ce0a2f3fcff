import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField, TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { safetyKindWords, safetyWords } from "@/lib/safety-standard/messages";
import { closeSubject, deleteSubject, giveSubjectName } from "@/lib/safety-standard/subjects/actions";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import type { SubjectRecord } from "@/lib/safety-standard/subjects/queries";
import { StateWord } from "./state-word";

type Props = { subject: SubjectRecord; saved: boolean; locale: Locale };

/** An agency, enterprise or school with its years. */
export function SubjectView({ subject, saved, locale }: Props) {
  const words = subjectWords[locale];
  const { unit, years, validTo } = subject;
  return (
    <>
      <PageHeader
        title={subject.name}
        lead={safetyKindWords[locale][subject.kind]}
        back={<TextLink href={href("/safety-standard/subjects", { unit: unit.ref })}>{words.title}</TextLink>}
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="space-y-10">
        <DefinitionList
          locale={locale}
          items={[
            {
              term: words.unit,
              detail: <TextLink href={`/safety-standard/${unit.ref}`}>{unit.fullName}</TextLink>,
            },
            { term: words.from, detail: formatDate(subject.validFrom) },
            ...(validTo === null
              ? []
              : [
                  { term: words.to, detail: formatDate(validTo) },
                  { term: words.fields.reason, detail: subject.endReason },
                ]),
          ]}
        />
        <Section title={words.years}>
          <DataList
            caption={words.years}
            locale={locale}
            rows={years}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/safety-standard/records/${id}`}
            empty={{ title: words.noYears }}
            columns={[
              {
                key: "year",
                label: safetyWords[locale].year,
                primary: true,
                render: ({ year }) => safetyWords[locale].yearOf(year),
              },
              {
                key: "state",
                label: words.state,
                render: ({ state }) => <StateWord state={state} locale={locale} />,
              },
            ]}
          />
        </Section>
        <Changes subject={subject} locale={locale} />
      </div>
    </>
  );
}

function Changes({ subject, locale }: { subject: SubjectRecord; locale: Locale }) {
  const words = subjectWords[locale];
  const { id, version, name, may } = subject;
  return (
    <div className="space-y-3">
      {may.rename && (
        <Disclosure summary={words.rename}>
          <CommandForm
            action={giveSubjectName}
            {...{ id, version, locale }}
            title={words.renameTitle}
            submitLabel={words.saveName}
            labels={words.fields}
            bar="plain"
          >
            <TextField name="name" label={words.fields.name} defaultValue={name} locale={locale} />
          </CommandForm>
        </Disclosure>
      )}
      {may.end && (
        <ReasonForm
          action={closeSubject}
          {...{ id, version, locale }}
          title={words.end}
          consequence={words.endConsequence(name)}
          openLabel={words.end}
          submitLabel={words.endNow}
          labels={words.fields}
        >
          <DateField
            name="validTo"
            label={words.fields.validTo}
            defaultValue={today()}
            min={subject.validFrom}
            max={today()}
            locale={locale}
          />
        </ReasonForm>
      )}
      {may.remove && (
        <ReasonForm
          action={deleteSubject}
          {...{ id, version, locale }}
          title={words.remove}
          consequence={words.removeConsequence(name)}
          openLabel={words.remove}
          submitLabel={words.removeNow}
        />
      )}
    </div>
  );
}
