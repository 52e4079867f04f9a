import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { RunFeed } from '../../../webroot/api/run-feed.js';

const SOURCES = [];
let answer; // what polling gets: a list of events, or null when nobody answers

class FakeEventSource extends EventTarget {
  constructor(url) {
    super();
    this.url = url;
    SOURCES.push(this);
  }

  close() {
    this.closed = true;
  }

  open() {
    this.onopen();
  }

  frame(type, id, data = {}) {
    this.dispatchEvent(
      Object.assign(new Event(type), { lastEventId: String(id), data: JSON.stringify(data) }),
    );
  }

  break() {
    this.dispatchEvent(new Event('error'));
  }
}

let heard;
let told;
let feed;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.EventSource = FakeEventSource;
  globalThis.fetch = async () => {
    if (answer === null) throw new TypeError('nobody there');
    return { ok: true, status: 200, json: async () => ({ events: answer }) };
  };
  SOURCES.length = 0;
  answer = [];
  heard = [];
  told = [];
  feed = new RunFeed('r1', 5, {
    hear: ({ id, type }) => heard.push(`${type} ${id}`),
    connection: (state) => told.push(state),
  });
  feed.start();
});

afterEach(() => {
  feed.stop();
  mock.timers.reset();
});

const source = () => SOURCES.at(-1);
const settled = () => new Promise((resolve) => setImmediate(resolve));
async function pass(ms) {
  mock.timers.tick(ms);
  await settled();
}

test('it listens from its cursor and is live when the line opens', () => {
  assert.equal(source().url, '/api/runs/r1/events?last_event_id=5');
  source().open();
  source().frame('avatar_progress', 6);
  source().frame('avatar_progress', 7);
  assert.deepEqual(told, ['live']);
  assert.deepEqual(heard, ['avatar_progress 6', 'avatar_progress 7']);
});

test('an error of ours is an event, one of the line is not', async () => {
  source().open();
  source().frame('error', 6, { code: 'disk_full' });
  source().break();
  await pass(0);
  assert.deepEqual(heard, ['error 6']);
  assert.deepEqual(told, ['live', 'polling']);
});

test('while the line is blocked it asks every second, from where it was', async () => {
  answer = [{ id: 6, type: 'avatar_progress', data: {} }];
  source().break();
  await pass(0);
  answer = [{ id: 7, type: 'avatar_progress', data: {} }];
  await pass(1000);
  assert.deepEqual(heard, ['avatar_progress 6', 'avatar_progress 7']);
  assert.deepEqual(told, ['polling']);
});

test('it comes back to live by itself, from the newest event', async () => {
  answer = [{ id: 6, type: 'avatar_progress', data: {} }];
  source().break();
  await pass(0);
  await pass(1000);
  assert.equal(source().url, '/api/runs/r1/events?last_event_id=6');
  source().frame('avatar_progress', 7);
  assert.deepEqual(told, ['polling', 'live']);
});

test('it is offline while nobody answers, and says so once', async () => {
  answer = null;
  source().break();
  await pass(0);
  await pass(1000);
  await pass(1000);
  assert.deepEqual(told, ['offline']);
});

test('a line that opens and then says nothing is a broken line', async () => {
  source().open();
  await pass(12_000);
  await pass(0);
  assert.equal(SOURCES[0].closed, true);
  assert.deepEqual(told, ['live', 'polling']);
});

test('after it is stopped nothing more is heard', async () => {
  source().open();
  feed.stop();
  source().frame('avatar_progress', 6);
  source().break();
  await pass(60_000);
  assert.deepEqual(heard, []);
  assert.deepEqual(told, ['live']);
  assert.equal(source().closed, true);
});
