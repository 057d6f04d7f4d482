import { readFileSync } from 'node:fs';

/** One recorded request and its answer. `line` counts from 1. */
export interface Recorded {
  readonly line: number;
  readonly as: 'bot' | 'admin' | 'nobody' | 'bad token';
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

export function readTranscript(): readonly Recorded[] {
  return readFileSync('test/om-wire/transcript-1.12.6.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((text, index) => {
      // Our own recording, of known shape.
      const row = JSON.parse(text) as Omit<Recorded, 'line'>;
      return { ...row, line: index + 1, body: whole(row.body) };
    });
}

/** `… (50 in all)`: how many elements a list had before it was cut; undefined for one that was not. */
export function wholeLength(list: readonly unknown[]): number | undefined {
  const match = /^\((\d+) in all\)$/.exec(String(list.at(-1)));
  return match === null ? undefined : Number(match[1]);
}

/** A cut list of rows made whole: names and display names end in a number that counts up. */
function whole(body: unknown): unknown {
  const length = Array.isArray(body) ? wholeLength(body) : undefined;
  if (!Array.isArray(body) || length === undefined) return body;
  const first: unknown = body[0];
  return Array.from({ length }, (_none, index) =>
    JSON.parse(
      JSON.stringify(first).replace(
        /("(?:name|displayName)":"[^"]*?)(\d+)"/g,
        (_all, before: string, number: string) => `${before}${Number(number) + index}"`,
      ),
    ),
  );
}
