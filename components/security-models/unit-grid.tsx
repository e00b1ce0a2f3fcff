import Link from "next/link";
import { Section } from "@/components/layout/section";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { profileWords } from "@/lib/security-models/profile/messages";
import type { SpreadUnit } from "@/lib/security-models/profile/queries";
import { formerAreaName } from "@/lib/units/messages";

type Props = { modelId: string; spread: SpreadUnit[]; context: Context; locale: Locale };

/** Every unit in view as a cell: how many points of the model run there, and where none does. */
export function UnitGrid({ modelId, spread, context, locale }: Props) {
  const words = profileWords[locale];
  const held = spread.filter(({ points }) => points > 0);
  const most = held.reduce<SpreadUnit | undefined>(
    (best, unit) => (best && best.points >= unit.points ? best : unit),
    undefined,
  );
  const count = (value: number) => formatNumber(value, locale);
  const finding = !most
    ? words.nowhere
    : spread.length > held.length
      ? words.spreadIn(count(held.length), count(spread.length), words.mostIn(most.name, count(most.points)))
      : `${words.spreadWithin(count(held.length))} ${words.mostIn(most.name, count(most.points))}`;
  const areas = [...new Set(spread.map(({ area }) => area))];
  return (
    <Section title={words.spread} finding={finding}>
      {areas.map((area) => {
        const units = spread.filter((unit) => unit.area === area);
        return (
          <AreaOfUnits key={area} {...{ area, units, modelId, context, locale }} top={most?.points ?? 0} />
        );
      })}
    </Section>
  );
}

type AreaProps = Omit<Props, "spread"> & { area: string; units: SpreadUnit[]; top: number };

function AreaOfUnits({ area, units, top, modelId, context, locale }: AreaProps) {
  const words = profileWords[locale];
  const count = (value: number) => formatNumber(value, locale);
  return (
    <div>
      <h3 className="pb-1.5 text-xs text-muted">
        {formerAreaName(area, locale)} · {count(units.filter(({ points }) => points > 0).length)}/
        {count(units.length)}
      </h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-px">
        {units.map((unit) => (
          <li key={unit.ref} className={unit.points > 0 ? undefined : "max-lg:hidden"}>
            <Link
              href={href(
                "/security-models/points",
                contextParams(context, { model: modelId, unit: unit.ref }),
              )}
              prefetch={false}
              title={unit.name}
              className={`flex min-h-11 items-baseline justify-between gap-2 border-l-4 px-2 py-1.5 text-sm hover:bg-green-soft lg:min-h-8 ${edge(unit.points, top)}`}
            >
              <span className={`truncate ${unit.points > 0 ? "" : "text-muted"}`}>{short(unit.name)}</span>
              <span className="numeral font-medium">
                {unit.points > 0 ? count(unit.points) : <span className="sr-only">{words.none}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const short = (name: string) => name.replace(/^(Phường|Xã|Thị trấn) /, "");

const steps = ["border-step-2", "border-step-3", "border-step-4", "border-step-5", "border-step-6"];

/** The edge of a cell darkens with its share of the largest count. */
function edge(points: number, top: number): string {
  if (points === 0) return "border-hairline";
  return steps[Math.min(steps.length - 1, Math.floor((points / top) * steps.length))] as string;
}
