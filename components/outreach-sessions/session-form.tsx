import { CheckboxesField, RadioField, SelectField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { MoreFields } from "@/components/forms/more-fields";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { UnitPicker } from "@/components/forms/unit-picker";
import { type Mended, OutboxForm } from "@/components/outbox/outbox-form";
import { unitFormOptions } from "@/components/units/unit-options";
import { codeOptions } from "@/lib/core/code-labels";
import { type Day, firstDay } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channels, isGathering, languages, qualifiers } from "@/lib/outreach-sessions/catalog";
import {
  channelUnitWords,
  channelWords,
  languageWords,
  outreachWords,
  qualifierWords,
} from "@/lib/outreach-sessions/messages";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import type { SessionBook, SessionRecord } from "@/lib/outreach-sessions/queries";
import { recentFirst } from "@/lib/outreach-sessions/rules";
import { ChannelAmounts } from "./channel-amounts";
import { OutboxPhotos } from "./outbox-photos";

type SessionFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  values: Partial<SessionRecord>;
  /** The plan this session comes of, and the number it expected. */
  planId?: string;
  expected?: number | null;
  book: SessionBook;
  /** Today as the server, or a device whose clock was set right, knows it. */
  day: Day;
  title: string;
  submitLabel: string;
  cancelHref?: string;
  draft?: false;
  onSaved?: (saved: { href?: string }) => void;
  /** The parcel of the outbox that this form mends. */
  mends?: Mended;
  locale: Locale;
};

/** Topics in sight before the rest is asked for. */
const topicsInSight = 8;

const seldom = [
  "title",
  "presenters",
  "audiences",
  "languages",
  "coUnitIds",
  "coAgencies",
  "pointIds",
  "event",
  "directives",
  "vneidGuided",
  "levelTwoGuided",
  "onlineServiceGuided",
  "weaponsHandedIn",
  "pledges",
  "note",
] as const;

/** The one form of a session, new or changed: what is always asked first, what is seldom needed behind one touch. */
export function SessionForm({ values, planId, expected, book, day, locale, ...form }: SessionFormProps) {
  const words = outreachWords[locale];
  const { fields } = words;
  const topics = recentFirst(book.lists.topic, [...(values.topics ?? []), ...book.recent.topics]);
  const changing = form.version !== undefined;
  return (
    <OutboxForm
      {...form}
      command={changing ? "outreach-sessions.update" : "outreach-sessions.create"}
      locale={locale}
      labels={fields}
      hidden={planId ? { planId } : undefined}
    >
      <div className="space-y-5">
        <DateField
          name="heldOn"
          label={fields.heldOn}
          defaultValue={values.heldOn}
          min={firstDay}
          max={day}
          locale={locale}
        />
        {book.units.length === 1 ? (
          <input type="hidden" name="unitId" value={book.units[0]?.id} readOnly />
        ) : (
          <SelectField
            name="unitId"
            label={fields.unitId}
            options={unitFormOptions(book.units, locale)}
            defaultValue={values.unitId}
            locale={locale}
          />
        )}
        <TextField
          name="place"
          label={fields.place}
          defaultValue={values.place}
          suggestions={book.recent.places}
          locale={locale}
        />
        <SelectField
          name="channel"
          label={fields.channel}
          options={channels.map((value) => ({
            value,
            label: `${channelWords[locale][value]} (${channelUnitWords[locale][value]})`,
          }))}
          defaultValue={values.channel ?? "meeting"}
          locale={locale}
        />
        <CheckboxesField
          name="topics"
          label={fields.topics}
          options={codeOptions(topics, locale)}
          defaultValue={values.topics}
          first={topicsInSight}
          locale={locale}
        />
        <Amounts values={values} expected={expected} locale={locale} />
        {!changing && <OutboxPhotos locale={locale} />}
      </div>
      <MoreFields
        summary={words.more}
        hint={words.moreHint}
        names={seldom}
        open={changing && seldom.some((name) => values[name] !== null && String(values[name] ?? "") !== "")}
      >
        <Seldom values={values} book={book} locale={locale} />
      </MoreFields>
    </OutboxForm>
  );
}

type PartProps = Pick<SessionFormProps, "values" | "locale">;

function Amounts({ values, expected, locale }: PartProps & Pick<SessionFormProps, "expected">) {
  const words = outreachWords[locale];
  const { fields } = words;
  const gathering = isGathering(values.channel ?? "meeting");
  const planned = expected ? `. ${planWords[locale].expected(formatNumber(expected, locale))}` : "";
  return (
    <ChannelAmounts
      first={gathering ? "gathering" : (values.channel ?? "")}
      gathering={
        <>
          <NumberField
            name="attendance"
            label={fields.attendance}
            hint={`${words.attendanceHint}${gathering ? planned : ""}`}
            unit={words.attendanceUnit}
            defaultValue={values.attendance}
            step={5}
            locale={locale}
          />
          <RadioField
            name="attendanceQualifier"
            label={fields.attendanceQualifier}
            options={qualifiers.map((value) => ({ value, label: qualifierWords[locale][value] }))}
            defaultValue={values.attendanceQualifier ?? "exact"}
            inline
            locale={locale}
          />
        </>
      }
      broadcast={
        <NumberField
          name="quantity"
          label={fields.quantity}
          hint={`${words.quantityHint}${gathering ? "" : planned}`}
          defaultValue={values.quantity}
          locale={locale}
        />
      }
      post={
        <NumberField
          name="views"
          label={fields.views}
          unit={words.viewUnit}
          defaultValue={values.views}
          optional
          locale={locale}
        />
      }
    />
  );
}

function Seldom({ values, book, locale }: PartProps & Pick<SessionFormProps, "book">) {
  const words = outreachWords[locale];
  const { fields } = words;
  const several = (
    name: "audiences" | "coAgencies" | "directives",
    list: SessionBook["lists"]["audience"],
    first?: number,
  ) => (
    <CheckboxesField
      name={name}
      label={fields[name]}
      options={codeOptions(recentFirst(list, values[name] ?? []), locale)}
      defaultValue={values[name]}
      first={first}
      optional
      locale={locale}
    />
  );
  const number = (
    name: "vneidGuided" | "levelTwoGuided" | "onlineServiceGuided" | "weaponsHandedIn" | "pledges",
  ) => <NumberField name={name} label={fields[name]} defaultValue={values[name]} optional locale={locale} />;
  return (
    <>
      <FieldGroup title={words.about}>
        <TextField name="title" label={fields.title} defaultValue={values.title} optional locale={locale} />
        <TextField
          name="presenters"
          label={fields.presenters}
          defaultValue={values.presenters}
          optional
          locale={locale}
        />
        {several("audiences", book.lists.audience)}
        <CheckboxesField
          name="languages"
          label={fields.languages}
          options={languages.map((value) => ({ value, label: languageWords[locale][value] }))}
          defaultValue={values.languages}
          optional
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.together} hint={words.togetherHint}>
        <UnitPicker
          name="coUnitIds"
          label={fields.coUnitIds}
          units={partnersWith(book, values)}
          defaultValue={values.coUnitIds}
          optional
          locale={locale}
        />
        {several("coAgencies", book.lists.force, 8)}
      </FieldGroup>
      <FieldGroup title={words.linked}>
        {book.points.length > 0 && (
          <CheckboxesField
            name="pointIds"
            label={fields.pointIds}
            options={recentFirst(
              book.points.map((point) => ({ ...point, code: point.id })),
              values.pointIds ?? [],
            ).map(({ id, model, site }) => ({ value: id, label: `${model} – ${site}` }))}
            defaultValue={values.pointIds}
            first={4}
            optional
            locale={locale}
          />
        )}
        <SelectField
          name="event"
          label={fields.event}
          options={codeOptions(book.lists.event, locale)}
          defaultValue={values.event}
          optional
          locale={locale}
        />
        {several("directives", book.lists.directive, 3)}
      </FieldGroup>
      <FieldGroup title={words.guidance} hint={words.guidanceHint}>
        <div className="grid gap-5 sm:grid-cols-2">
          {number("vneidGuided")}
          {number("levelTwoGuided")}
          {number("onlineServiceGuided")}
          {number("weaponsHandedIn")}
          {number("pledges")}
        </div>
        <TextAreaField
          name="note"
          label={fields.note}
          defaultValue={values.note}
          rows={3}
          optional
          locale={locale}
        />
      </FieldGroup>
    </>
  );
}

/** Today's units, and former ones that stand in the session already. */
const partnersWith = (book: SessionBook, { partners = [], unitId }: Partial<SessionRecord>) =>
  [...partners.filter(({ id }) => !book.partners.some((known) => known.id === id)), ...book.partners].filter(
    ({ id }) => id !== unitId,
  );
