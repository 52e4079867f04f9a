import { InDepth } from '../api/in-depth.js';
import { all, ended, running } from '../models/watch-model.js';

/** Which runs the page "Watch" looks into: one to replay, and one task with its checklist. */
export class Depths {
  #changed;
  #replay = null;
  #task = null;

  constructor(changed) {
    this.#changed = changed;
  }

  /** {replay, task}, each an InDepth or null; `chosen` by the watcher goes before what is newest. */
  choose(state, chosen) {
    this.#replay = this.#turn(this.#replay, chosen ?? this.#usual(state));
    this.#task = this.#turn(this.#task, chosen?.kind === 'task' ? chosen : newestTask(state));
    return { replay: this.#replay, task: this.#task };
  }

  hear(event) {
    for (const depth of this.#each()) depth.hear(event);
  }

  async readAgain() {
    await Promise.all(this.#each().map((depth) => depth.read()));
  }

  #each() {
    return [...new Set([this.#replay, this.#task])].filter(Boolean);
  }

  /* What is looked at stays, until it has ended and another one runs. */
  #usual(state) {
    const [newest] = running(state);
    const before = state.runs.get(this.#replay?.id);
    if (!before) return newest ?? all(state)[0];
    return ended(before) ? (newest ?? before) : before;
  }

  #turn(before, run) {
    if (!run) return null;
    const known = [before, ...this.#each()].find((depth) => depth?.id === run.id);
    if (known) return known;
    const depth = new InDepth(run.id, this.#changed);
    depth.read().catch(() => {}); // the connection says so, and reads again
    return depth;
  }
}

function newestTask(state) {
  const isTask = ({ kind }) => kind === 'task';
  return running(state).find(isTask) ?? all(state).find(isTask);
}
