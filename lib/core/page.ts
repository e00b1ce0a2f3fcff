import { forbidden, notFound } from "next/navigation";
import type * as z from "zod";
import type { Actor } from "./access";
import { AppError } from "./errors";
import type { Query } from "./query";

/** Runs a query for a page: what is not theirs to see is not found (404), what they may not do is refused (403). */
export async function load<S extends z.ZodType, R>(
  read: Query<S, R>,
  actor: Actor,
  input: z.input<S>,
): Promise<R> {
  try {
    return await read(actor, input);
  } catch (error) {
    if (error instanceof AppError && (error.code === "not-found" || error.code === "invalid")) notFound();
    if (error instanceof AppError && error.code === "denied") forbidden();
    throw error;
  }
}
