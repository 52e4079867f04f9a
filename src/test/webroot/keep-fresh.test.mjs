import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Problem } from '../../../webroot/api/client.js';
import { keepFresh } from '../../../webroot/api/keep-fresh.js';

let worker;
let answers; // what a reading throws, or null
let readings;
let told;

beforeEach(async () => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  globalThis.document = { hidden: false };
  globalThis.addEventListener = () => {};
  globalThis.SharedWorker = class {
    constructor() {
      worker = this;
      this.port = { postMessage: () => {}, close: () => {} };
    }
  };
  [answers, readings, told] = [null, 0, []];
  keepFresh(
    async () => {
      readings++;
      if (answers) throw answers;
    },
    (state, problem) => told.push(problem ? `${state}, ${problem.message}` : state),
  );
  await settled();
});

afterEach(() => mock.timers.reset());

const settled = () => new Promise((resolve) => setImmediate(resolve));
async function tell(message) {
  worker.port.onmessage({ data: message });
  await settled();
}
async function pass(ms) {
  mock.timers.tick(ms);
  await settled();
}

test('it reads at once and shows it, whatever the connection does', () => {
  assert.deepEqual([readings, told], [1, ['live']]);
});

test('when runs end it reads soon, once for those that end together', async () => {
  await tell({ event: { type: 'complete', data: {} } });
  await tell({ event: { type: 'cancelled', data: {} } });
  await tell({ event: { type: 'avatar_progress', data: {} } });
  assert.equal(readings, 1);
  await pass(300);
  assert.equal(readings, 2);
});

test('it reads every 10 s while the page is seen', async () => {
  await pass(10_000);
  assert.equal(readings, 2);
  document.hidden = true;
  await pass(10_000);
  assert.equal(readings, 2);
});

test('the state is that of the line, and offline where nobody answers', async () => {
  await tell({ state: 'polling' });
  answers = new Problem({ status: 503, detail: 'busy' });
  await pass(10_000);
  answers = new Problem({ status: 0, detail: 'gone' });
  await pass(10_000);
  assert.deepEqual(told, ['live', 'polling', 'polling, busy', 'offline, gone']);
});
