import * as client from './client.js';
import { Frames } from '../models/frames.js';

const SILENCE = 12_000; // ms; the server lets no more than 5 s pass without a frame
const POLL_WAIT = 1; // s that an answer may wait for something to happen
const POLL_PAUSE = { after: 200, offline: 1_000 }; // ms
const ENDINGS = ['complete', 'error', 'cancelled'];
const NOTHING_MORE = 204;
const UNKNOWN = 401;
const LISTEN_AGAIN = { first: 1_000, longest: 10_000 }; // ms, doubling

/**
 * The events of all runs, or of one, each once and in order, however they can be had: live, else by asking
 * every second.
 *
 * Usage: new LiveLine(run id or null, { fresh: () => …, hear: (event) => …, connection: (state) => … })
 * .start(); stop() ends it. `fresh`: from now on everything is heard, so this is the moment to read how things
 * stand; it comes first, and again when events are gone for good. `connection` is told live, polling or offline.
 */
export class LiveLine {
  #run;
  #fresh;
  #hear;
  #connection;
  #cursor = null;
  #reading = null; // the AbortController of the stream
  #live = false;
  #told = null;
  #failures = 0;
  #leave = null; // ms until the server that took leave of us wants to see us again
  #stopped = false;
  #timers = {};

  constructor(run, { fresh, hear, connection }) {
    this.#run = run;
    this.#fresh = fresh;
    this.#hear = hear;
    this.#connection = connection;
  }

  start() {
    this.#begin();
  }

  stop() {
    this.#stopped = true;
    this.#reading?.abort();
    Object.values(this.#timers).forEach(clearTimeout);
  }

  async #begin() {
    try {
      this.#cursor = await newest(this.#run);
    } catch (problem) {
      if (this.#stopped) return;
      this.#refused(problem);
      this.#later('begin', this.#wait(), () => this.#begin());
      return;
    }
    if (this.#stopped) return;
    this.#failures = 0;
    this.#fresh();
    this.#listen();
  }

  async #listen() {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#watch(reading);
    try {
      const response = await client.progressStream(this.#cursor, { run: this.#run, signal: reading.signal });
      if (response.status === NOTHING_MORE) return this.#over();
      if (response.ok) await this.#read(response.body, reading);
    } catch {
      // It broke or was blocked, which comes to the same as its end.
    }
    this.#lost(reading);
  }

  async #read(body, reading) {
    // A line that broke before is believed again when something comes through it.
    if (this.#failures === 0) this.#alive(reading);
    const frames = new Frames();
    const text = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await text.read(); !piece.done; piece = await text.read()) {
      if (reading.signal.aborted) return;
      for (const frame of frames.read(piece.value)) this.#heard(frame, reading);
      this.#leave = frames.retry;
    }
  }

  #heard(frame, reading) {
    this.#failures = 0;
    this.#alive(reading);
    this.#take(frame);
  }

  #alive(reading) {
    this.#live = true;
    clearTimeout(this.#timers.poll);
    this.#tell('live');
    this.#watch(reading);
  }

  #watch(reading) {
    this.#later('silence', SILENCE, () => this.#lost(reading));
  }

  #lost(reading) {
    if (this.#stopped || reading !== this.#reading) return;
    this.#reading = null;
    reading.abort();
    this.#live = false;
    clearTimeout(this.#timers.silence);
    const leave = this.#leave && Math.min(this.#leave, LISTEN_AGAIN.longest);
    this.#leave = null;
    const wait = this.#wait();
    this.#later('listen', leave ?? wait, () => this.#listen());
    // Of those who all lost it together each has a moment of its own, also to ask.
    this.#later('poll', leave ? leave + wait : 0, () => this.#poll());
  }

  async #poll() {
    let pause = POLL_PAUSE.after;
    try {
      const { events } = await client.happenedAfter(this.#cursor, { run: this.#run, wait: POLL_WAIT });
      if (this.#live || this.#stopped) return;
      if (this.#told === 'offline') this.#later('listen', 0, () => this.#listen());
      this.#tell('polling');
      events.forEach((event) => this.#take(event));
    } catch (problem) {
      if (this.#live || this.#stopped) return;
      this.#refused(problem);
      pause = POLL_PAUSE.offline;
    }
    if (!this.#stopped) this.#later('poll', pause, () => this.#poll());
  }

  #take(event) {
    if (event.type === 'gap') {
      this.#cursor = event.data.to;
      this.#fresh();
    } else if (event.id > this.#cursor) {
      this.#cursor = event.id;
      this.#hear(event);
      if (this.#run && ENDINGS.includes(event.type)) this.#over();
    }
  }

  /* Whoever reads finds out for themselves that they are to say who they are. */
  #refused({ status }) {
    this.#tell('offline');
    if (status === UNKNOWN) this.#fresh();
  }

  /* Of a run that has ended nothing more can come, and nothing is wrong. */
  #over() {
    this.#tell('live');
    this.stop();
  }

  #tell(state) {
    if (state !== this.#told) this.#connection(state);
    this.#told = state;
  }

  #wait() {
    return Math.min(LISTEN_AGAIN.first * 2 ** this.#failures++, LISTEN_AGAIN.longest);
  }

  #later(name, ms, action) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(action, ms);
  }
}

/* The newest event of the run, or of any: where to begin, for whoever reads how things stand afterwards. */
async function newest(run) {
  if (run) return (await client.run(run)).last_event_id;
  const lists = await Promise.all([client.runs(null, { limit: 100 }), client.runs('running')]);
  return Math.max(0, ...lists.flat().map((run) => run.last_event_id));
}
