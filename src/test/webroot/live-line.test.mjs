import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { LiveLine } from '../../../webroot/api/live-line.js';

/* A server as the page sees it: null where it does not answer. */
let newest; // the runs' newest event
let stream; // whether the live line can be had
let refusal; // the status of what is refused, or null
let polled; // what polling gets
let asked;
let streams;
let heard;
let told;
let line;

class FakeStream {
  #controller;
  body = new ReadableStream({ start: (controller) => (this.#controller = controller) });
  ok = true;

  constructor(url, signal) {
    this.url = url;
    signal.addEventListener('abort', () => (this.closed = true));
  }

  say(text) {
    this.#controller.enqueue(new TextEncoder().encode(text));
    return settled();
  }

  frame(id, type, data = {}) {
    return this.say(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  break() {
    this.#controller.error(new TypeError('cut'));
    return settled();
  }
}

async function fakeFetch(url, { signal } = {}) {
  asked.push(url);
  if (url.startsWith('/stream/progress')) {
    if (!stream) throw new TypeError('blocked');
    streams.push(new FakeStream(url, signal));
    return streams.at(-1);
  }
  if (refusal) return { ok: false, status: refusal, json: async () => ({}), headers: new Headers() };
  const found = url.startsWith('/api/runs/')
    ? { last_event_id: 7 }
    : url.startsWith('/api/runs')
      ? newest && { runs: newest }
      : polled && { events: polled };
  if (!found) throw new TypeError('nobody there');
  return { ok: true, status: 200, json: async () => found };
}

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.fetch = fakeFetch;
  refusal = null;
  newest = [{ last_event_id: 3 }, { last_event_id: 5 }];
  [stream, polled, asked, streams, heard, told] = [true, [], [], [], [], []];
  line = lineOf(null);
});

function lineOf(run) {
  return new LiveLine(run, {
    fresh: () => heard.push('fresh'),
    hear: ({ id, type }) => heard.push(`${type} ${id}`),
    connection: (state) => told.push(state),
  });
}

afterEach(() => {
  line.stop();
  mock.timers.reset();
});

const settled = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};
const source = () => streams.at(-1);
async function start() {
  line.start();
  await settled();
}
async function pass(ms) {
  mock.timers.tick(ms);
  await settled();
}

test('it listens from the newest event on, and says when that is the moment to read', async () => {
  await start();
  assert.deepEqual(heard, ['fresh']);
  assert.equal(source().url, '/stream/progress?last_event_id=5');
  await source().frame(6, 'progress');
  await source().frame(7, 'deploy.done');
  assert.deepEqual([heard, told], [['fresh', 'progress 6', 'deploy.done 7'], ['live']]);
});

test('an event that comes twice is heard once', async () => {
  await start();
  await source().frame(6, 'progress');
  await source().frame(6, 'progress');
  await source().frame(4, 'progress');
  assert.deepEqual(heard, ['fresh', 'progress 6']);
});

test('beats show that the line lives and are no events', async () => {
  await start();
  await source().say('event: beat\ndata: {"status":"running"}\n\n');
  assert.deepEqual([heard, told], [['fresh'], ['live']]);
});

test('while the line is blocked it asks, from where it was', async () => {
  stream = false;
  polled = [{ id: 6, type: 'progress', data: {} }];
  await start();
  await pass(0);
  assert.equal(asked.at(-1), '/api/events?after=5&wait=1');
  polled = [{ id: 7, type: 'progress', data: {} }];
  await pass(200);
  assert.equal(asked.at(-1), '/api/events?after=6&wait=1');
  assert.deepEqual([heard, told], [['fresh', 'progress 6', 'progress 7'], ['polling']]);
});

test('it comes back to live by itself, from the newest event', async () => {
  stream = false;
  polled = [{ id: 6, type: 'progress', data: {} }];
  await start();
  await pass(0);
  stream = true;
  await pass(1_000);
  assert.equal(source().url, '/stream/progress?last_event_id=6');
  assert.deepEqual(told, ['polling']);
  await source().frame(7, 'progress');
  assert.deepEqual(
    [heard, told],
    [
      ['fresh', 'progress 6', 'progress 7'],
      ['polling', 'live'],
    ],
  );
});

test('it is offline while nobody answers, says so once, and is back as soon as somebody does', async () => {
  await start();
  stream = false;
  polled = null;
  await source().break();
  await pass(0);
  await pass(1_000);
  await pass(1_000);
  assert.deepEqual(told, ['live', 'offline']);
  stream = true;
  polled = [];
  await pass(1_000);
  await pass(0);
  await source().say('event: beat\ndata: {}\n\n');
  assert.deepEqual(told.at(-1), 'live');
  assert.deepEqual(heard, ['fresh']);
});

test('a server that takes leave is come back to when it said, and nobody asks before', async () => {
  polled = [];
  await start();
  await source().frame(6, 'progress');
  await source().say('retry: 2500\n\n');
  await source().break();
  const before = asked.length;
  await pass(2_499);
  assert.equal(asked.length, before);
  await pass(1);
  assert.equal(source().url, '/stream/progress?last_event_id=6');
  await source().frame(7, 'progress');
  await pass(5_000);
  assert.equal(asked.length, before + 1);
  assert.deepEqual([heard, told], [['fresh', 'progress 6', 'progress 7'], ['live']]);
});

test('where nobody answers at the start it begins as soon as somebody does', async () => {
  newest = null;
  await start();
  assert.deepEqual([heard, told], [[], ['offline']]);
  newest = [{ last_event_id: 9 }];
  await pass(1_000);
  assert.deepEqual(heard, ['fresh']);
  assert.equal(source().url, '/stream/progress?last_event_id=9');
});

test('a line that opens and then says nothing is a broken line', async () => {
  await start();
  await pass(12_000);
  await pass(0);
  assert.equal(streams[0].closed, true);
  assert.deepEqual(told, ['live', 'polling']);
});

test('when events are gone for good everything is read anew, and what follows is heard', async () => {
  await start();
  await source().say('event: gap\ndata: {"from":6,"to":40}\n\nevent: snapshot\ndata: {"runs":[]}\n\n');
  await source().frame(41, 'progress');
  assert.deepEqual(heard, ['fresh', 'fresh', 'progress 41']);
  await source().break();
  await pass(1_000);
  assert.equal(source().url, '/stream/progress?last_event_id=41');
});

test("somebody else's run is asked for by its id, and after its ending nobody asks", async () => {
  line = lineOf('r1');
  await start();
  assert.equal(source().url, '/stream/progress?last_event_id=7&run=r1');
  await source().frame(8, 'complete');
  await pass(60_000);
  assert.deepEqual([heard, told], [['fresh', 'complete 8'], ['live']]);
  assert.deepEqual([source().closed, streams.length], [true, 1]);
});

test('a page that is to say who it is reads, and finds out', async () => {
  refusal = 401;
  await start();
  assert.deepEqual([heard, told], [['fresh'], ['offline']]);
});

test('after it is stopped nothing more is heard', async () => {
  await start();
  line.stop();
  await source().frame(6, 'progress');
  await pass(60_000);
  assert.deepEqual([heard, told], [['fresh'], ['live']]);
  assert.equal(source().closed, true);
});
