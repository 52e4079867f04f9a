import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place, stories } from '../../../webroot/models/task-view.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const TASK = {
  task_id: 'US-014',
  story_count: 4,
  current_story: 'S3',
  stories: [
    {
      story_id: 'S1',
      title: 'Cart survives a reload',
      status: 'passed',
      ac_count: 3,
      ac_done: 3,
      criteria: [],
    },
    {
      story_id: 'S3',
      title: 'Pay by card',
      status: 'in_work',
      ac_count: 4,
      ac_done: 1,
      criteria: [
        { text: 'Shows the total', status: 'met', duration_ms: 100_000 },
        { text: 'Names the reason', status: 'in_work', duration_ms: null },
        { text: 'Charges once', status: 'waiting', duration_ms: null },
        { text: 'Sends a receipt', status: 'not_met', duration_ms: null },
      ],
    },
    { story_id: 'S4', title: '', status: 'failed', ac_count: 0, ac_done: 0, criteria: [] },
  ],
};

test('a story says how many criteria are met, and how it ended', () => {
  assert.deepEqual(
    stories(TASK, { now: NOW }).map(({ title, note, current }) => [title, note, current]),
    [
      ['Cart survives a reload', '3 of 3, passed', false],
      ['Pay by card', '1 of 4', true],
      ['S4', 'failed', false],
    ],
  );
});

test('a criterion is met, in work, waiting or not met, and says for how long', () => {
  const since = NOW - 130_000;
  assert.deepEqual(
    stories(TASK, { since, now: NOW })[1].criteria.map(({ glyph, time }) => [glyph, time]),
    [
      ['met', '1 min 40 s'],
      ['in work', 'since 2 min'],
      ['waiting', ''],
      ['not met', ''],
    ],
  );
});

test('how long it is worked on is told in minutes, and not at all where nobody knows', () => {
  const since = (ms) => stories(TASK, { since: ms === null ? null : NOW - ms, now: NOW })[1].criteria[1].time;
  assert.deepEqual([since(5_000), since(3_900_000), since(null)], ['since a moment', 'since 1 h 5 min', '']);
});

test('the place in the task is said as far as it is known', () => {
  assert.equal(place(TASK), 'Story 2 of 4, 4 of 7 criteria');
  assert.equal(place({ stories: [], story_count: 4, current_story: null }), '');
});
