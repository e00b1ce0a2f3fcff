"use client";

import "./globals.css";
import ErrorPage from "./error";

/** The last net: the root layout itself broke, so the page brings its own frame. */
export default function GlobalError(props: Parameters<typeof ErrorPage>[0]) {
  return (
    <html lang="vi">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
