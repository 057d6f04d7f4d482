/** How many requests are under way at once: a server answers 4–16 fastest (1.12.6), and 2.0 admits 64 from all its clients. */
export const CONCURRENCY = 8;
