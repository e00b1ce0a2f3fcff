import { ChevronRight } from "lucide-react";
import { Table, Td, Th } from "@/components/ui/table";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type Grant, roles } from "@/lib/core/policy";
import { domainLabel, grantWords, permissionWords, roleWords, usersWords } from "@/lib/users/messages";
import type { PolicyRow } from "@/lib/users/rules";

type Props = { groups: { domain: string; rows: PolicyRow[] }[]; locale: Locale };

/** The policy as a table: a permission a row, a role a column; on a phone, who may under each permission. */
export function PolicyTable({ groups, locale }: Props) {
  const words = usersWords[locale];
  return (
    <div className="@container">
      <Table className="hidden @4xl:table">
        <caption className="sr-only">{words.policyTitle}</caption>
        <thead>
          <tr>
            <Th>{words.permission}</Th>
            {roles.map((role) => (
              <Th key={role} className="w-36">
                {roleWords[locale][role]}
              </Th>
            ))}
          </tr>
        </thead>
        {groups.map(({ domain, rows }) => (
          <tbody key={domain}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={roles.length + 1}
                className="border-b border-edge pt-6 pb-2 text-left text-sm font-semibold"
              >
                {domainLabel(domain, locale)}
              </th>
            </tr>
            {rows.map(({ permission, grants }) => (
              <tr key={permission} className="hover:bg-green-soft">
                <Th scope="row" className="border-b py-2.5 align-baseline">
                  {permissionWords[locale][permission]}
                </Th>
                {roles.map((role) => (
                  <Td key={role}>
                    <GrantWord grant={grants[role]} domain={domain} locale={locale} />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
      <PolicyOnPhone groups={groups} locale={locale} />
    </div>
  );
}

type GrantWordProps = { grant: Grant | undefined; domain: string; locale: Locale };

/** What a role may; of accounts of their own there is no wider or narrower. */
function GrantWord({ grant, domain, locale }: GrantWordProps) {
  const words = usersWords[locale];
  if (grant && domain === "account") return words.own;
  if (grant)
    return (
      <span className={grant === "all" ? "font-medium text-green" : undefined}>
        {grantWords[locale][grant]}
      </span>
    );
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{words.none}</span>
    </span>
  );
}

/** A part a touch, since all of it is twenty screens long; on paper every part stands open. */
function PolicyOnPhone({ groups, locale }: Props) {
  return (
    <div className="border-t border-edge @4xl:hidden">
      {groups.map(({ domain, rows }) => (
        <details key={domain} className="group/part border-b border-edge">
          <summary className="flex min-h-12 list-none items-center justify-between gap-4">
            <h2 className="font-semibold">{domainLabel(domain, locale)}</h2>
            <span className="flex items-center gap-2 text-sm text-muted print:hidden">
              <span className="numeral">{formatNumber(rows.length, locale)}</span>
              <ChevronRight aria-hidden className="size-4 transition-transform group-open/part:rotate-90" />
            </span>
          </summary>
          <dl className="border-t text-sm">
            {rows.map(({ permission, grants }) => (
              <div key={permission} className="border-b py-2.5 last:border-b-0">
                <dt className="text-base">{permissionWords[locale][permission]}</dt>
                {roles.map(
                  (role) =>
                    grants[role] && (
                      <dd key={role} className="flex justify-between gap-4 text-muted">
                        {roleWords[locale][role]}{" "}
                        <GrantWord grant={grants[role]} domain={domain} locale={locale} />
                      </dd>
                    ),
                )}
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
