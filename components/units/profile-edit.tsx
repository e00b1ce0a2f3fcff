import { randomUUID } from "node:crypto";
import { SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldRow } from "@/components/forms/field-group";
import { TextAreaField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { codeOptions } from "@/lib/core/code-labels";
import { earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { changeUnitProfile, closePost, enterPost } from "@/lib/units/profile/actions";
import { profileWords } from "@/lib/units/profile/messages";
import type { editUnitProfile } from "@/lib/units/profile/queries";
import { EndPostForm, NewPostForm } from "./post-form";
import { postDays } from "./unit-posts";

type Props = { found: Awaited<ReturnType<typeof editUnitProfile>>; locale: Locale };

/** What may be changed about a unit beside its figures: its posts, its ethnic groups, its introduction. */
export function ProfileEdit({ found, locale }: Props) {
  const words = profileWords[locale];
  return (
    <div className="max-w-160 space-y-12">
      <Posts found={found} locale={locale} />
      <Section id="text" title={words.textTitle}>
        <TextForm found={found} locale={locale} />
      </Section>
    </div>
  );
}

function Posts({ found: { unit, posts }, locale }: Props) {
  const words = profileWords[locale];
  const common = {
    labels: words.fields,
    last: earlier(unit.validTo ?? today(), today()),
    locale,
  };
  return (
    <Section id="posts" title={words.postsTitle}>
      {posts.length === 0 ? (
        <p className="border-y py-5 text-sm text-muted">{words.noPostsYet}</p>
      ) : (
        <ul className="divide-y border-y">
          {posts.map((post) => (
            <li key={post.id} className="space-y-2 py-3 text-sm">
              <p>
                <span className="font-medium">{post.title}</span>: {post.holder ?? words.notStated}
                <span className="numeral block text-muted">{postDays(post, locale)}</span>
              </p>
              {post.until === null && (
                <EndPostForm
                  {...common}
                  action={closePost}
                  id={post.id}
                  version={post.version}
                  title={words.endPost}
                  first={post.since}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <NewPostForm
        {...common}
        action={enterPost}
        id={randomUUID()}
        unitId={unit.id}
        title={words.addPost}
        hint={words.postHint}
        first={unit.validFrom ?? undefined}
      />
    </Section>
  );
}

function TextForm({ found: { unit, text, groups }, locale }: Props) {
  const words = profileWords[locale];
  const ranks = ["first", "second", "third", "fourth"] as const;
  const rank = (name: (typeof ranks)[number]) => (
    <SelectField
      name={name}
      label={words.fields[name] ?? ""}
      options={codeOptions(groups, locale)}
      placeholder={words.none}
      defaultValue={text.ethnicGroups[ranks.indexOf(name)]}
      optional
      locale={locale}
    />
  );
  return (
    <CommandForm
      action={changeUnitProfile}
      version={text.version}
      hidden={{ unitId: String(unit.id) }}
      title={words.textTitle}
      submitLabel={words.saveText}
      labels={words.fields}
      bar="plain"
      locale={locale}
    >
      <p className="text-sm text-muted">{words.groupsHint}</p>
      <FieldRow>
        {rank("first")}
        {rank("second")}
      </FieldRow>
      <FieldRow>
        {rank("third")}
        {rank("fourth")}
      </FieldRow>
      <TextAreaField
        name="introduction"
        label={words.fields.introduction ?? ""}
        defaultValue={text.introduction ?? undefined}
        rows={5}
        optional
        locale={locale}
      />
    </CommandForm>
  );
}
