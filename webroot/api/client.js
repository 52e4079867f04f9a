import { isLeaving } from './leaving.js';
import { signInFrom } from '../models/way-back.js';

/* Hatchery's HTTP interface, as far as the page needs it. Every refusal is thrown as a Problem. */

const TRIES = 3;
const BETWEEN_TRIES = 700; // ms, growing

/** What the server refused (status ≥ 400) or that it could not be reached (status 0). */
export class Problem extends Error {
  constructor({ status, code, detail, field, retryAfter }) {
    super(detail);
    Object.assign(this, { status, code, field, retryAfter });
  }

  /** Whether the same may be answered in a while. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Starts a hatching. `key` is the submit's own: however often this is tried, there is one run. */
export async function hatch(description, key) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask('/api/runs', {
        method: 'POST',
        headers: { 'Idempotency-Key': key },
        body: { kind: 'hatch', description },
      });
    } catch (problem) {
      if (problem.status !== 0 || attempt === TRIES) throw problem;
      await new Promise((resolve) => setTimeout(resolve, attempt * BETWEEN_TRIES));
    }
  }
}

export const run = (ref) => ask(`/api/runs/${ref}`);
export const runs = (status, { kind, limit = 1000 } = {}) =>
  ask(`/api/runs?${new URLSearchParams({ ...(kind && { kind }), ...(status && { status }), limit })}`).then(
    (answer) => answer.runs,
  );
export const nodes = () => ask('/api/nodes', { quiet: true }).then((answer) => answer.nodes);
export const eventsAfter = (id, cursor) =>
  ask(`/api/runs/${id}/events${after(cursor)}`).then((answer) => answer?.events ?? []);
/** Whether this run is among those of whoever asks; to others it may be shown without being theirs. */
export const isOwn = ({ id, number }) =>
  ask(`/api/runs?after=${number + 1}&limit=1`, { quiet: true }).then(
    ({ runs: [newest] }) => newest?.id === id,
    (problem) => {
      if (problem.passing) throw problem;
      return false;
    },
  );

/** What happened after this event, in one run or in all; the answer waits up to `wait` s for something. */
export const happenedAfter = (cursor, { run, wait }) =>
  ask(`/api/events?${new URLSearchParams({ after: cursor, wait, ...(run && { run }) })}`);
/** The live stream of one run or of all, after this event. It goes on until `signal` ends it. */
export const progressStream = (cursor, { run, signal }) =>
  fetch(`/stream/progress?${new URLSearchParams({ last_event_id: cursor, ...(run && { run }) })}`, {
    headers: { Accept: 'text/event-stream' },
    signal,
  });
export const cancel = (id) => ask(`/api/runs/${id}`, { method: 'DELETE' });
export const retry = (id) => ask(`/api/runs/${id}/retry`, { method: 'POST' });

/** A new link {id, url, created_at, expires_at} to a run; nobody can ask for its `url` again. */
export const share = (id, seconds) =>
  ask(`/api/runs/${id}/share`, { method: 'POST', body: { expires_in_seconds: seconds } });
export const shares = (id) => ask(`/api/runs/${id}/share`).then((answer) => answer.shares);
export const endShare = (id, share) => ask(`/api/runs/${id}/share/${share}`, { method: 'DELETE' });

export const agents = () => ask('/api/agents').then((answer) => answer.agents);
export const agent = (id) => ask(`/api/agents/${id}`);
export const remove = (id) => ask(`/api/agents/${id}`, { method: 'DELETE' });

export const analytics = () => ask('/api/analytics/all');

/** Who asks: {user, read_only, run, users}; refused with 401 when nobody knows. */
export const me = () => ask('/api/session', { quiet: true });
export const signIn = (token) => ask('/api/session', { method: 'POST', body: { token }, quiet: true });
export const signOut = () => ask('/api/session', { method: 'DELETE', quiet: true });

/** A key nobody else makes. (`randomUUID` would need https or loopback.) */
export function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The last part of this page's address, fit to be put into another. */
export function idFromPath() {
  return encodeURIComponent(decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? ''));
}

/**
 * Asks the server. Whoever has to say who they are is taken to where they can, and back; `quiet` only throws, as in
 * a worker, which has no page.
 */
export async function ask(path, { method = 'GET', headers = {}, body, quiet = false } = {}) {
  const content = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const request = {
    method,
    headers: { Accept: 'application/json', ...content, ...headers },
    body: body && JSON.stringify(body),
  };
  const response = await fetch(path, request).catch(() => {
    throw new Problem({ status: 0, code: 'unreachable', detail: 'Hatchery does not answer. Is it running?' });
  });
  const page = globalThis.document && !quiet;
  if (response.status === 401 && page)
    location.replace(signInFrom(isLeaving() ? '/' : location.pathname + location.search));
  if (!response.ok) throw await refusal(response);
  return response.status === 204 ? null : response.json();
}

async function refusal(response) {
  const { code, detail, title, field } = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('Retry-After')) || null; // s
  return new Problem({
    status: response.status,
    code,
    detail: detail ?? title ?? `The server answered ${response.status}.`,
    field,
    retryAfter,
  });
}

function after(cursor) {
  return cursor ? `?last_event_id=${cursor}` : '';
}
