import { CheckboxesField, RadioField, SelectField } from "@/components/forms/choice-fields";
import { MoreFields } from "@/components/forms/more-fields";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextField } from "@/components/forms/text-field";
import { type Mended, OutboxForm } from "@/components/outbox/outbox-form";
import { unitFormOptions } from "@/components/units/unit-options";
import { codeOptions } from "@/lib/core/code-labels";
import { type Day, firstDay } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channels, isGathering, qualifiers } from "@/lib/outreach-sessions/catalog";
import {
  channelUnitWords,
  channelWords,
  outreachWords,
  qualifierWords,
} from "@/lib/outreach-sessions/messages";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import type { SessionBook, SessionRecord } from "@/lib/outreach-sessions/queries";
import { recentFirst } from "@/lib/outreach-sessions/rules";
import { ChannelAmounts } from "./channel-amounts";
import { OutboxPhotos } from "./outbox-photos";
import { SessionMoreFields, seldom } from "./session-more-fields";

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
        <SessionMoreFields values={values} book={book} locale={locale} />
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
