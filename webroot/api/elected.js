import { Hub } from './hub.js';

const SHARED = 'hatchery';

/**
 * Where a browser has no shared workers: of all tabs that are looked at, the one with the lock keeps the
 * connection and tells the others. Without locks (on plain http from elsewhere) each of them has its own.
 *
 * Usage: elected(post, { run: id or null, alone }), as Hubs' join; what comes back is called to leave.
 */
export function elected(post, { run = null, alone = false }) {
  const me = crypto.getRandomValues(new Uint32Array(2)).join();
  const name = `${SHARED}-${alone ? run : 'all'}-${navigator.locks ? '' : me}`;
  const ear = new BroadcastChannel(name);
  const mine = ({ to, event }) => (to ? to === me : !event || run === null || event.data.run_id === run);
  ear.onmessage = ({ data: { message, ...address } }) => {
    if (message && mine({ ...address, event: message.event })) post(message);
  };
  const candidacy = new Candidacy(name, alone ? run : null);
  candidacy.stand();
  ear.postMessage({ join: me });
  return () => {
    candidacy.withdraw();
    ear.close();
  };
}

/* A tab that nobody looks at may be frozen at any time: it hands the lock on. */
class Candidacy {
  #name;
  #run;
  #resign = null;
  #standing = null;
  #turned = () => (document.hidden ? this.#yield() : this.stand());

  constructor(name, run) {
    this.#name = name;
    this.#run = run;
  }

  stand() {
    document.addEventListener('visibilitychange', this.#turned);
    if (document.hidden || this.#standing) return;
    const standing = new AbortController();
    this.#standing = standing;
    const lead = () => this.#lead(standing);
    if (!navigator.locks) lead();
    else navigator.locks.request(this.#name, { signal: standing.signal }, lead).catch(() => {}); // withdrawn
  }

  withdraw() {
    document.removeEventListener('visibilitychange', this.#turned);
    this.#yield();
  }

  #yield() {
    this.#standing?.abort();
    this.#resign?.();
    this.#standing = this.#resign = null;
  }

  #lead(standing) {
    if (standing.signal.aborted) return null;
    const hub = new Hub(this.#run);
    const desk = new BroadcastChannel(this.#name);
    desk.onmessage = ({ data: { join } }) =>
      join && hub.greet((message) => desk.postMessage({ to: join, message }));
    hub.join((message) => desk.postMessage({ message }));
    return new Promise((resolve) => {
      this.#resign = () => {
        hub.close();
        desk.close();
        resolve();
      };
    });
  }
}
