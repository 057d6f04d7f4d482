/** A pattern's code points, read one by one. */
export class PatternReader {
  readonly #points: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#points = Array.from(source);
  }

  get done(): boolean {
    return this.#at >= this.#points.length;
  }

  /** The next character, left where it is; empty at the end. */
  peek(ahead = 0): string {
    return this.#points[this.#at + ahead] ?? '';
  }

  next(): string {
    const character = this.peek();
    this.#at += 1;
    return character;
  }

  /** Takes the text if it comes next. */
  take(text: string): boolean {
    const length = Array.from(text).length;
    if (this.#points.slice(this.#at, this.#at + length).join('') !== text) return false;
    this.#at += length;
    return true;
  }

  /** Takes what a sticky expression matches here, within a short window; null leaves all as it is. */
  takeMatch(expression: RegExp): RegExpExecArray | null {
    const window = this.#points.slice(this.#at, this.#at + 80).join('');
    const match = expression.exec(window);
    if (match === null || match.index !== 0) return null;
    this.#at += Array.from(match[0]).length;
    return match;
  }
}
