import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atTheEnd, faster, grown, moved, passed, toggled } from '../../../webroot/models/playback.js';

const LONG = 60_000; // ms

test('a run that goes on is followed as long as nobody looks back', () => {
  const end = atTheEnd(LONG);
  assert.equal(grown(end, LONG + 500).at, LONG + 500);
  assert.equal(grown(moved(end, 10_000, LONG), LONG + 500).at, 10_000);
});

test('play at the end begins anew, elsewhere goes on, and pauses when pressed again', () => {
  const playing = toggled(atTheEnd(LONG), LONG);
  assert.deepEqual([playing.playing, playing.at], [true, 0]);
  assert.equal(toggled(moved(atTheEnd(LONG), 10_000, LONG), LONG).at, 10_000);
  assert.equal(toggled(playing, LONG).playing, false);
});

test('it plays at the chosen speed and stops at the end', () => {
  const playing = toggled(atTheEnd(LONG), LONG);
  assert.equal(passed(playing, 1_000, LONG).at, 4_000);
  const over = passed(playing, 20_000, LONG);
  assert.deepEqual([over.at, over.playing, over.follows], [LONG, false, true]);
  assert.equal(passed(over, 1_000, LONG), over);
});

test('the speeds go round: 1, 4, 16', () => {
  let state = atTheEnd(LONG);
  const speeds = [state.speed];
  for (let i = 0; i < 3; i++) speeds.push((state = faster(state)).speed);
  assert.deepEqual(speeds, [4, 16, 1, 4]);
});

test('it is never put beyond the ends', () => {
  assert.deepEqual([moved(atTheEnd(LONG), -5, LONG).at, moved(atTheEnd(LONG), 1e9, LONG).at], [0, LONG]);
});
