import * as client from './client.js';
import { Course } from '../models/course.js';

const MILESTONE = /^(task|story)_|^ac_completed$|^error_occurred$|^(complete|error|cancelled)$/;

/**
 * One run with all its events, and a task with its checklist; both stay up to date.
 *
 * Usage: const depth = new InDepth(id, () => depth.run …); depth.read() at the start and whenever events are
 * gone; depth.hear(event) for each event of any run. The function is called after every change.
 */
export class InDepth {
  #changed;
  #reading = null;
  #again = false;
  #course = null;
  run = null;
  events = [];

  constructor(id, changed) {
    this.id = id;
    this.#changed = changed;
  }

  /** Reads what is new since the last event; throws the Problem if it cannot. */
  async read() {
    const events = await client.eventsAfter(this.id, this.events.at(-1)?.id);
    // After them, or its checklist might be older than they are, and they are not heard again.
    this.run = await client.run(this.id);
    events.forEach((event) => this.#add(event));
    this.#changed();
  }

  /** The run's moments, as models/course.js has them. */
  get moments() {
    this.#course ??= new Course(this.run.kind);
    return this.#course.follow(this.events);
  }

  hear(event) {
    if (event.data.run_id !== this.run?.id || !this.#add(event)) return;
    if (this.run.task && MILESTONE.test(event.type)) this.#readAgain();
    this.#changed();
  }

  #add(event) {
    const isNew = event.id > (this.events.at(-1)?.id ?? 0);
    if (isNew) this.events.push(event);
    return isNew;
  }

  /* One reading at a time; of the wishes that come meanwhile one is enough. */
  async #readAgain() {
    this.#again = true;
    if (this.#reading) return;
    while (this.#again) {
      this.#again = false;
      this.#reading = client.run(this.id).then((run) => (this.run = run));
      await this.#reading.catch(() => {}); // the next milestone asks again
      this.#changed();
    }
    this.#reading = null;
  }
}
