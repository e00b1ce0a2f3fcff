import Link from "next/link";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { changeKinds } from "@/lib/units/changes/catalog";
import { changeKindWords, changeWords } from "@/lib/units/changes/messages";

/** What can be done to units, one line each, leading to its form. */
export function ChangeKinds({ locale }: { locale: Locale }) {
  return (
    <ul className="max-w-160 divide-y border-y">
      {changeKinds.map((kind) => (
        <li key={kind}>
          <Link
            href={href("/units/changes/new", { kind })}
            prefetch={false}
            className="block py-3 hover:text-green"
          >
            <span className="font-medium">{changeKindWords[locale][kind]}</span>
            <span className="block text-sm text-muted">{changeWords[locale].kindHints[kind]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
