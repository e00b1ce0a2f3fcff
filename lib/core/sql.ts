import { Prisma } from "@/prisma/client/client";

export const { sql, join, empty } = Prisma;
export type Sql = Prisma.Sql;
