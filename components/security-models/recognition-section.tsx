import Link from "next/link";
import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { recognitionWords } from "@/lib/security-models/messages";
import { takeBackRecognition } from "@/lib/security-models/recognitions/actions";
import { recognitionSectionWords } from "@/lib/security-models/recognitions/messages";
import type { RecognitionRow } from "@/lib/security-models/recognitions/queries";
import { standingOn } from "@/lib/security-models/recognitions/rules";
import { RecognitionBadge } from "./recognition-badge";

type Props = {
  /** Section heading; a page of its own has one already. */
  title?: string;
  rows: readonly RecognitionRow[];
  asOf: string;
  /** Where the form of a new one stands, for those who may. */
  grantHref?: string;
  mayRevoke?: boolean;
  /** The page where they are taken back, where this is another one. */
  allHref?: string;
  locale: Locale;
};

/** Who recognised a model and its points, by which document and when; what is not known is said (T17). */
export function RecognitionSection({
  title,
  rows,
  asOf,
  grantHref,
  mayRevoke = false,
  allHref,
  locale,
}: Props) {
  const words = recognitionSectionWords[locale];
  const grant = grantHref !== undefined && (
    <Button asChild size="small">
      <Link href={grantHref} prefetch={false}>
        {words.grant}
      </Link>
    </Button>
  );
  return (
    <Section
      id="recognitions"
      title={title ?? words.title}
      actions={
        rows.length > 0 && (
          <>
            {allHref && <TextLink href={allHref}>{words.all}</TextLink>}
            {grant}
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle} detail={words.emptyHint} action={grant || undefined} />
      ) : (
        <ul className="border-t">
          {rows.map((row) => (
            <RecognitionItem key={row.id} {...{ row, asOf, mayRevoke, locale }} />
          ))}
        </ul>
      )}
    </Section>
  );
}

type ItemProps = { row: RecognitionRow } & Pick<Props, "asOf" | "mayRevoke" | "locale">;

function RecognitionItem({ row, asOf, mayRevoke, locale }: ItemProps) {
  const words = recognitionSectionWords[locale];
  const standing = standingOn(row, asOf);
  return (
    <li className="grid gap-x-6 gap-y-1 border-b py-3 text-sm sm:grid-cols-[14rem_minmax(0,1fr)]">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 sm:flex-col">
        <RecognitionBadge level={row.level} nationwide={row.nationwide} locale={locale} />
        <StatusDot tone={standing === "in-force" ? "good" : "muted"}>
          {standing === "revoked" && row.revokedOn
            ? words.revokedOn(formatDate(row.revokedOn))
            : words.standingWords[standing]}
        </StatusDot>
      </p>
      <div className="min-w-0">
        <p>
          {row.pointId && row.site ? (
            <TextLink href={`/security-models/points/${row.pointId}`}>
              {row.site}, {row.unitName}
            </TextLink>
          ) : (
            words.ofModel
          )}
        </p>
        <p className="text-muted">
          {words.fields.document}: {row.document ?? words.unknown.toLowerCase()} · {words.fields.decidedOn}:{" "}
          <span className="numeral">
            {row.decidedOn ? formatDate(row.decidedOn) : words.unknown.toLowerCase()}
          </span>
        </p>
        {row.note && <p className="whitespace-pre-line text-muted">{row.note}</p>}
        {row.revokedReason && standing === "revoked" && (
          <p className="text-muted">
            {words.fields.reason}: {row.revokedReason}
          </p>
        )}
        {mayRevoke && row.revokedOn === null && <Revoke row={row} locale={locale} />}
      </div>
    </li>
  );
}

function Revoke({ row, locale }: { row: RecognitionRow; locale: Locale }) {
  const words = recognitionSectionWords[locale];
  return (
    <div className="pt-2">
      <ReasonForm
        action={takeBackRecognition}
        id={row.id}
        version={row.version}
        title={words.revoke}
        consequence={`${recognitionWords[locale][row.level]}, ${row.document ?? words.unknown.toLowerCase()}. ${words.revokeConsequence}`}
        openLabel={words.revoke}
        submitLabel={words.confirmRevoke}
        labels={words.fields}
        locale={locale}
      >
        <DateField
          name="revokedOn"
          label={words.fields.revokedOn}
          min={row.decidedOn ?? undefined}
          max={today()}
          locale={locale}
        />
      </ReasonForm>
    </div>
  );
}
