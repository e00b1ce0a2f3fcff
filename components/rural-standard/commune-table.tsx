import type { Column } from "@/components/tables/data-list";
import { DataList } from "@/components/tables/data-list";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { levels } from "@/lib/rural-standard/catalog";
import { levelWords, ruralWords } from "@/lib/rural-standard/messages";
import type { CommuneRow } from "@/lib/rural-standard/queries";
import { StandingWord } from "./standing-word";

type Props = {
  rows: CommuneRow[];
  caption: string;
  /** In rows ordered by today's units those come before the former district. */
  currentFirst?: boolean;
  locale: Locale;
};

/** Communes with where each stands and since when; a dissolved one says what carries it on today (T6). */
export function CommuneTable({ rows, caption, currentFirst = false, locale }: Props) {
  const words = ruralWords[locale];
  const former = rows.some((row) => row.former);
  const moved = rows.some(({ currentName }) => currentName !== null);
  const current: Column<CommuneRow> = {
    key: "current",
    label: words.currentUnit,
    render: (row) => <Current row={row} locale={locale} />,
  };
  const columns: (Column<CommuneRow> | false)[] = [
    { key: "commune", label: words.commune, primary: true, render: (row) => row.fullName },
    {
      key: "standing",
      label: words.standing,
      render: (row) => <StandingWord standing={row.standing} former={row.former} locale={locale} />,
    },
    moved && currentFirst && current,
    former && { key: "district", label: words.district, render: (row) => row.district },
    { key: "province", label: words.province, hideOnPhone: true, render: (row) => row.province },
    moved && !currentFirst && current,
    ...levels.map((level) => ({
      key: level,
      label: levelWords[locale][level],
      numeric: true,
      hideOnPhone: true,
      render: (row: CommuneRow) => (
        <span className="whitespace-nowrap">{row[level] === null ? "–" : formatDate(row[level])}</span>
      ),
    })),
  ];
  return (
    <DataList
      caption={caption}
      locale={locale}
      rows={rows}
      rowKey={(row) => row.ref}
      rowHref={(row) => `/rural-standard/${row.ref}`}
      empty={{ title: words.emptyTitle, detail: words.emptyHint }}
      columns={columns.filter((column) => column !== false)}
    />
  );
}

/** Under its heading the name alone; on a phone, where there is none, "nay thuộc phường An Bình". */
function Current({ row, locale }: { row: CommuneRow; locale: Locale }) {
  if (row.currentName === null) return null;
  return (
    <>
      <span className="@2xl:hidden">{ruralWords[locale].nowPartOf(row.currentName)}</span>
      <span className="hidden @2xl:inline">{row.currentName}</span>
    </>
  );
}
