/* What is asked after a mission is done, and how long the question stays. */

/**
 * Time that runs only while nobody uses what it belongs to.
 *
 * Usage: const patience = new Patience(10_000, () => leave()); patience.start(); patience.hold(true) stops it,
 * hold(false) begins it anew; end() for good. `timers` are {set, clear} as setTimeout and clearTimeout.
 */
export class Patience {
  #ms;
  #over;
  #timers;
  #running = null;

  constructor(ms, over, timers = { set: setTimeout.bind(globalThis), clear: clearTimeout.bind(globalThis) }) {
    this.#ms = ms;
    this.#over = over;
    this.#timers = timers;
  }

  start() {
    this.end();
    this.#running = this.#timers.set(() => this.#over(), this.#ms);
  }

  hold(used) {
    if (used) this.end();
    else this.start();
  }

  end() {
    this.#timers.clear(this.#running);
    this.#running = null;
  }
}

/** What an answer did: "Thank you. web_search gains 0.05." */
export function thanks({ confidence_adjustment: change }, tool) {
  if (!change) return 'Thank you.';
  return `Thank you. ${tool ?? 'The tool'} ${change > 0 ? 'gains' : 'loses'} ${Math.abs(change).toFixed(2)} confidence.`;
}
