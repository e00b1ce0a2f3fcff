import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { shellWords } from "@/components/layout/words";
import { currentLocale } from "@/lib/core/request";

export async function generateMetadata(): Promise<Metadata> {
  const name = shellWords[await currentLocale()].brand.join(" ");
  return { title: { default: name, template: `%s – ${name}` }, icons: "/icon.svg", robots: { index: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang={await currentLocale()} data-theme={theme === "light" || theme === "dark" ? theme : undefined} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
