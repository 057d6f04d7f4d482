/** The texts that `packTexts` packed. */
export function unpackTexts(packed: readonly (number | string)[]): readonly string[] {
  const texts: string[] = [];
  let before = '';
  for (let at = 0; at < packed.length; at += 2) {
    before = before.slice(0, Number(packed[at])) + String(packed[at + 1]);
    texts.push(before);
  }
  return texts;
}
