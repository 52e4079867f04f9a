import { LiveLine } from './live-line.js';

/**
 * One line for many: tells each member what the line tells, as messages {fresh: true}, {state} and {event}.
 *
 * Usage: const hub = new Hub(run id or null); hub.join(post, { run: id or null }) with `post` a function that
 * takes a message; hub.leave(post). A member with a `run` hears the events of that run only, and the hub of one has
 * none but these. The line is opened for the first member.
 */
export class Hub {
  #run;
  #members = new Map();
  #line = null;
  #ready = false;
  #state = null;

  constructor(run = null) {
    this.#run = run;
  }

  get size() {
    return this.#members.size;
  }

  join(post, { run = null } = {}) {
    this.#members.set(post, run);
    this.greet(post);
    if (!this.#line) this.#open();
  }

  leave(post) {
    this.#members.delete(post);
  }

  /** Tells somebody how things are: who heard nothing so far has to read before what comes makes sense. */
  greet(post) {
    if (this.#state) post({ state: this.#state });
    if (this.#ready) post({ fresh: true });
  }

  close() {
    this.#line?.stop();
    this.#members.clear();
  }

  #open() {
    this.#line = new LiveLine(this.#run, {
      fresh: () => this.#freshly(),
      hear: (event) => this.#hear(event),
      connection: (state) => this.#connected(state),
    });
    this.#line.start();
  }

  #freshly() {
    this.#ready = true;
    this.#tell({ fresh: true });
  }

  #connected(state) {
    this.#state = state;
    this.#tell({ state });
  }

  #hear(event) {
    for (const [post, run] of this.#members) if (run === null || run === event.data.run_id) post({ event });
  }

  #tell(message) {
    for (const post of this.#members.keys()) post(message);
  }
}
