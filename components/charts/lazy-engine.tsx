"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useState } from "react";
import type { EngineProps } from "./engine";

const Drawn = createContext<ReactNode>(null);
const Engine = dynamic(() => import("./engine").then((module) => module.Engine), {
  ssr: false,
  loading: () => use(Drawn),
});

/** Shows what the server drew until a reader points at it; only then the 100 kB of the engine are worth fetching. */
export function LazyEngine({ children, ...engine }: EngineProps & { children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  return (
    <div onPointerEnter={() => setWanted(true)} onTouchStart={() => setWanted(true)}>
      {wanted ? (
        <Drawn value={children}>
          <Engine {...engine} />
        </Drawn>
      ) : (
        children
      )}
    </div>
  );
}
