import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../../webroot/models/elsewhere.js';
import { fits, fromQuery, narrowed, toQuery } from '../../../webroot/models/filters.js';

const RUN = {
  kind: 'task',
  name: 'US-014',
  title: 'Checkout rewrite',
  number: 1042,
  status: 'running',
  message: 'Pay by card',
};
const NONE = { kind: '', state: '', text: '', run: '' };

test('the address holds the filters, both ways', () => {
  const filters = { ...NONE, kind: 'task', text: 'a & b', run: '1042' };
  assert.deepEqual(fromQuery(toQuery(filters)), filters);
  assert.deepEqual([toQuery(NONE), fromQuery('?theme=x')], ['', NONE]);
});

test('a run fits by kind, by state and by any of its words', () => {
  const fit = (filters) => fits(RUN, { ...NONE, ...filters });
  assert.deepEqual(
    [
      {},
      { kind: 'task' },
      { state: 'running' },
      { text: ' CHECKOUT ' },
      { text: 'us-014' },
      { text: '1042' },
      { text: 'card' },
    ].map(fit),
    Array(7).fill(true),
  );
  assert.deepEqual([{ kind: 'hatch' }, { state: 'finished' }, { text: 'moths' }].map(fit), [
    false,
    false,
    false,
  ]);
});

test('what waits counts as running, what was cancelled as finished', () => {
  assert.equal(fits({ ...RUN, status: 'queued' }, { ...NONE, state: 'running' }), true);
  assert.equal(fits({ ...RUN, status: 'cancelled' }, { ...NONE, state: 'finished' }), true);
});

test('a chosen run narrows nothing', () => {
  assert.deepEqual(
    [narrowed({ ...NONE, run: '7' }), narrowed({ ...NONE, text: ' ' }), narrowed({ ...NONE, kind: 'task' })],
    [false, false, true],
  );
});

test("the commands name this server's address and a run that is there", () => {
  assert.deepEqual(
    commands('http://localhost:8000', 1042).map(([, command]) => command),
    [
      'hatchery watch 1042 --stream',
      "curl -N 'http://localhost:8000/stream/progress?run=1042'",
      'hatchery exec -- ffmpeg -i talk.mov talk.webm',
    ],
  );
});

test('where there are users the commands say who asks', () => {
  const [, [, curl]] = commands('http://localhost:8000', 7, true);
  assert.equal(
    curl,
    `curl -N -H "Authorization: Bearer $HATCHERY_TOKEN" 'http://localhost:8000/stream/progress?run=7'`,
  );
});

test('from another machine the commands say where the server is, and without a run they watch all', () => {
  assert.deepEqual(
    commands('https://hatchery.example', null).map(([, command]) => command),
    [
      'hatchery --server https://hatchery.example watch --stream',
      "curl -N 'https://hatchery.example/stream/progress'",
      'hatchery --server https://hatchery.example exec -- ffmpeg -i talk.mov talk.webm',
    ],
  );
});
