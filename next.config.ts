import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // No page uses the image service: without this line anybody could make the server fetch and scale pictures.
  images: { unoptimized: true },
  reactStrictMode: true,
  // `npm run check` has looked at the types; a start on a fresh machine need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "1mb" } },
  serverExternalPackages: [
    "@node-rs/argon2",
    "esbuild",
    "exceljs",
    "file-type",
    "pg",
    "rate-limiter-flexible",
    "sharp",
  ],
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
};

export default config;
