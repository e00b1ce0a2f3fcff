import { accountWords, demoAccountWords } from "@/lib/account/messages";
import type { Locale } from "@/lib/core/locale";

/** Who can be tried in a demonstration; how to get in is told where the server was started. */
export function DemoAccounts({ locale }: { locale: Locale }) {
  const words = accountWords[locale];
  return (
    <section aria-labelledby="demo-accounts" className="mt-10 border-t pt-5 text-sm">
      <h2 id="demo-accounts" className="font-semibold">
        {words.demoAccounts}
      </h2>
      <p className="text-muted">{words.demoPassword}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {demoAccountWords[locale].map(([username, who]) => (
          <div key={username} className="contents">
            <dt className="font-medium select-all">{username}</dt>
            <dd className="text-muted">{who}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
