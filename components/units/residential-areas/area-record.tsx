import Link from "next/link";
import { SelectField } from "@/components/forms/choice-fields";
import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { DefinitionList } from "@/components/tables/definition-list";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { closeArea, openAreaAgain, takeAreaAlong } from "@/lib/units/residential-areas/actions";
import { areaKindWords, areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaRecord, Division } from "@/lib/units/residential-areas/queries";
import { validityText } from "./area-table";

type Area = AreaRecord & {
  may: { update: boolean; end: boolean; reopen: boolean; move: boolean };
  divisions: Division[];
  others: { id: string; name: string }[];
};
type Props = { area: Area; saved: boolean; locale: Locale };

/** One area: what is known of it, where it came from, where it went, and what may be done with it. */
export function AreaView({ area, saved, locale }: Props) {
  const words = areaWords[locale];
  const { fields } = words;
  const count = (value: number | null, unit: string) =>
    value === null ? words.noData : `${formatNumber(value, locale)} ${unit}`;
  return (
    <>
      <PageHeader
        title={area.name}
        lead={`${areaKindWords[locale][area.kind]} · ${area.unit.fullName} · ${area.validTo ? words.ended.toLowerCase() : words.inForce.toLowerCase()}`}
        back={
          <TextLink
            href={`/units/${area.unit.ref}/areas`}
          >{`${words.title}, ${area.unit.fullName}`}</TextLink>
        }
        actions={
          area.may.update && (
            <Button asChild>
              <Link href={`/units/areas/${area.id}/edit`} prefetch={false}>
                {words.edit}
              </Link>
            </Button>
          )
        }
      />
      {saved && <Notice title={`${words.saved} ${formatTime(area.updatedAt)}`} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <DefinitionList
          locale={locale}
          items={[
            {
              term: words.now,
              detail: <TextLink href={`/units/${area.unit.ref}`}>{area.unit.fullName}</TextLink>,
            },
            ...(area.recorded.ref === area.unit.ref
              ? []
              : [
                  {
                    term: words.recorded,
                    detail: (
                      <TextLink href={`/units/${area.recorded.ref}`}>{area.recorded.fullName}</TextLink>
                    ),
                  },
                ]),
            { term: words.validity, detail: validityText(area.validFrom, area.validTo, locale) },
            { term: fields.households ?? "", detail: count(area.households, words.householdsUnit) },
            { term: fields.population ?? "", detail: count(area.population, words.peopleUnit) },
            ...lineageOf(area, locale),
            {
              term: fields.note ?? "",
              detail: area.note && <span className="whitespace-pre-line">{area.note}</span>,
            },
          ]}
        />
        <Timeline
          items={[
            ...(area.version > 1
              ? [{ at: formatTime(area.updatedAt), who: area.unit.fullName, what: words.changed }]
              : []),
            { at: formatTime(area.createdAt), who: area.recordedBy ?? words.city, what: words.recordedAt },
          ]}
        />
      </div>
      <div className="flex flex-col gap-4 pt-10">
        {area.may.end && <EndArea area={area} locale={locale} />}
        {area.may.reopen && <ReopenArea area={area} locale={locale} />}
        {area.may.move && <MoveArea area={area} locale={locale} />}
      </div>
    </>
  );
}

function lineageOf(area: Area, locale: Locale) {
  const words = areaWords[locale];
  return [
    ...(area.mergedIntoId
      ? [
          {
            term: words.merged,
            detail: <TextLink href={`/units/areas/${area.mergedIntoId}`}>{area.mergedInto}</TextLink>,
          },
        ]
      : []),
    ...(area.mergedHere.length > 0
      ? [
          {
            term: words.mergedHere,
            detail: (
              <ul>
                {area.mergedHere.map(({ id, name }) => (
                  <li key={id}>
                    <TextLink href={`/units/areas/${id}`}>{name}</TextLink>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(area.moves.length > 0
      ? [
          {
            term: words.moves,
            detail: (
              <ul>
                {area.moves.map(({ unit, movedOn, decision }) => (
                  <li key={movedOn}>{words.movedTo(unit, formatDate(movedOn), decision)}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
}

function EndArea({ area, locale }: { area: Area; locale: Locale }) {
  const words = areaWords[locale];
  return (
    <ReasonForm
      action={closeArea}
      id={area.id}
      version={area.version}
      title={words.endAction}
      consequence={words.endConsequence(area.name)}
      openLabel={words.endAction}
      submitLabel={words.endSubmit}
      labels={words.fields}
      locale={locale}
    >
      <DateField
        name="endedOn"
        label={words.fields.endedOn ?? ""}
        min={area.validFrom ?? undefined}
        max={today()}
        locale={locale}
      />
      {area.others.length > 0 && (
        <SelectField
          name="mergedIntoId"
          label={words.fields.mergedIntoId ?? ""}
          hint={words.mergedHint}
          placeholder={words.notMerged}
          options={area.others.map(({ id, name }) => ({ value: id, label: name }))}
          optional
          locale={locale}
        />
      )}
    </ReasonForm>
  );
}

function ReopenArea({ area, locale }: { area: Area; locale: Locale }) {
  const words = areaWords[locale];
  return (
    <ReasonForm
      action={openAreaAgain}
      id={area.id}
      version={area.version}
      title={words.reopenAction}
      consequence={words.reopenConsequence(area.name)}
      openLabel={words.reopenAction}
      submitLabel={words.reopenSubmit}
      labels={words.fields}
      locale={locale}
    />
  );
}

function MoveArea({ area, locale }: { area: Area; locale: Locale }) {
  const words = areaWords[locale];
  return (
    <ReasonForm
      action={takeAreaAlong}
      id={area.id}
      version={area.version}
      title={words.moveAction}
      consequence={words.moveConsequence(area.name, area.recorded.fullName)}
      openLabel={words.moveAction}
      submitLabel={words.moveSubmit}
      labels={words.fields}
      locale={locale}
    >
      <SelectField
        name="division"
        label={words.fields.division ?? ""}
        options={area.divisions.map(({ unitId, unit, on }) => ({
          value: `${unitId}@${on}`,
          label: words.divisionChoice(unit, formatDate(on)),
        }))}
        locale={locale}
      />
    </ReasonForm>
  );
}
