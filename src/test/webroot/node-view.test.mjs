import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, several } from '../../../webroot/models/node-view.js';

const NOW = Date.parse('2026-11-28T21:00:00Z');
const node = (more = {}) => ({
  name: 'a',
  started_at: '2026-11-28T19:55:00Z',
  alive: true,
  leaving: false,
  slots: 4,
  working: 2,
  lag: 0,
  ...more,
});

test('a node says how much of it is at work, and since when it is up', () => {
  assert.deepEqual(line(node(), NOW), { name: 'a', glyph: 'met', says: '2 of 4 at work', since: 'up 1 h 5 min' });
});

test('what lags, leaves or is lost is told', () => {
  assert.equal(line(node({ lag: 1 }), NOW).says, '2 of 4 at work, 1 event behind');
  assert.equal(line(node({ leaving: true }), NOW).says, 'It leaves; 2 of 4 at work');
  const lost = line(node({ alive: false }), NOW);
  assert.deepEqual([lost.glyph, lost.since], ['not met', 'gone']);
});

test('one node alone is not told apart', () => {
  assert.equal(several([node()]), false);
  assert.equal(several([node(), node({ name: 'b' })]), true);
});
