const single = (text: string): number | null => {
  const codePoint = text.codePointAt(0);
  return codePoint !== undefined && text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : null;
};

const upper = (codePoint: number) => single(String.fromCodePoint(codePoint).toUpperCase()) ?? codePoint;
/** İ alone becomes two, i and a dot: Python takes the i. */
const lower = (codePoint: number) =>
  String.fromCodePoint(codePoint).toLowerCase().codePointAt(0) ?? codePoint;

/** The letter that stands for all its cases: lower of upper, so that ſ meets s and ς meets σ; one code point to one. */
export const fold = (codePoint: number): number => lower(upper(codePoint));

/** The code points that a letter is compared as when the case does not count. */
export const cases = (codePoint: number): readonly number[] => {
  const folded = fold(codePoint);
  return [codePoint, folded, upper(folded), lower(codePoint)];
};
