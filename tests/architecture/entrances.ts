import type { Actor } from "@/lib/core/access";
import { type Permission, policy } from "@/lib/core/policy";

export type Entrance = {
  name: string;
  kind: "command" | "query";
  permission: Permission;
  call: (actor: Actor, input: unknown) => Promise<unknown>;
};

const modules = import.meta.glob<Record<string, unknown>>("../../lib/*/**/{commands,queries}.ts", {
  eager: true,
});

/** Every command and query of the house, found in its files, so that a new one cannot be forgotten. */
export const entrances: Entrance[] = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => {
    const permission =
      typeof value === "function" && "permission" in value ? (value.permission as Permission) : undefined;
    if (!permission || !(permission in policy)) return [];
    return [
      {
        name,
        permission,
        kind: file.endsWith("commands.ts") ? ("command" as const) : ("query" as const),
        call: value as unknown as Entrance["call"],
      },
    ];
  }),
);
