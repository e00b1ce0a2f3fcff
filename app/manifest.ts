import type { MetadataRoute } from "next";
import { shellWords } from "@/components/layout/words";

/** What a phone needs to put the portal on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  const words = shellWords.vi;
  return {
    id: "/",
    name: words.portal,
    short_name: "TDBVANTQ",
    description: words.city,
    lang: "vi",
    start_url: "/outreach-sessions/new",
    scope: "/",
    display: "standalone",
    background_color: "#FBFBF8",
    theme_color: "#0E5A3C",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [{ name: words.log, url: "/outreach-sessions/new" }],
  };
}
