import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beeswarm } from '../../../webroot/models/beeswarm.js';
import { month, providerName, reason } from '../../../webroot/models/numbers-words.js';
import { figure, shareScale, ticks, timeScale } from '../../../webroot/models/scales.js';

test('a scale ends at a round number that nothing exceeds', () => {
  assert.deepEqual(timeScale([3, 33, 36], [29]), { max: 40, minutes: false, beyond: false });
  assert.deepEqual(ticks(timeScale([33], [29])), ['0 s', '20 s', '40 s']);
  assert.deepEqual(timeScale([20_000], []).max, 21_600);
  assert.equal(timeScale([], []).max, 1);
});

test('a few that took much longer do not make all others small, and are not hidden either', () => {
  const scale = timeScale([3, 4, 5, 900], [6]);
  assert.deepEqual(scale, { max: 10, minutes: false, beyond: true });
  assert.deepEqual(ticks(scale), ['0 s', '5 s', '10 s or more']);
});

test('short durations keep a decimal', () => {
  const seconds = { minutes: false };
  assert.deepEqual(
    [0.34, 2.25, 4, 6.1, 11.2].map((value) => figure(value, seconds)),
    ['0.3', '2.3', '4', '6', '11'],
  );
  assert.equal(figure(300, { minutes: true }), '5');
});

test('shares have one scale up to the whole', () => {
  assert.equal(shareScale([0.01, 0.06]), 8);
  assert.equal(shareScale([0.5]), 60);
  assert.equal(shareScale([1]), 100);
  assert.equal(shareScale([]), 2);
});

test('dots lie side by side where there is room, at their own x, and always in the same places', () => {
  const xs = [10, 50, 10, 11, 10];
  const dots = beeswarm(xs, { radius: 2, reach: 10 });

  assert.deepEqual(
    dots.map(({ x }) => x),
    xs,
  );
  for (const a of dots)
    for (const b of dots) assert.ok(a === b || Math.hypot(a.x - b.x, a.y - b.y) >= 4, JSON.stringify([a, b]));
  assert.deepEqual(dots, beeswarm(xs, { radius: 2, reach: 10 }));
});

test('however many dots there are, none leaves its row', () => {
  const dots = beeswarm(Array(200).fill(7), { radius: 2, reach: 10 });
  assert.equal(dots.length, 200);
  assert.ok(dots.every(({ y }) => Math.abs(y) <= 10));
});

test('a code nobody knows is called by itself', () => {
  assert.equal(reason('renderer_silent'), 'The painter went silent');
  assert.equal(reason('constructor'), 'constructor');
  assert.equal(providerName('mflux-generate'), 'mflux-generate');
});

test('a week is told by its month', () => {
  assert.equal(month('2026-09-07'), 'Sept.');
  assert.equal(month('sometime'), 'sometime');
});
