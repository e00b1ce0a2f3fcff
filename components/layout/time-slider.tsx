"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { TextLink } from "@/components/ui/link";
import type { Day } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { nearestStep, stepsBetween } from "./time-steps";
import { timeWords } from "./words";

type TimeSliderProps = {
  path: string;
  /** The page's other parameters, kept; without `asOf`. */
  keep: Record<string, string | undefined>;
  asOf: Day;
  /** First and last day that can be chosen; the last is today unless something is known ahead. */
  from: Day;
  to: Day;
  /** Days on which something changed, such as a merger: ticks that can be chosen. */
  marks?: readonly { day: Day; label: string }[];
  locale: Locale;
};

/**
 * The day a page is looked at, moved month by month: it stands in the address. The marks and the ends are plain
 * links, so without scripts a day is chosen by them and by the date box of the context bar.
 */
export function TimeSlider({ path, keep, asOf, from, to, marks = [], locale }: TimeSliderProps) {
  const words = timeWords[locale];
  const router = useRouter();
  const [pending, start] = useTransition();
  const steps = stepsBetween(from, to);
  // Where the hand is, until the page of that day has come.
  const [moved, setMoved] = useState<number>();
  const [seen, setSeen] = useState(asOf);
  if (seen !== asOf) {
    setSeen(asOf);
    setMoved(undefined);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const at = moved ?? nearestStep(steps, asOf);
  const shown = moved === undefined ? asOf : (steps[moved] ?? asOf);
  const addressOf = (day: Day) => {
    const kept = Object.entries(keep).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return `${path}?${new URLSearchParams([...kept, ["asOf", day]])}`;
  };
  const go = (day: Day) => start(() => router.push(addressOf(day), { scroll: false }));

  function move(index: number) {
    setMoved(index);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(steps[index] ?? asOf), 300);
  }

  const ends = [
    { day: from, label: formatDate(from) },
    ...marks.filter(({ day }) => day > from && day < to),
    { day: to, label: formatDate(to) },
  ];
  return (
    <section aria-label={words.title} aria-busy={pending} className="mb-6 print:hidden">
      <p className="flex items-baseline justify-between gap-4 text-sm">
        <span className="text-muted">{words.title}</span>
        <output className="numeral font-medium">{formatDate(shown)}</output>
      </p>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={at}
        aria-label={words.title}
        aria-valuetext={formatDate(shown)}
        onChange={(event) => move(Number(event.target.value))}
        className="block h-11 w-full accent-green lg:h-8 [@media(scripting:none)]:hidden"
      />
      <ul className="flex flex-wrap justify-between gap-x-6 text-xs">
        {ends.map(({ day, label }) => (
          <li key={day + label}>
            <TextLink
              href={addressOf(day)}
              aria-current={day === asOf ? "date" : undefined}
              className="inline-flex min-h-11 items-center lg:min-h-0"
            >
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
