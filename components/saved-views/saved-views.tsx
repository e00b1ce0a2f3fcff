import Link from "next/link";
import { Menu } from "@/components/ui/menu";
import type { Locale } from "@/lib/core/locale";
import { dropView, saveView } from "@/lib/saved-views/actions";
import type { SavedList } from "@/lib/saved-views/catalog";
import { savedViewWords } from "@/lib/saved-views/messages";
import type { SavedView } from "@/lib/saved-views/queries";
import { viewHref, viewOf } from "@/lib/saved-views/rules";
import { DropViewForm, KeepViewForm } from "./saved-view-forms";

type Props = {
  list: SavedList;
  views: SavedView[];
  /** What is looked at, as parameters of the list's address. */
  current: Record<string, string | undefined>;
  locale: Locale;
};

/** The reader's own views of a list as chips, and the way to keep the one looked at. */
export function SavedViews({ list, views, current, locale }: Props) {
  const words = savedViewWords[locale];
  const given = Object.entries(current).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const view = viewOf(list, new URLSearchParams(given).toString());
  const isKept = views.some((kept) => kept.view === view);
  if (views.length === 0 && !view) return null;
  return (
    <div className="mb-4 flex flex-wrap items-start gap-x-3 gap-y-1 text-sm print:hidden">
      {views.length > 0 && (
        <nav aria-label={words.label} className="flex flex-wrap items-center gap-2">
          <span className="text-muted">{words.label}</span>
          {views.map((kept) => (
            <Link
              key={kept.id}
              href={viewHref(list, kept.view)}
              prefetch={false}
              aria-current={kept.view === view ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-md border border-edge px-3 hover:text-green aria-[current]:border-green aria-[current]:bg-green-soft aria-[current]:font-medium lg:min-h-8 lg:px-2.5"
            >
              {kept.name}
            </Link>
          ))}
          <Menu
            id="saved-views"
            label={words.manageLabel}
            trigger={words.manage}
            className="min-h-11 rounded-md px-2 text-green underline underline-offset-3 lg:min-h-8"
          >
            <p className="pb-1 text-xs text-muted">{words.manageLabel}</p>
            <ul>
              {views.map(({ id, name }) => (
                <li key={id}>
                  <DropViewForm action={dropView} {...{ id, view, locale }} label={words.remove(name)} />
                </li>
              ))}
            </ul>
          </Menu>
        </nav>
      )}
      {view && !isKept && (
        <KeepViewForm
          key={view}
          action={saveView}
          id={crypto.randomUUID()}
          {...{ list, view, locale }}
          words={{ keep: words.keep, keepHint: words.keepHint, save: words.save, name: words.fields.name }}
        />
      )}
    </div>
  );
}
