import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, exactly, grouped, ordinal, percent, range, roughly } from '../../../webroot/models/words.js';

const HOUR = 3_600_000;
const NOON = new Date(2026, 10, 20, 12).getTime(); // a Friday

test('a percentage has at most one decimal, and no needless one', () => {
  assert.deepEqual([62.5, 25, 41.3, 99.96, 0].map(percent), ['62.5', '25', '41.3', '100', '0']);
});

test('times read exactly below a minute and in whole seconds above', () => {
  assert.deepEqual([0, 34_700, 74_200, 120_000, 7_500_000].map(exactly), [
    '0.0 s',
    '34.7 s',
    '1 min 14 s',
    '2 min',
    '2 h 5 min',
  ]);
  assert.deepEqual([58_100, 72_000].map(roughly), ['58 s', '1 min 12 s']);
});

test('a remaining time is a range', () => {
  const said = [
    [18, 26],
    [45, 75],
    [200, 290],
    [50, 150],
    [10, 10],
    [0.2, 0.4],
  ].map(([p50, p90]) => range({ p50, p90 }));
  assert.deepEqual(said, ['18–26 s', '45–75 s', '3–5 min', '50 s–3 min', 'about 10 s', 'a moment']);
});

test('an unknown remaining time is none', () => {
  assert.deepEqual([range(null), range({}), range(undefined)], [null, null, null]);
});

test('an age is told as people tell it', () => {
  const ages = [10_000, 2 * 60_000, 1.2 * HOUR, 3 * HOUR, 24 * HOUR, 3 * 24 * HOUR, 40 * 24 * HOUR];
  assert.deepEqual(
    ages.map((age) => ago(NOON - age, NOON)),
    ['just now', '2 min ago', 'an hour ago', '3 hours ago', 'yesterday', 'Tuesday', '11 October 2026'],
  );
});

test('numbers are grouped and ordered', () => {
  assert.deepEqual([88_231, 1_000_000, 12].map(grouped), ['88\u00a0231', '1\u00a0000\u00a0000', '12']);
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), [
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '112th',
  ]);
});
