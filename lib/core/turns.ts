/** Lets at most `most` pieces of work run at once; the others wait their turn, first come first served. */
export function turns(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** Pictures are taken apart in memory, and a connection waits meanwhile: two at a time in a process, the rest in line. */
export const pictureTurn = turns(2);
