/** What a failed form gets back, ready to be shown: sentences in the reader's language and every typed value. */
export type FormState = {
  /** `overtaken`: somebody was faster and nothing can be sent any more; what was typed stays to be read. */
  status: "idle" | "error" | "warning" | "conflict" | "overtaken" | "done";
  /** One sentence on the whole form, shown under the summary's title. */
  message?: string;
  /** Field name → sentences. */
  errors: Record<string, string[]>;
  /** Field name → what was typed; several for checkboxes of one name. */
  values: Record<string, string[]>;
  /** Things found that look the same (near-duplicates) or stand in the way, each with a link. */
  similar?: { label: string; detail: string; href: string }[];
  /** Fields that another person changed meanwhile: what stands there now and what was typed. */
  differing?: { field: string; label: string; theirs: string; yours: string }[];
  /** Changes with every answer, so that fields take the returned values (React resets forms after an action). */
  attempt: number;
};

export const idleForm: FormState = { status: "idle", errors: {}, values: {}, attempt: 0 };

/** A form action as `useActionState` takes it. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
