/**
 * How many requests are under way at once. A server answers 4 to 16 alike, 20–25 ms each, and one alone in 38–64 ms (1.12.6), so 8
 * make the most of it also from afar; 2.0 admits 64 from all its clients, of which a run takes a quarter at most. What one server takes
 * well the gate finds out between the two.
 */
export const START = 8;
export const CONCURRENCY = 16;
