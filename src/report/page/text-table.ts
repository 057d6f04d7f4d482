/** Sorted, so that names of one family stand together and `packTexts` finds what they share. The empty text is number 0. */
export function sortTexts(texts: Iterable<string>): {
  readonly texts: readonly string[];
  readonly indexOf: (text: string) => number;
} {
  const sorted = [...new Set(['', ...texts])].sort();
  const index = new Map(sorted.map((text, at) => [text, at] as const));
  return { texts: sorted, indexOf: (text) => index.get(text) ?? 0 };
}

/** Two by two: how many UTF-16 units a text shares with the one before it, and the rest of it. */
export function packTexts(texts: readonly string[]): readonly (number | string)[] {
  let before = '';
  return texts.flatMap((text) => {
    let same = 0;
    while (same < before.length && before[same] === text[same]) same += 1;
    before = text;
    return [same, text.slice(same)];
  });
}
