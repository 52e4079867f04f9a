import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/* As the browser's: what one says the others of its name hear later, in order. */
class FakeChannel {
  constructor(name) {
    this.name = name;
    channels.push(this);
  }

  postMessage(data) {
    for (const other of channels)
      if (other !== this && other.name === this.name) queueMicrotask(() => other.onmessage({ data }));
  }
}

let channels;
let went;
let tabs;
let mine;

/* A tab has modules of its own. */
async function tab(n) {
  const { isLeaving, leavingTogether } = await import(`../../../webroot/api/leaving.js?tab=${n}-${Math.random()}`);
  return { isLeaving, leave: leavingTogether(() => went.push(n)) };
}

beforeEach(async () => {
  globalThis.BroadcastChannel = FakeChannel;
  channels = [];
  went = [];
  tabs = await Promise.all([tab(0), tab(1)]);
  [mine] = tabs;
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
const known = () => tabs.map(({ isLeaving }) => isLeaving());

test('every tab knows before the server does that somebody signs out, and none has gone yet', async () => {
  assert.deepEqual(known(), [false, false]);
  let answer;
  const left = mine.leave(() => new Promise((resolve) => (answer = resolve)));
  await settled();
  assert.deepEqual([known(), went], [[true, true], []]);
  answer();
  await left;
  await settled();
  assert.deepEqual(went, [0, 1]);
});

test('whoever cannot be signed out goes all the same, for the sign-in finds out who they are', async () => {
  await mine.leave(() => Promise.reject(new Error('unreachable')));
  await settled();
  assert.deepEqual(went, [0, 1]);
});
