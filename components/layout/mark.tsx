/** The portal's mark: steps inside steps, as the ladder is counted. The same drawing as public/icon.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className ?? "size-8 shrink-0"}>
      <rect width="32" height="32" rx="6" fill="#0E5A3C" />
      <path d="M6 6h20v20H6z" fill="#337B5A" />
      <path d="M6 12h14v14H6z" fill="#93BFA6" />
      <path d="M6 19h7v7H6z" fill="#FBFBF8" />
    </svg>
  );
}
