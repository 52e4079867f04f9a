import { Hub } from './hub.js';

/**
 * The hub of all runs, and one more for each run that is looked at `alone`, because it is somebody else's and
 * shown by a link.
 *
 * Usage: hubs.join(post, { run: id or null, alone }), hubs.leave(post), as Hub's.
 */
export class Hubs {
  #hubs = new Map();

  join(post, wish) {
    const name = wish.alone ? wish.run : null;
    if (!this.#hubs.has(name)) this.#hubs.set(name, new Hub(name));
    this.#hubs.get(name).join(post, wish);
  }

  leave(post) {
    for (const [name, hub] of this.#hubs) {
      hub.leave(post);
      if (hub.size > 0) continue;
      hub.close();
      this.#hubs.delete(name);
    }
  }
}
