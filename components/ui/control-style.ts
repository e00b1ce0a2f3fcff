/** What every box one types into looks like: 44 px high on a phone, 16 px type so that iOS does not zoom. */
export const controlStyle =
  "block w-full min-w-0 min-h-11 rounded-md border border-edge bg-surface px-3 text-base text-ink placeholder:text-muted lg:min-h-9 lg:text-sm aria-invalid:border-red aria-invalid:border-2 disabled:bg-paper disabled:text-muted";
