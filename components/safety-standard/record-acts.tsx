import { RadioField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { NumberField } from "@/components/forms/number-field";
import { DateField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import {
  proposeForSafety,
  recognizeSafeCommune,
  recognizeSafety,
  refuseSafeCommune,
  refuseSafety,
  revokeSafeCommune,
  revokeSafety,
  scoreSafety,
  withdrawSafety,
} from "@/lib/safety-standard/records/actions";
import { recordWords } from "@/lib/safety-standard/records/messages";
import type { RecordView } from "@/lib/safety-standard/records/queries";
import { DecisionFields } from "./decision-fields";

type Props = { record: RecordView; locale: Locale };

/** What the reader may do next with a record; the usual next step stands open. */
export function RecordActs({ record, locale }: Props) {
  const words = recordWords[locale];
  const { may, state, kind } = record;
  const waits = state === "proposed" && !may.recognize;
  if (!waits && !Object.values(may).some(Boolean))
    return <p className="text-sm text-muted">{words.nothingNext}</p>;
  return (
    <div className="space-y-4">
      {waits && (
        <p className="text-sm text-muted">{words.waitsFor[kind === "commune" ? "city" : "commune"]}</p>
      )}
      {may.recognize && <Recognize {...{ record, locale }} />}
      {may.propose && <Propose {...{ record, locale }} />}
      {may.score &&
        (state === "registered" ? (
          <Score {...{ record, locale }} />
        ) : (
          <Disclosure summary={words.scoreAgain}>
            <Score {...{ record, locale }} />
          </Disclosure>
        ))}
      <Takebacks {...{ record, locale }} />
    </div>
  );
}

function Score({ record, locale }: Props) {
  const words = recordWords[locale];
  const { id, version, score, selfMet } = record;
  return (
    <CommandForm
      action={scoreSafety}
      {...{ id, version, locale }}
      title={words.score}
      submitLabel={words.scoreSubmit}
      labels={words.fields}
      bar="plain"
    >
      <NumberField
        name="score"
        label={words.fields.score}
        hint={words.scoreHint}
        defaultValue={score}
        locale={locale}
      />
      <RadioField
        name="selfMet"
        label={words.fields.selfMet}
        options={[
          { value: "yes", label: words.selfMet.yes },
          { value: "no", label: words.selfMet.no },
        ]}
        defaultValue={selfMet === null ? undefined : selfMet ? "yes" : "no"}
        locale={locale}
      />
      <DateField
        name="scoredOn"
        label={words.fields.scoredOn}
        defaultValue={today()}
        min={record.registeredOn}
        max={today()}
        locale={locale}
      />
    </CommandForm>
  );
}

function Propose({ record, locale }: Props) {
  const words = recordWords[locale];
  return (
    <CommandForm
      action={proposeForSafety}
      title={words.propose}
      submitLabel={words.proposeOne}
      hidden={{ chosen: record.id }}
      labels={words.fields}
      bar="plain"
      locale={locale}
    >
      <DateField
        name="proposedOn"
        label={words.fields.proposedOn}
        defaultValue={today()}
        max={today()}
        locale={locale}
      />
    </CommandForm>
  );
}

function Recognize({ record, locale }: Props) {
  const words = recordWords[locale];
  const commune = record.kind === "commune";
  return (
    <CommandForm
      action={commune ? recognizeSafeCommune : recognizeSafety}
      title={words.recognize}
      submitLabel={words.recognizeOne}
      hidden={{ chosen: record.id }}
      labels={words.fields}
      bar="plain"
      locale={locale}
    >
      <DecisionFields signer={signerOf(record, locale)} locale={locale} />
    </CommandForm>
  );
}

/** What takes something back, each with its reason. */
function Takebacks({ record, locale }: Props) {
  const words = recordWords[locale];
  const { id, version, name, year, may, kind } = record;
  const commune = kind === "commune";
  const decision = words.decision(record.decisionNumber ?? "", formatDate(record.decidedOn ?? ""));
  return (
    <div className="flex flex-wrap gap-3 [&>details[open]]:w-full">
      {may.refuse && (
        <ReasonForm
          action={commune ? refuseSafeCommune : refuseSafety}
          {...{ id, version, locale }}
          title={words.refuse}
          consequence={words.refuseConsequence(name)}
          openLabel={words.refuse}
          submitLabel={words.refuseNow}
          labels={words.fields}
        >
          <DecisionFields signer={signerOf(record, locale)} numberOptional locale={locale} />
        </ReasonForm>
      )}
      {may.revoke && (
        <ReasonForm
          action={commune ? revokeSafeCommune : revokeSafety}
          {...{ id, version, locale }}
          title={words.revoke}
          consequence={words.revokeConsequence(name, decision)}
          openLabel={words.revoke}
          submitLabel={words.revokeNow}
          labels={words.fields}
        >
          <DateField
            name="revokedOn"
            label={words.fields.revokedOn}
            defaultValue={today()}
            max={today()}
            locale={locale}
          />
        </ReasonForm>
      )}
      {may.withdraw && (
        <ReasonForm
          action={withdrawSafety}
          {...{ id, version, locale }}
          title={words.withdraw}
          consequence={words.withdrawConsequence(name, year)}
          openLabel={words.withdraw}
          submitLabel={words.withdrawNow}
        />
      )}
    </div>
  );
}

function signerOf({ kind, unit, current }: RecordView, locale: Locale): string {
  const { signers } = recordWords[locale];
  return kind === "commune" ? signers.city : signers.commune((current ?? unit).fullName);
}
