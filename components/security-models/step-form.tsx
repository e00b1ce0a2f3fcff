import { randomUUID } from "node:crypto";
import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { firstDay, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { recognitionLevels } from "@/lib/security-models/catalog";
import { recognitionWords } from "@/lib/security-models/messages";
import { statusWords } from "@/lib/security-models/points/messages";
import type { PointRecord } from "@/lib/security-models/points/queries";
import { advancePoint, decidePoint } from "@/lib/security-models/steps/actions";
import type { Paper, StepKind } from "@/lib/security-models/steps/catalog";
import { stepTold, stepVerbs, stepWords } from "@/lib/security-models/steps/messages";
import type { MergeTarget, StepRow } from "@/lib/security-models/steps/queries";
import { transitionOf } from "@/lib/security-models/steps/rules";
import type { StepStart } from "@/lib/security-models/steps/schema";

type Props = {
  point: PointRecord;
  kind: StepKind;
  /** The step follows from the state the point is in now. */
  open: boolean;
  /** The day of the step before. */
  lastOn: string | null;
  /** The last step that stands. */
  last?: StepRow;
  targets: MergeTarget[];
  /** What a link has filled in. */
  start: StepStart;
  locale: Locale;
};

/** The page of one step: what it leads to, and exactly the papers it needs. */
export function StepPage(props: Props) {
  const { point, kind, open, last, targets, locale } = props;
  const words = stepWords[locale];
  const record = `/security-models/points/${point.id}`;
  return (
    <>
      <PageHeader
        title={stepVerbs[locale][kind]}
        lead={`${point.site} · ${point.unitName} · ${point.modelName}`}
        back={<TextLink href={record}>{point.site}</TextLink>}
      />
      {!open || (kind === "merge" && targets.length === 0) ? (
        <EmptyState
          title={open ? words.noTargets : words.closed(stepVerbs[locale][kind])}
          detail={
            open
              ? words.noTargetsHint
              : `${last ? stepTold(last, locale) : words.closedHint} ${words.state(statusWords[locale][point.status])}.`
          }
          action={
            <Button asChild>
              <a href={record}>{words.toPoint}</a>
            </Button>
          }
        />
      ) : (
        <StepForm {...props} record={record} />
      )}
    </>
  );
}

function StepForm({ point, kind, lastOn, targets, start, locale, record }: Props & { record: string }) {
  const words = stepWords[locale];
  const { fields } = words;
  const { to, by, needs } = transitionOf(kind);
  const asked = (paper: Paper) => needs.includes(paper) || start[paper] !== undefined;
  const consequence = words.consequence[to];
  return (
    <>
      {consequence !== undefined && (
        <Notice tone="attention" className="mb-6 max-w-160">
          {kind === "merge" ? `${consequence} ${words.mergeConsequence}` : consequence}
        </Notice>
      )}
      {Object.keys(start).length > 0 && <Notice className="mb-6 max-w-160">{words.prefilled}</Notice>}
      <CommandForm
        action={by === "city" ? decidePoint : advancePoint}
        id={randomUUID()}
        version={point.version}
        hidden={{ pointId: point.id, kind }}
        title={stepVerbs[locale][kind]}
        submitLabel={stepVerbs[locale][kind]}
        cancelHref={record}
        labels={fields}
        locale={locale}
      >
        <p id="field-kind" tabIndex={-1} className="text-sm text-muted">
          {words.state(statusWords[locale][point.status])}. {words.leadsTo(statusWords[locale][to])}.
        </p>
        {kind === "merge" && (
          <SelectField
            name="intoId"
            label={fields.intoId}
            options={targets.map(({ id, site, unitName, near }) => ({
              value: id,
              label: near ? site : `${unitName}: ${site}`,
              group: near ? words.sameUnit : words.otherUnits,
            }))}
            defaultValue={start.intoId}
            placeholder={words.chooseTarget}
            locale={locale}
          />
        )}
        {kind === "recognize" && (
          <RadioField
            name="level"
            label={fields.level}
            options={recognitionLevels.map((value) => ({ value, label: recognitionWords[locale][value] }))}
            locale={locale}
          />
        )}
        <DateField
          name="happenedOn"
          label={fields.happenedOn}
          hint={
            [words.dayHint[to], lastOn && words.lastOn(formatDate(lastOn))].filter(Boolean).join(". ") ||
            undefined
          }
          min={lastOn ?? firstDay}
          max={today()}
          defaultValue={start.happenedOn ?? today()}
          locale={locale}
        />
        {asked("decision") && (
          <TextField
            name="decision"
            label={fields.decision}
            hint={words.decisionHint}
            defaultValue={start.decision}
            optional={!needs.includes("decision")}
            locale={locale}
          />
        )}
        {asked("minutes") && (
          <TextField
            name="minutes"
            label={fields.minutes}
            hint={words.minutesHint}
            defaultValue={start.minutes}
            optional={!needs.includes("minutes")}
            locale={locale}
          />
        )}
        {(asked("reason") || to === "ended") && (
          <TextAreaField
            name="reason"
            label={fields.reason}
            defaultValue={start.reason}
            rows={3}
            optional={!needs.includes("reason")}
            locale={locale}
          />
        )}
      </CommandForm>
    </>
  );
}
