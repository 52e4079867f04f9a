import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { elected } from '../../../webroot/api/elected.js';

/* One fake document for all "tabs" of this test: they are looked at and turned away from together. */
class FakeDocument extends EventTarget {
  hidden = false;

  turn(hidden) {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/* The lock goes to the first who asks, then to the next, as the browser does it. */
class FakeLocks {
  #tail = Promise.resolve();

  request(name, { signal }, action) {
    const before = this.#tail;
    const turn = before.then(() => {
      signal.throwIfAborted();
      return action();
    });
    this.#tail = turn.catch(() => {});
    return turn;
  }
}

let streams;
let newest;
let tabs;

beforeEach(() => {
  streams = [];
  newest = 5;
  tabs = [];
  globalThis.document = new FakeDocument();
  Object.defineProperty(globalThis, 'navigator', { value: { locks: new FakeLocks() }, configurable: true });
  globalThis.fetch = async (url, { signal } = {}) => {
    if (url.startsWith('/api/runs'))
      return { ok: true, status: 200, json: async () => ({ runs: [{ last_event_id: newest }] }) };
    const open = {};
    open.body = new ReadableStream({ start: (controller) => (open.controller = controller) });
    signal.addEventListener('abort', () => (open.closed = true));
    streams.push(Object.assign(open, { url }));
    return { ok: true, body: open.body };
  };
});

afterEach(() => tabs.forEach(({ leave }) => leave()));

function open(wish = {}) {
  const heard = [];
  const tell = ({ event, ...rest }) => heard.push(event ? event.id : Object.values(rest)[0]);
  const tab = { heard, leave: elected(tell, wish) };
  tabs.push(tab);
  return tab;
}

function happens(id, run) {
  const frame = `id: ${id}\nevent: progress\ndata: {"run_id":"${run}"}\n\n`;
  streams.at(-1).controller.enqueue(new TextEncoder().encode(frame));
}

/* Waits for a condition; the test's own time limit ends a wait in vain. */
async function until(condition) {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test('of seven tabs one has the connection, and all hear the same', { timeout: 5_000 }, async () => {
  const all = Array.from({ length: 7 }, () => open());
  await until(() => streams.length > 0 && all.every(({ heard }) => heard.includes('live')));
  happens(6, 'a');
  await until(() => all.every(({ heard }) => heard.includes(6)));
  assert.equal(streams.length, 1);
  for (const { heard } of all) assert.ok(heard.indexOf(true) < heard.indexOf(6), 'it reads first');
});

test('a tab of one run hears nothing of others', { timeout: 5_000 }, async () => {
  const one = open({ run: 'b' });
  const all = open();
  await until(() => streams.length > 0 && all.heard.includes('live'));
  happens(6, 'a');
  happens(7, 'b');
  await until(() => one.heard.includes(7) && all.heard.includes(7));
  assert.deepEqual([one.heard.includes(6), all.heard.includes(6)], [false, true]);
});

test(
  'when the tab with the connection closes another one takes over and all read anew',
  { timeout: 5_000 },
  async () => {
    const [first, second] = [open(), open()];
    await until(() => streams.length === 1 && second.heard.includes(true));
    const before = second.heard.filter((word) => word === true).length;
    first.leave();
    await until(() => streams.length === 2 && second.heard.filter((word) => word === true).length > before);
    happens(9, 'a');
    await until(() => second.heard.includes(9));
    assert.equal(first.heard.includes(9), false);
  },
);

test(
  'tabs that nobody looks at keep no connection, and come back by themselves',
  { timeout: 5_000 },
  async () => {
    const tab = open();
    await until(() => streams.length === 1);
    document.turn(true);
    assert.equal(streams[0].closed, true);
    newest = 8;
    document.turn(false);
    await until(() => streams.length === 2);
    assert.equal(streams[1].url, '/stream/progress?last_event_id=8');
    happens(9, 'a');
    await until(() => tab.heard.includes(9));
  },
);

test('without locks each tab has a connection of its own', { timeout: 5_000 }, async () => {
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  const [first, second] = [open(), open()];
  await until(() => streams.length === 2);
  happens(6, 'a');
  await until(() => second.heard.includes(6));
  assert.equal(first.heard.includes(6), false);
});
