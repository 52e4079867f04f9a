import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, opening, summary, timed } from '../../../webroot/models/nest-model.js';

const NEST = [
  {
    name: 'Tock',
    personality_traits: ['exact'],
    backstory: 'A clockwork owl.',
    created_at: '2026-01-02T00:00:00Z',
    run_id: 'r1',
    fallback: { avatar: false },
  },
  {
    name: 'Assam',
    personality_traits: ['sly'],
    backstory: 'A fox with tea.',
    created_at: '2026-01-03T00:00:00Z',
    run_id: 'r2',
    fallback: { avatar: true },
  },
  {
    name: 'Émile',
    personality_traits: ['kind'],
    backstory: 'Hums.',
    description: 'an owl who hums',
    created_at: '2026-01-01T00:00:00Z',
  },
];
const names = (agents) => agents.map(({ name }) => name);

test('the newest come first, unless asked otherwise', () => {
  assert.deepEqual(names(chosen(NEST, {})), ['Assam', 'Tock', 'Émile']);
  assert.deepEqual(names(chosen(NEST, { order: 'name' })), ['Assam', 'Émile', 'Tock']);
});

test('a word is looked for in names, traits, stories and descriptions', () => {
  assert.deepEqual(names(chosen(NEST, { word: ' OWL ' })), ['Tock', 'Émile']);
  assert.deepEqual(names(chosen(NEST, { word: 'sly' })), ['Assam']);
  assert.deepEqual(chosen(NEST, { word: 'zebra' }), []);
});

test('choosing leaves the nest as it was', () => {
  chosen(NEST, { order: 'name' });
  assert.equal(NEST[0].name, 'Tock');
});

test('how long a hatching took is known from its run', () => {
  const runs = [{ id: 'r1', started_at: '2026-01-02T00:00:00Z', finished_at: '2026-01-02T00:01:04Z' }];
  assert.deepEqual(
    timed(NEST, runs).map(({ took }) => took),
    [64_000, null, null],
  );
  assert.equal(chosen(timed(NEST, runs), { order: 'longest' })[0].name, 'Tock');
});

test('the nest is counted, with its stand-ins', () => {
  assert.equal(summary(NEST), '3 hatched, 1 of them with a stand-in drawing.');
  assert.equal(summary(NEST.slice(0, 1)), '1 hatched.');
  assert.equal(summary([]), '');
});

test('a story is told by its first sentence', () => {
  assert.equal(opening('He waits. And waits.'), 'He waits.');
  assert.equal(opening('He is 4.5 m tall! Really.'), 'He is 4.5 m tall!');
  assert.equal(opening('no end'), 'no end');
});
