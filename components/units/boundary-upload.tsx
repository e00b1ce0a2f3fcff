import { FileBox } from "@/components/files/file-box";
import { Section } from "@/components/layout/section";
import { formWords } from "@/components/layout/words";
import { Notice } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { Input } from "@/components/ui/input";
import { one, type SearchParams } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { fieldSentence } from "@/lib/core/messages";
import { boundaryWords } from "@/lib/units/map/boundaries/messages";
import { BoundaryForm } from "./boundary-form";

type Props = { formId: string; params: SearchParams; locale: Locale };

/** The form of a new set: a plain one, since its file is larger than an action may be. What was typed comes back with the reason. */
export function BoundaryUpload({ formId, params, locale }: Props) {
  const words = boundaryWords[locale];
  const refused = refusalOf(params, locale);
  const invalid = (field: string) => (refused?.field === field ? { "aria-invalid": true as const } : {});
  return (
    <Section title={words.upload} finding={words.nothingYet} id="upload">
      {refused && (
        <Notice tone="error" title={words.refused}>
          <p>
            <a href={`#boundary-${refused.field}`} className="underline underline-offset-3">
              {refused.sentence}
            </a>
          </p>
          {refused.properties.length > 0 && <p>{words.found(refused.properties.join(", "))}</p>}
        </Notice>
      )}
      <BoundaryForm
        action="/api/map/boundaries"
        unsent={formWords[locale].unsent}
        className="max-w-160 space-y-5"
      >
        <input type="hidden" name="id" value={formId} readOnly />
        <Box name="source" label={words.source} hint={words.sourceHint}>
          <Input
            id="boundary-source"
            name="source"
            defaultValue={one(params.source)}
            required
            maxLength={300}
            autoComplete="off"
            aria-describedby="boundary-source-hint"
            {...invalid("source")}
          />
        </Box>
        <Box name="file" label={words.file} hint={words.fileHint}>
          <FileBox
            id="boundary-file"
            name="file"
            required
            accept=".geojson,.json,application/geo+json,application/json"
            aria-describedby="boundary-file-hint"
            words={{ chooseFile: words.chooseFile, noFile: words.noFile }}
            {...invalid("file")}
          />
        </Box>
        <Box name="property" label={words.property} hint={words.propertyHint}>
          <Input
            id="boundary-property"
            name="property"
            defaultValue={one(params.property)}
            list="boundary-properties"
            maxLength={60}
            autoComplete="off"
            aria-describedby="boundary-property-hint"
            {...invalid("property")}
          />
          <datalist id="boundary-properties">
            {refused?.properties.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Box>
        <button type="submit" className={buttonStyle({ variant: "primary" })}>
          {words.send}
        </button>
      </BoundaryForm>
    </Section>
  );
}

type BoxProps = { name: string; label: string; hint: string; children: React.ReactNode };

const Box = ({ name, label, hint, children }: BoxProps) => (
  <div className="space-y-1.5">
    <label htmlFor={`boundary-${name}`} className="block text-sm font-medium">
      {label}
    </label>
    <p id={`boundary-${name}-hint`} className="text-sm text-muted">
      {hint}
    </p>
    {children}
  </div>
);

/** Why the last file was refused, as the address says: a code, and the file's properties where one must be chosen. */
function refusalOf(params: SearchParams, locale: Locale) {
  const asked = one(params.refused);
  if (asked === undefined) return undefined;
  const words = boundaryWords[locale];
  const [code = "", ...properties] = asked.slice(0, 2_000).split(":");
  const field = one(params.field) ?? "file";
  const whole = { "too-large": words.tooLarge, "too-many": words.tooMany }[code];
  const labels: Record<string, string> = words.fields;
  return {
    field: ["file", "source", "property"].includes(field) ? field : "file",
    sentence: whole ?? fieldSentence(locale, field, code, labels[field] ?? words.file, words.errors),
    properties: ["no-code", "unclear-code", "no-unit"].includes(code)
      ? properties.filter((name) => /^[\p{L}\p{N} _.-]{1,60}$/u.test(name)).slice(0, 20)
      : [],
  };
}
