import { Problem } from './client.js';
import { Feed } from './feed.js';

const EVERY = 10_000; // ms; not all that changes is an event
const SOON = 300; // ms, so that what happens together is read together
const CHANGES = ['queued', 'backstory_complete', 'complete', 'error', 'cancelled'];

/**
 * Reads now, again when a run begins or ends, and every 10 s while the page is seen, so that it follows the
 * server by itself. `told` hears after each reading: live, polling or offline, and the Problem if there was
 * one.
 */
export function keepFresh(read, told) {
  const reading = new Reading(read, told);
  new Feed({
    read: () => reading.now(),
    hear: ({ type }) => CHANGES.includes(type) && reading.soon(),
    connection: (state) => reading.connected(state),
  }).start();
  setInterval(() => document.hidden || reading.now(), EVERY);
  addEventListener('online', () => reading.now());
  reading.now();
}

class Reading {
  #read;
  #told;
  #state = 'live';
  #problem = null;
  #planned = null;

  constructor(read, told) {
    this.#read = read;
    this.#told = told;
  }

  async now() {
    this.#problem = await this.#attempt();
    this.#tell();
  }

  soon() {
    this.#planned ??= setTimeout(() => {
      this.#planned = null;
      this.now();
    }, SOON);
  }

  connected(state) {
    this.#state = state;
    this.#tell();
  }

  async #attempt() {
    try {
      await this.#read();
      return null;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return problem;
    }
  }

  #tell() {
    const unreachable = this.#problem?.status === 0;
    this.#told(unreachable ? 'offline' : this.#state, this.#problem);
  }
}
