import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIVES, linkWords, mayShare, until } from '../../../webroot/models/share-view.js';

const LINK = { id: 1, created_at: '2026-11-25T11:42:00', expires_at: '2026-12-02T11:42:00' };

test('a link says when it was made and when it ends', () => {
  assert.equal(until(LINK), 'until 2 December 2026, 11:42');
  assert.equal(linkWords(LINK), 'Made 25 November 2026, 11:42; works until 2 December 2026, 11:42');
});

test('a link lives a week unless somebody chooses', () => {
  assert.deepEqual(LIVES[0], [604_800, '7 days']);
});

test('only users who may change something share, and nobody where there are no users', () => {
  assert.equal(mayShare({ users: true, user: 'ada', read_only: false }), true);
  assert.equal(mayShare({ users: true, user: 'ada', read_only: true }), false);
  assert.equal(mayShare({ users: true, user: null, read_only: true, run: 'r' }), false);
  assert.equal(mayShare({ users: false, user: 'local', read_only: false }), false);
  assert.equal(mayShare(null), false);
});
