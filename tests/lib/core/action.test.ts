import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/core/access";
import { ask } from "@/lib/core/action";
import { AppError } from "@/lib/core/errors";
import { requireSameOrigin } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";

vi.mock("@/lib/core/request", () => ({ currentLocale: async () => "vi", requireSameOrigin: vi.fn() }));
vi.mock("@/lib/core/session", () => ({ actionActor: vi.fn(), clientAddress: async () => "127.0.0.1" }));
vi.mock("@/lib/core/audit", () => ({ auditRefusal: vi.fn() }));

const actor = { role: "ward_officer", mustChangePassword: false } as Actor;
const input = z.object({ text: z.string().optional() });
const read = Object.assign(
  vi.fn(async (_: Actor, { text }: z.input<typeof input>) => text),
  { permission: "units.areas.import" as const },
);
const prepare = vi.fn(async (_: Actor, data: FormData) => {
  data.set("text", "from the file");
  return data;
});
const words = { vi: { fields: {} }, en: { fields: {} } };
const send = () =>
  ask(read, input, words, { status: "idle", errors: {}, values: {}, attempt: 0 }, new FormData(), prepare);

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(requireSameOrigin).mockResolvedValue(undefined);
  vi.mocked(actionActor).mockResolvedValue(actor);
});

describe("a form with something that costs work to read", () => {
  it("is read for one who may ask", async () => {
    expect(await send()).toMatchObject({ found: "from the file", values: { text: ["from the file"] } });
    expect(prepare).toHaveBeenCalledOnce();
  });

  it("is not read for another site, a stranger, or one who may not ask", async () => {
    vi.mocked(requireSameOrigin).mockRejectedValueOnce(new AppError("origin"));
    expect(await send()).toMatchObject({ status: "error" });
    vi.mocked(actionActor).mockRejectedValueOnce(new AppError("signed-out"));
    expect(await send()).toMatchObject({ status: "error" });
    for (const other of [{ role: "leader" }, { mustChangePassword: true }] as const) {
      vi.mocked(actionActor).mockResolvedValueOnce({ ...actor, ...other });
      await send();
      // It is the query that refuses, and records it.
      expect(read).toHaveBeenLastCalledWith(expect.objectContaining(other), {});
    }
    expect(prepare).not.toHaveBeenCalled();
  });

  it("answers what its reading refuses", async () => {
    prepare.mockRejectedValueOnce(new AppError("too-many"));
    expect(await send()).toMatchObject({ status: "error", message: expect.stringMatching(/./) });
    expect(read).not.toHaveBeenCalled();
  });
});
