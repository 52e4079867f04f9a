import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Problem } from '../../../webroot/api/client.js';
import { Feed } from '../../../webroot/api/feed.js';

const WORKERS = [];

class FakeSharedWorker {
  constructor(url, options) {
    Object.assign(this, { url, options, said: [] });
    this.port = { postMessage: (message) => this.said.push(message), close: () => (this.closed = true) };
    WORKERS.push(this);
  }

  tell(message) {
    this.port.onmessage({ data: message });
  }
}

let page;
let told;
let reading; // resolves or rejects the reading that goes on

beforeEach(() => {
  WORKERS.length = 0;
  told = [];
  page = new EventTarget();
  globalThis.SharedWorker = FakeSharedWorker;
  globalThis.addEventListener = page.addEventListener.bind(page);
  new Feed({
    run: 'a',
    read: () => new Promise((resolve, reject) => (reading = { resolve, reject })),
    hear: ({ id }) => told.push(id),
    connection: (state) => told.push(state),
  }).start();
});

const worker = () => WORKERS.at(-1);
const settled = () => new Promise((resolve) => setImmediate(resolve));
const happens = (id) => worker().tell({ event: { id } });

test('it joins the one worker with the run it wants to hear of', () => {
  assert.deepEqual([worker().url, worker().options.type], ['/api/feed-worker.js', 'module']);
  assert.deepEqual(worker().said, [{ join: { run: 'a', alone: false } }]);
});

test('what happens while it reads is heard when it has read, in order', async () => {
  worker().tell({ state: 'live' });
  worker().tell({ fresh: true });
  happens(6);
  happens(7);
  assert.deepEqual(told, ['live']);
  reading.resolve();
  await settled();
  happens(8);
  assert.deepEqual(told, ['live', 6, 7, 8]);
});

test('when it is to read anew meanwhile, only the second reading counts', async () => {
  worker().tell({ fresh: true });
  const first = reading;
  happens(6);
  worker().tell({ fresh: true });
  first.resolve();
  await settled();
  assert.deepEqual(told, []);
  reading.resolve();
  await settled();
  assert.deepEqual(told, [6]);
});

test('a reading that the server refuses is tried again, and nothing is lost', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  worker().tell({ fresh: true });
  happens(6);
  reading.reject(new Problem({ status: 503, detail: 'busy' }));
  await settled();
  mock.timers.tick(1_000);
  reading.resolve();
  await settled();
  assert.deepEqual(told, [6]);
  mock.timers.reset();
});

test('a page that is left leaves the worker, and joins again when it comes back as it was', () => {
  const left = worker();
  page.dispatchEvent(new Event('pagehide'));
  assert.deepEqual([left.said.at(-1), left.closed], [{ leave: true }, true]);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  assert.deepEqual(worker().said, [{ join: { run: 'a', alone: false } }]);
  assert.notEqual(worker(), left);
});
