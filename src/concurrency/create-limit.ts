/** Does `work` when its turn comes. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets at most `most` pieces of work go on at a time, in the order in which they came. */
export function createLimit(most: number): Limit {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A place is handed on, never given up in between: nobody slips in.
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
