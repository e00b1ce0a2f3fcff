"use client";

import { type ComponentProps, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";

type Props = Omit<ComponentProps<"input">, "type" | "className"> & {
  words: { chooseFile: string; noFile: string };
  /** What stands beside it, where that is not the name of the file last chosen. */
  shown?: string;
};

/** The browser's own file box speaks the browser's language: with scripts it lies unseen over words of ours. */
export function FileBox({ words, shown, onChange, ...rest }: Props) {
  const [name, setName] = useState<string>();
  return (
    <div className="relative rounded-md has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-green">
      <p className="script-only flex flex-wrap items-center gap-x-3 gap-y-1">
        <span aria-hidden className={buttonStyle()}>
          {words.chooseFile}
        </span>
        <span className="min-w-0 text-sm break-words text-muted">{shown ?? name ?? words.noFile}</span>
      </p>
      <input
        {...rest}
        type="file"
        onChange={(event) => {
          setName(event.target.files?.[0]?.name);
          onChange?.(event);
        }}
        className="block min-h-11 w-full cursor-pointer text-base file:mr-3 file:min-h-11 file:rounded-md file:border file:border-edge file:bg-surface file:px-4 file:text-ink [@media(scripting:enabled)]:absolute [@media(scripting:enabled)]:inset-0 [@media(scripting:enabled)]:h-full [@media(scripting:enabled)]:opacity-0"
      />
    </div>
  );
}
