import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { formWords, shellWords } from "@/components/layout/words";
import { currentLocale, isScriptlessPost } from "@/lib/core/request";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const name = shellWords[locale].brand.join(" ");
  // A form that comes back without scripts is the answer to its own POST: the title says so first (U2).
  const failed = (await isScriptlessPost()) ? `${formWords[locale].error}: ` : "";
  return {
    title: { default: name, template: `${failed}%s – ${name}` },
    icons: { icon: "/icon.svg", apple: "/icon-180.png" },
    robots: { index: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html
      lang={await currentLocale()}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  );
}
