import { elected } from './elected.js';
import { Problem } from './client.js';

const READ_AGAIN = 1_000; // ms
const WORKER = '/api/feed-worker.js';

/**
 * What happens, for one page; all tabs of a browser share one connection.
 *
 * Usage: new Feed({ run: id or null, read: async () => …, hear: (event) => …, connection: (state) => … })
 * .start().
 * `read` reads how things stand, at the start and whenever events are gone for good. Everything that happens
 * after it began is heard when it has ended, in order; what it has seen already may be heard, too.
 * `connection` is told live, polling or offline. With `alone` the run is somebody else's, shown by a link.
 */
export class Feed {
  #wish;
  #read;
  #hear;
  #connection;
  #held = null; // events that came while it reads
  #readings = 0;
  #leave = null;

  constructor({ run = null, alone = false, read, hear, connection }) {
    this.#wish = { run, alone };
    this.#read = read;
    this.#hear = hear;
    this.#connection = connection;
  }

  start() {
    this.#join();
    // A page that is left may come back as it was; it then begins anew.
    addEventListener('pagehide', () => this.#leave());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#join());
  }

  #join() {
    const post = (message) => this.#told(message);
    this.#leave = join(post, this.#wish);
  }

  #told({ fresh, state, event }) {
    if (state) this.#connection(state);
    else if (fresh) this.#freshly();
    else if (this.#held) this.#held.push(event);
    else this.#hear(event);
  }

  async #freshly() {
    const reading = ++this.#readings;
    this.#held ??= [];
    const done = await this.#attempt();
    if (reading !== this.#readings) return; // another has begun meanwhile
    if (!done) {
      setTimeout(() => reading === this.#readings && this.#freshly(), READ_AGAIN);
      return;
    }
    const held = this.#held;
    this.#held = null;
    held.forEach((event) => this.#hear(event));
  }

  async #attempt() {
    try {
      await this.#read();
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return false;
    }
  }
}

function join(post, wish) {
  try {
    return share(post, wish);
  } catch {
    return elected(post, wish); // there are no shared workers here, or they are forbidden
  }
}

function share(post, wish) {
  const worker = new SharedWorker(trusted(WORKER), { type: 'module', name: 'hatchery' });
  const { port } = worker;
  let leave = () => {
    port.postMessage({ leave: true });
    port.close();
  };
  worker.onerror = () => (leave = elected(post, wish));
  port.onmessage = ({ data }) => post(data);
  port.postMessage({ join: wish });
  return () => leave();
}

/* The pages' policy lets no text become a script; this one address may. */
function trusted(url) {
  const { trustedTypes } = globalThis;
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('hatchery', {
    createScriptURL: (wanted) => (wanted === WORKER ? wanted : null),
  });
  return policy.createScriptURL(url);
}

let policy = null;
