import { apart } from './apart.js';
import * as missions from './missions.js';
import { apply, asksForMore, learn, meet, nothingKnown } from '../models/mission-model.js';

const SOON = 150; // ms, so that what happens together is asked for together

/**
 * All missions, their steps and their artifacts, as far as anybody looks at them; they stay up to date.
 *
 * Usage: const known = new KnownMissions(() => known.state …); known.read() at the start and whenever events are
 * gone; known.hear(event) for each event of any run; known.ask(id) when a mission was changed from here. The
 * function is called when something was learnt by asking.
 */
export class KnownMissions {
  #changed;
  #wanted = new Set();
  #asking = null;
  #stepsOf = new Set(); // missions whose earlier steps are known
  #artifacts = new Map(); // by id; null while one is asked for
  state = nothingKnown();
  isRead = false;

  constructor(changed) {
    this.#changed = changed;
  }

  async read() {
    const found = await missions.missions();
    this.state = meet(this.state, found); // as it is now, with what was heard meanwhile
    this.isRead = true;
    this.#stepsOf.clear();
    this.#changed();
  }

  /** What is known of its mission before and after this event: {before, after}, undefined where nothing is. */
  hear(event) {
    const id = event.data.run_id;
    const before = this.state.get(id);
    this.state = apply(this.state, event);
    if (!before && this.state.has(id)) this.#stepsOf.add(id); // from its beginning
    if (asksForMore(this.state, event)) this.#askLater(id);
    return { before, after: this.state.get(id) };
  }

  ask(id) {
    this.#wanted.add(id);
    this.#asking ??= setTimeout(() => this.#askAll(), SOON);
  }

  /* An event has told the most of it; one that tells of a mission nobody knows has not. */
  #askLater(id) {
    if (this.state.has(id)) setTimeout(() => this.ask(id), apart());
    else this.ask(id);
  }

  /** The artifact of a mission that is looked at, once it is known; its steps are asked for, too. */
  lookInto({ mission_id: id, artifact_reference: reference }) {
    if (!this.#stepsOf.has(id)) this.#learn(id);
    const artifact = reference?.split('/').at(-1); // a bare id, or its address
    if (artifact && !this.#artifacts.has(artifact)) this.#fetch(artifact);
    return this.#artifacts.get(artifact) ?? null;
  }

  async #askAll() {
    const ids = [...this.#wanted];
    this.#wanted.clear();
    this.#asking = null;
    await Promise.all(ids.map((id) => this.#askOne(id))).catch(() => {}); // unreachable: the feed reads all again
    this.#changed();
  }

  /* What is not there, or is no mission, is left alone. */
  async #askOne(id) {
    try {
      const mission = await missions.mission(id);
      this.state = meet(this.state, [mission]);
    } catch (problem) {
      if (problem.status !== 404) throw problem;
    }
  }

  async #learn(id) {
    this.#stepsOf.add(id);
    try {
      const progress = await missions.progress(id);
      this.state = learn(this.state, progress);
      this.#changed();
    } catch {
      this.#stepsOf.delete(id);
    }
  }

  async #fetch(id) {
    this.#artifacts.set(id, null);
    try {
      this.#artifacts.set(id, await missions.artifact(id));
      this.#changed();
    } catch {
      this.#artifacts.delete(id);
    }
  }
}
