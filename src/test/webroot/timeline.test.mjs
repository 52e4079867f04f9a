import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Course } from '../../../webroot/models/course.js';
import { axis, flag, indexAt, spoken, stretches } from '../../../webroot/models/timeline.js';

const START = Date.parse('2026-11-20T11:00:00Z');
let nextId = 88_200;

const moments = (events, kind) => new Course(kind).follow(events);

function event(seconds, type, data = {}) {
  return {
    id: ++nextId,
    type,
    data: { timestamp: new Date(START + seconds * 1000).toISOString(), message: '', ...data },
  };
}

const HATCHING = [
  event(-30, 'queued', { progress: 0, measured: 0 }),
  event(0, 'llm_progress', { progress: 0, measured: 0, estimated: true }),
  event(6, 'llm_progress', { progress: 18, measured: 0, estimated: true }),
  event(11, 'backstory_complete', { progress: 25, measured: 25 }),
  event(34.7, 'avatar_progress', {
    progress: 62.5,
    measured: 62.5,
    step: 20,
    steps: 40,
    message: 'Painting, step 20 of 40.',
  }),
  event(58, 'complete', { progress: 100, measured: 100, agent: { fallback: { avatar: false } } }),
];

test('time begins with the work; what was said in the queue lies before it', () => {
  assert.deepEqual(
    moments(HATCHING, 'hatch').map(({ at }) => at / 1000),
    [0, 0, 6, 11, 34.7, 58],
  );
});

test('milestones are marked by name, ticks are not', () => {
  assert.deepEqual(
    moments(HATCHING, 'hatch').map(({ mark }) => mark),
    [null, null, null, 'Persona written', null, 'Hatched'],
  );
  const task = [
    event(0, 'task_started', { progress: 0, measured: 0 }),
    event(5, 'story_completed', { progress: 50, measured: 50, title: 'Address form' }),
    event(6, 'deploy.done', { progress: 50, measured: 50 }),
    event(9, 'complete', { progress: 100, measured: 100 }),
  ];
  assert.deepEqual(
    moments(task, 'task').map(({ mark }) => mark),
    [null, 'Address form', 'deploy done', 'Done'],
  );
});

test('the flag says the percentage, what it stands on, and which event it was', () => {
  const [, , guess, written, painted] = moments(HATCHING, 'hatch');
  assert.deepEqual(flag(painted), ['62.5 %, measured', `#88\u00a0205 at 34.7 s, step 20 of 40`]);
  assert.equal(flag(guess)[0], '≈ 18 %, estimated');
  assert.match(flag(written)[1], /at 11\.0 s, Persona written$/);
  assert.equal(spoken(painted), '34.7 seconds, 62.5 percent, measured. Painting, step 20 of 40.');
});

test('what a stand-in jumped over is neither measured nor estimated', () => {
  const found = moments(
    [
      event(0, 'avatar_progress', { progress: 41.3, measured: 41.3, estimated: false }),
      event(60, 'progress', { progress: 100, measured: 41.3 }),
      event(61, 'complete', { progress: 100, measured: 100, agent: { fallback: { avatar: true } } }),
    ],
    'hatch',
  );
  assert.deepEqual(
    found.map(({ basis }) => basis),
    ['measured', 'skipped', 'skipped'],
  );
});

test('a percentage never falls, whatever the journal holds', () => {
  const found = moments(
    [event(0, 'progress', { progress: 50, measured: 50 }), event(1, 'story_started', {})],
    'task',
  );
  assert.deepEqual([found[1].progress, found[1].basis], [50, 'measured']);
});

test('a course grows with its events, and never goes back in time', () => {
  const events = HATCHING.slice(0, 3);
  const course = new Course('hatch');
  course.follow(events);
  events.push(event(2, 'avatar_progress', { progress: 30, measured: 30 }));
  course.follow(events);
  assert.deepEqual(
    course.moments.map(({ at }) => at / 1000),
    [0, 0, 6, 6],
  );
});

test('the moment at a time is the last one before it', () => {
  const found = moments(HATCHING, 'hatch');
  assert.deepEqual(
    [-5, 0, 6_000, 10_999, 34_700, 99_000].map((at) => indexAt(found, at)),
    [0, 1, 2, 2, 4, 5],
  );
  assert.equal(indexAt([], 5), 0);
});

test('the estimate lasts until the first measured moment, which begins at its own height', () => {
  const [guess, measured] = stretches(moments(HATCHING, 'hatch')).slice(-2);
  assert.deepEqual([guess.basis, guess.points.at(-1)], ['estimated', { at: 11_000, progress: 18 }]);
  assert.deepEqual([measured.basis, measured.points[0]], ['measured', { at: 11_000, progress: 25 }]);
});

test('an estimate goes on from where it was measured', () => {
  const [, guess] = stretches([
    { at: 0, progress: 10, basis: 'measured' },
    { at: 5, progress: 12, basis: 'estimated' },
  ]);
  assert.deepEqual(guess.points, [
    { at: 5, progress: 10 },
    { at: 5, progress: 12 },
  ]);
});

test('the axis of time has round marks, a few', () => {
  const labels = (seconds) => axis(seconds * 1000).ticks.map(({ label }) => label);
  assert.deepEqual(labels(58), ['0 s', '10 s', '20 s', '30 s', '40 s', '50 s', '60 s']);
  assert.deepEqual(labels(0), ['0 s', '1 s']);
  assert.deepEqual(labels(731), ['0 s', '5 min', '10 min', '15 min']);
  for (const seconds of [1, 7, 59, 61, 600, 5_000, 90_000, 2_000_000]) {
    const { max, ticks } = axis(seconds * 1000);
    assert.ok(max >= seconds * 1000 && ticks.length <= 8, `${seconds} s: ${ticks.length} marks to ${max}`);
  }
});
