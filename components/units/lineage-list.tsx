import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { lineageWords, passage } from "@/lib/units/lineage/messages";
import type { Lineage, LineageBranch, LineageUnit } from "@/lib/units/lineage/rules";
import { unitRef } from "@/lib/units/rules";

type Props = {
  title: string;
  branches: readonly LineageBranch[];
  /** What it came from; else what it went into. */
  back?: boolean;
  lineage: Lineage;
  locale: Locale;
};

/** The drawing's twin: lists in lists, each passage with its clause, decision and day in full. */
export function LineageList({ title, branches, back = false, lineage, locale }: Props) {
  if (branches.length === 0) return null;
  return (
    <div className="text-sm">
      <h4 className="pb-1 font-medium">{title}</h4>
      <Branches {...{ branches, back, lineage, locale }} className="divide-y border-y" />
    </div>
  );
}

function Branches({
  branches,
  back,
  lineage,
  locale,
  className,
}: Omit<Props, "title"> & { className: string }) {
  const words = lineageWords[locale];
  const nameOf = (id: number) => lineage.units.find((unit) => unit.id === id)?.fullName ?? "";
  return (
    <ul className={className}>
      {branches.map(({ unit, edge, others, branches: further }) => (
        <li key={unit.id} className="py-2">
          <UnitName unit={unit} />
          <p>{passage(edge, locale)}</p>
          <p className="text-muted">
            {edge.decision}, <span className="numeral">{formatDate(edge.on)}</span>
            {edge.note && <span className="block">{edge.note}</span>}
          </p>
          {others.length > 0 && (
            <p className="text-muted">
              {back ? words.others : words.together}:{" "}
              {others
                .map(
                  (other) =>
                    `${nameOf(back ? other.to : other.from)} (${passage(other, locale).toLowerCase()})`,
                )
                .join("; ")}
            </p>
          )}
          {further.length > 0 && (
            <Branches
              {...{ branches: further, back, lineage, locale }}
              className="mt-1 border-l pl-3 sm:pl-5"
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function UnitName({ unit }: { unit: LineageUnit }) {
  return (
    <p className="font-medium">
      {unit.inReach ? (
        <TextLink href={`/units/${unitRef(unit)}`} className="inline-flex min-h-11 items-center lg:min-h-0">
          {unit.fullName}
        </TextLink>
      ) : (
        unit.fullName
      )}
      {unit.district && <span className="font-normal text-muted"> · {unit.district}</span>}
    </p>
  );
}
