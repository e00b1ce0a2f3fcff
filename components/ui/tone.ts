/** What a colour may mean; nothing else is coloured. */
export type Tone = "good" | "attention" | "bad" | "muted" | "info";
