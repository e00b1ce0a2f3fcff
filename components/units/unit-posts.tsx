import { Section } from "@/components/layout/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { profileWords } from "@/lib/units/profile/messages";
import type { Post } from "@/lib/units/profile/queries";

/** Posts held on the day and by whom, as on the document (T13). */
export function UnitPosts({ posts, locale }: { posts: readonly Post[]; locale: Locale }) {
  const words = profileWords[locale];
  return (
    <Section id="posts" title={words.posts}>
      {posts.length === 0 ? (
        <p className="border-y py-5 text-sm text-muted">{words.noPosts}</p>
      ) : (
        <Table>
          <caption className="sr-only">{words.posts}</caption>
          <thead>
            <tr>
              <Th>{words.post}</Th>
              <Th>{words.holder}</Th>
              <Th className="max-sm:hidden">{words.days}</Th>
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <tr key={post.id}>
                <Td>
                  {post.title}
                  <span className="block text-xs text-muted sm:hidden">{postDays(post, locale)}</span>
                  {post.source && <span className="block text-xs text-muted">{post.source}</span>}
                </Td>
                <Td>{post.holder ?? <span className="text-muted">{words.notStated}</span>}</Td>
                <Td className="numeral max-sm:hidden">{postDays(post, locale)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

/** "từ 01/07/2025", with its last day when that is known. */
export function postDays({ since, until }: Post, locale: Locale): string {
  const words = profileWords[locale];
  return [words.fromDay(formatDate(since)), until && words.toDay(formatDate(until))]
    .filter(Boolean)
    .join(" ");
}
