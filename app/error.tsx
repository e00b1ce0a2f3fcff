"use client";

import PortalError, { type ErrorPageProps } from "./(portal)/error";

/** The same outside the frame, where the frame itself broke. */
export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main id="main" className="mx-auto max-w-[90rem] px-4 lg:px-8">
      <PortalError {...props} />
    </main>
  );
}
