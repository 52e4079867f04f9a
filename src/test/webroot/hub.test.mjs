import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Hubs } from '../../../webroot/api/hubs.js';

let polls;
let connections;
let hubs;
let members;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  polls = [];
  members = [];
  connections = 0;
  globalThis.fetch = async (url) => {
    if (url.startsWith('/stream')) {
      connections++;
      throw new TypeError('blocked');
    }
    const answer = url.startsWith('/api/runs')
      ? { runs: [], last_event_id: 0 }
      : { events: polls.shift() ?? [] };
    return { ok: true, status: 200, json: async () => answer };
  };
  hubs = new Hubs();
});

afterEach(() => {
  members.forEach((post) => hubs.leave(post));
  mock.timers.reset();
});

const event = (id, run) => ({ id, type: 'progress', data: { run_id: run } });
async function pass(ms) {
  mock.timers.tick(ms);
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}
function member(wish = {}) {
  const heard = [];
  const post = ({ event: happened, ...rest }) =>
    heard.push(happened ? happened.id : Object.entries(rest)[0].join(' '));
  hubs.join(post, wish);
  members.push(post);
  return { heard, post };
}

test('seven members share one connection and hear the same', async () => {
  polls = [[event(1, 'a'), event(2, 'b')]];
  const all = Array.from({ length: 7 }, () => member());
  await pass(0);
  await pass(0);
  assert.equal(connections, 1);
  for (const { heard } of all) assert.deepEqual(heard, ['fresh true', 'state polling', 1, 2]);
});

test('a member of one run hears nothing of others', async () => {
  polls = [[event(1, 'a'), event(2, 'b'), event(3, 'a')]];
  const { heard } = member({ run: 'a' });
  await pass(0);
  await pass(0);
  assert.deepEqual(heard, ['fresh true', 'state polling', 1, 3]);
});

test('who joins late is told to read before anything else, and misses nothing from then on', async () => {
  polls = [[event(1, 'a')], [event(2, 'a')]];
  member();
  await pass(0);
  await pass(0);
  const late = member();
  assert.deepEqual(late.heard, ['state polling', 'fresh true']);
  await pass(200);
  assert.deepEqual(late.heard, ['state polling', 'fresh true', 2]);
});

test("somebody else's run has a connection of its own, as long as it is looked at", async () => {
  const { post } = member({ run: 'a', alone: true });
  member({ run: 'a', alone: true });
  member({ run: 'b' });
  await pass(0);
  await pass(0);
  assert.equal(connections, 2);
  hubs.leave(post);
  polls = [[event(1, 'a')], [event(1, 'a')]];
  await pass(200);
  assert.equal(polls.length, 0);
});

test('who has left hears nothing more', async () => {
  const { heard, post } = member();
  await pass(0);
  await pass(0);
  hubs.leave(post);
  polls = [[event(1, 'a')]];
  await pass(200);
  assert.equal(heard.includes(1), false);
});
