import assert from 'node:assert/strict';
import test from 'node:test';
import { signInFrom, wayBack } from '../../../webroot/models/way-back.js';

test('whoever signs in comes back to where they were', () => {
  assert.equal(signInFrom('/'), '/sign-in');
  const there = signInFrom('/runs/abc?x=1');
  assert.equal(there, '/sign-in?back=%2Fruns%2Fabc%3Fx%3D1');
  assert.equal(wayBack(there.replace('/sign-in', '')), '/runs/abc?x=1');
  assert.equal(wayBack(''), '/');
});

test('nobody is taken to another site, nor round in circles', () => {
  const places = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil', '/a b', '/sign-in?back=/'];
  for (const place of places) assert.equal(wayBack(`?back=${encodeURIComponent(place)}`), '/');
});
