import * as client from './client.js';

const TYPES = [
  'queued',
  'llm_progress',
  'backstory_complete',
  'avatar_progress',
  'progress',
  'complete',
  'error',
  'cancelled',
  'beat',
  'gap',
  'snapshot',
];
const SILENCE = 12_000; // ms; the server lets no more than 5 s pass without a frame
const POLL_EVERY = 1_000; // ms
const LISTEN_AGAIN = { first: 1_000, longest: 10_000 }; // ms, doubling

/**
 * The events of one run, each once and in order, however they can be had: live, else by asking every second.
 *
 * Usage: new RunFeed(id, cursor, { hear: (event) => …, connection: (state) => … }).start();
 * stop() when the run has ended.
 * `connection` is told live, polling or offline.
 */
export class RunFeed {
  #id;
  #cursor;
  #hear;
  #connection;
  #source = null;
  #live = false;
  #told = null;
  #failures = 0;
  #stopped = false;
  #timers = {};

  constructor(id, cursor, { hear, connection }) {
    this.#id = id;
    this.#cursor = cursor;
    this.#hear = hear;
    this.#connection = connection;
  }

  start() {
    this.#listen();
  }

  stop() {
    this.#source?.close();
    Object.values(this.#timers).forEach(clearTimeout);
    this.#stopped = true;
  }

  #listen() {
    this.#source?.close();
    const source = client.stream(this.#id, this.#cursor);
    this.#source = source;
    source.onopen = () => this.#failures || this.#alive();
    // Ours has data; without any it is EventSource's own, which says that the line broke.
    for (const type of TYPES)
      source.addEventListener(type, (event) =>
        event.data === undefined ? this.#lost() : this.#heard(type, event),
      );
    this.#watch();
  }

  #heard(type, { data, lastEventId }) {
    this.#failures = 0;
    this.#alive();
    this.#take({ id: Number(lastEventId), type, data: JSON.parse(data) });
  }

  #alive() {
    this.#live = true;
    clearTimeout(this.#timers.poll);
    this.#tell('live');
    this.#watch();
  }

  #watch() {
    this.#later('silence', SILENCE, () => this.#lost());
  }

  #lost() {
    if (this.#stopped) return;
    this.#source.close();
    this.#live = false;
    clearTimeout(this.#timers.silence);
    const wait = Math.min(LISTEN_AGAIN.first * 2 ** this.#failures++, LISTEN_AGAIN.longest);
    this.#later('listen', wait, () => this.#listen());
    this.#later('poll', 0, () => this.#poll());
  }

  async #poll() {
    try {
      const events = await client.eventsAfter(this.#id, this.#cursor);
      if (this.#live || this.#stopped) return;
      this.#tell('polling');
      events.forEach((event) => this.#take(event));
    } catch {
      if (this.#live || this.#stopped) return;
      this.#tell('offline');
    }
    if (!this.#stopped) this.#later('poll', POLL_EVERY, () => this.#poll());
  }

  #take(event) {
    if (this.#stopped) return;
    if (event.id) this.#cursor = event.id;
    this.#hear(event);
  }

  #tell(state) {
    if (state !== this.#told) this.#connection(state);
    this.#told = state;
  }

  #later(name, ms, action) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(action, ms);
  }
}
