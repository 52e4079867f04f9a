/**
 * A list that only grows, as a value: each `with` makes a new one and leaves the old one as it was, without
 * copying what is in it. (A run may have as many rows as an hour has tenths of a second.)
 */
export class Rows {
  #all;
  length;

  constructor(all = [], length = all.length) {
    this.#all = all;
    this.length = length;
  }

  with(row) {
    // Only the newest list may write into what it shares with the older ones.
    const all = this.#all.length === this.length ? this.#all : this.#all.slice(0, this.length);
    all.push(row);
    return new Rows(all, this.length + 1);
  }

  /** The rows from this place on, as an array. */
  from(start) {
    return this.#all.slice(start, this.length);
  }
}
