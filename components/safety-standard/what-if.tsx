import { GetForm } from "@/components/forms/get-form";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/link";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { countedKinds } from "@/lib/safety-standard/catalog";
import { safetyUnitWords } from "@/lib/safety-standard/messages";
import { simulatorWords } from "@/lib/safety-standard/simulator/messages";
import type { UnitYearRecord } from "@/lib/safety-standard/simulator/queries";
import type { WhatIf as Supposed } from "@/lib/safety-standard/simulator/rules";
import { whatIfName } from "@/lib/safety-standard/simulator/schema";

type Props = { record: UnitYearRecord; whatIf: Supposed; locale: Locale };

/** "Nếu công nhận thêm n": a plain form that asks for the same page again; nothing of it is stored. */
export function WhatIf({ record, whatIf, locale }: Props) {
  const words = simulatorWords[locale];
  const path = `/safety-standard/${record.unit.ref}`;
  const year = String(record.year);
  const supposed = Object.keys(whatIf).length > 0;
  const keys = [...countedKinds.filter((kind) => record.tallies[kind].base > 0), "models" as const];
  return (
    <Disclosure summary={words.whatIf} open={supposed}>
      <GetForm action={path} label={words.whatIf} className="max-w-3xl space-y-4">
        <p className="text-sm text-muted">{words.whatIfHint}</p>
        <input type="hidden" name="year" value={year} readOnly />
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {keys.map((key) => {
            const id = `what-if-${key}`;
            const value = String(whatIf[key] ?? "");
            return (
              <div key={key} className="space-y-1">
                <label htmlFor={id} className="block text-sm">
                  {key === "models" ? words.moreModels : words.more(safetyUnitWords[locale][key])}
                </label>
                <Input
                  id={id}
                  name={whatIfName(key)}
                  inputMode="numeric"
                  autoComplete="off"
                  defaultValue={value}
                  data-value={value}
                  className="numeral lg:max-w-32"
                />
              </div>
            );
          })}
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit">{words.compute}</Button>
          {supposed && <TextLink href={href(path, { year })}>{words.reset}</TextLink>}
        </div>
      </GetForm>
    </Disclosure>
  );
}
