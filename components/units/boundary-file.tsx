"use client";

import { type ComponentProps, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";

type Props = Omit<ComponentProps<"input">, "type" | "className" | "onChange"> & {
  words: { chooseFile: string; noFile: string };
};

/** The browser's own file box speaks the browser's language: with scripts it lies unseen over words of ours. */
export function BoundaryFile({ words, ...rest }: Props) {
  const [name, setName] = useState<string>();
  return (
    <div className="relative rounded-md has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-green">
      <p className="script-only flex flex-wrap items-center gap-x-3 gap-y-1">
        <span aria-hidden className={buttonStyle()}>
          {words.chooseFile}
        </span>
        <span className="min-w-0 text-sm break-words text-muted">{name ?? words.noFile}</span>
      </p>
      <input
        {...rest}
        type="file"
        onChange={({ target }) => setName(target.files?.[0]?.name)}
        className="block min-h-11 w-full cursor-pointer text-base file:mr-3 file:min-h-11 file:rounded-md file:border file:border-edge file:bg-surface file:px-4 file:text-ink [@media(scripting:enabled)]:absolute [@media(scripting:enabled)]:inset-0 [@media(scripting:enabled)]:h-full [@media(scripting:enabled)]:opacity-0"
      />
    </div>
  );
}
