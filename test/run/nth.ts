/** A pattern for a fault that does something at the nth path it is shown, and from then on matches when told to. */
export class Nth extends RegExp {
  #shown = 0;
  readonly #nth: number;
  readonly #then: () => boolean;
  constructor(nth: number, then: () => boolean) {
    super('.');
    this.#nth = nth;
    this.#then = then;
  }
  override test(): boolean {
    this.#shown += 1;
    return this.#shown >= this.#nth && this.#then();
  }
}
