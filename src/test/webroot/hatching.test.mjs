import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaint, expectation, refusal, tidy } from '../../../webroot/models/description.js';
import { hatchStory } from '../../../webroot/models/hatch-story.js';

const at = (s) => new Date(s * 1000).toISOString();
const event = (type, s, data = {}) => ({ type, data: { timestamp: at(s), ...data } });

test('a description is one line, wherever the field broke it', () => {
  assert.equal(tidy('  a shy \n fire\tlizard\r\n'), 'a shy fire lizard');
});

test('words that will do draw no complaint', () => {
  assert.equal(complaint('a fox'), null);
  assert.equal(complaint('🦊'.repeat(2000)), null);
});

test('too few or too many words are said to be so', () => {
  assert.equal(complaint(' \n '), 'Say a few words first.');
  assert.equal(complaint('x'.repeat(2012)), '2,000 characters at most; this has 2,012.');
});

test('the expected wait is that of the last before it', () => {
  const eta_seconds = { p50: 200, p90: 290 };
  assert.equal(expectation({ queued: [], running: [] }), 'Nobody is waiting. Yours would start at once.');
  assert.equal(
    expectation({ queued: [{ eta_seconds }, {}, {}], running: [{}] }),
    '3 are waiting. Yours would start in 3–5 min.',
  );
  assert.equal(
    expectation({ queued: [], running: [{ eta_seconds: null }] }),
    'One is on the lamp. Yours would be next in line.',
  );
});

test('whose words were not taken is told why, and when to try again where that is known', () => {
  const said = (message, retryAfter) => Object.values(refusal({ message, retryAfter })).join(' ');
  const own = 'You have as many waiting as one may; try again in a moment.';
  const later = 'Try again in 15 s; your words stay here.';
  assert.equal(said('The queue is full; try again in a moment.', 15), `The queue is full. ${later}`);
  assert.equal(said(own, 15), `You have as many waiting as one may. ${later}`);
  assert.equal(said('Too many requests.', 15), `Too many requests. ${later}`);
  assert.equal(said(own, null), `${own} Your words stay here.`);
});

test('how a companion hatched is told by the events of its run', () => {
  const story = hatchStory([
    event('queued', 0),
    event('llm_progress', 10, { estimated: false }),
    event('llm_progress', 12, { estimated: true }),
    event('llm_progress', 14, { estimated: true }),
    event('backstory_complete', 21.2),
    event('avatar_progress', 30, { estimated: false, steps: 40 }),
    event('complete', 67.8, { agent: {} }),
  ]);
  assert.deepEqual(story.persona, { ms: 11_200, basis: 'estimated', steps: null });
  assert.deepEqual(story.picture, { ms: 46_600, basis: 'measured', steps: 40 });
});

test('what a fallback made was skipped, not measured', () => {
  const story = hatchStory([
    event('llm_progress', 0),
    event('backstory_complete', 1, { fallback: true }),
    event('complete', 2, { agent: { fallback: { avatar: true } } }),
  ]);
  assert.deepEqual([story.persona.basis, story.picture.basis], ['skipped', 'skipped']);
});

test('events that do not reach the end tell no story', () => {
  assert.equal(hatchStory([event('llm_progress', 0)]), null);
});
