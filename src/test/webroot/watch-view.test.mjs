import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  announced,
  connectionWords,
  count,
  figureOf,
  kindOf,
  line,
  row,
  titleOf,
} from '../../../webroot/models/watch-view.js';

const HATCH = {
  id: 'r',
  number: 1042,
  kind: 'hatch',
  title: 'A shy fire lizard',
  status: 'running',
  progress: 62.5,
  measured: 62.5,
  message: 'Painting, step 20 of 40.',
  eta_seconds: { p50: 18, p90: 26 },
  started_at: '2026-11-20T11:00:00Z',
};

test('a measured run says its number, an estimated one says that it is about', () => {
  const guess = { ...HATCH, progress: 67, measured: 55, message: 'The model is writing.' };
  assert.deepEqual([figureOf(HATCH), figureOf(guess)], ['62.5 %', '≈ 67 %']);
  assert.equal(row(HATCH).spoken, '62.5 percent. Painting, step 20 of 40.');
  assert.equal(row(guess).spoken, 'about 67 percent, estimated. The model is writing.');
  assert.deepEqual([row(guess).progress, row(guess).measured], [67, 55]);
});

test('a row says what is done, how long it may still take, and where its page is', () => {
  const { sub, eta, href, waits } = row(HATCH);
  assert.deepEqual([sub, eta, href, waits], ['Painting, step 20 of 40.', '18–26 s', '/runs/r', false]);
});

test('in the queue the place is said instead of a percentage', () => {
  const said = [3, 1, 0].map((ahead) => row({ ...HATCH, status: 'queued', ahead }));
  assert.deepEqual(
    said.map(({ figure, sub }) => `${figure}, ${sub}`),
    ['waiting, 3 ahead of it', 'waiting, next in line', 'waiting, next in line'],
  );
});

test("a task is called by its owner's own name first", () => {
  const task = { kind: 'task', name: 'US-014', title: 'Checkout rewrite', number: 7 };
  assert.deepEqual([titleOf(task), kindOf(task)], ['US-014 Checkout rewrite', 'Task US-014']);
  assert.deepEqual(
    [titleOf({ ...task, name: null }), kindOf({ ...task, name: null })],
    ['Checkout rewrite', 'Task No. 7'],
  );
});

test('a command is called by its words, whatever name it was reported under', () => {
  const command = { kind: 'command', name: 'exec-66849ab5', title: 'pytest -q', number: 8 };
  assert.deepEqual([titleOf(command), kindOf(command)], ['pytest -q', 'Command No. 8']);
});

test('what has ended says how', () => {
  const lines = [
    { ...HATCH, status: 'succeeded', result: { agent: { id: 'a', name: 'Bramble' } } },
    { ...HATCH, status: 'cancelled' },
    { ...HATCH, status: 'failed' },
    { ...HATCH, kind: 'command', title: 'pytest -q', status: 'failed', result: { exit_code: 1 } },
    { ...HATCH, kind: 'task', title: 'Checkout', status: 'failed', result: { code: 'abandoned' } },
    { ...HATCH, kind: 'command', title: 'make', status: 'succeeded' },
  ].map((run) => line({ ...run, finished_at: '2026-11-20T11:01:12Z' }));
  assert.deepEqual(
    lines.map(({ glyph, words }) => `${glyph}: ${words}`),
    [
      'met: Bramble hatched',
      'cancelled: A shy fire lizard, cancelled',
      'not met: A shy fire lizard, stopped',
      'not met: pytest -q, exit 1',
      'not met: Checkout, failed',
      'met: make',
    ],
  );
  assert.deepEqual([lines[0].took, lines[0].href, lines[1].href], ['1 min 12 s', '/agents/a', '/runs/r']);
});

test('the count says what runs and what waits', () => {
  assert.deepEqual(
    [count(5, 3), count(2, 0), count(0, 1), count(0, 0)],
    ['5, and 3 waiting', '2', '1 waiting', ''],
  );
});

test('only an ending is read out, and only once', () => {
  const over = { ...HATCH, status: 'succeeded', result: { agent: { name: 'Cinder' } } };
  assert.equal(announced(HATCH, over), 'Cinder hatched.');
  assert.equal(announced(over, over), null);
  assert.equal(announced(HATCH, { ...HATCH, progress: 70 }), null);
  assert.equal(announced(undefined, over), null);
});

test('a connection that is not live says so, and how old what is seen is', () => {
  assert.deepEqual(
    [connectionWords('live', null), connectionWords('polling', null), connectionWords('offline', 12_300)],
    [
      '',
      'The live line is blocked; asking every second.',
      'No connection. This was true 12 s ago; the runs go on without us.',
    ],
  );
});
