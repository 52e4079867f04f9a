import assert from 'node:assert/strict';
import { test } from 'node:test';
import { etaPanels } from '../../../webroot/models/eta-panels.js';
import { standInPanels } from '../../../webroot/models/stand-in-panels.js';
import { phasePanels } from '../../../webroot/models/strip-panels.js';

const row = (more) => ({ n: 40, median_seconds: 4, p95_seconds: 6.1, seconds: Array(40).fill(4), ...more });
const week = (i) => `2026-09-${String(7 + i * 7).padStart(2, '0')}`;
const weeks = (...counts) => counts.map(([n, of], i) => ({ from: week(i), n, of }));

test('each phase has a panel, each provider a row, and every row says of how many', () => {
  const [persona, picture, waiting] = phasePanels({
    phases: [
      row({ phase: 'llm', provider: 'storyteller' }),
      row({ phase: 'llm', provider: 'somebody-new', n: 1, median_seconds: 12.4, p95_seconds: 12.4 }),
    ],
    waiting: [row({ part: 'night', n: 0 }), row({ part: 'afternoon' }), row({ part: 'morning' })],
  });

  assert.deepEqual(
    persona.strip.rows.map(({ name, figures, few }) => [name, figures, few]),
    [
      ['Embedded storyteller', '4 / 6 s, n 40', false],
      ['somebody-new', '12 / 12 s, n 1', true],
    ],
  );
  assert.equal(
    persona.strip.sentence,
    'Persona. Embedded storyteller: median 4 s, 95 of 100 faster than 6 s, 40 runs; ' +
      'somebody-new: median 12 s, 95 of 100 faster than 12 s, 1 run, too few to trust.',
  );
  assert.equal(picture.strip, null);
  assert.deepEqual(
    waiting.strip.rows.map(({ name }) => name),
    ['Morning', 'Afternoon'],
  );
  assert.equal(waiting.note, 'seconds in the queue; median / 95th');
});

test('long phases are written in minutes', () => {
  const long = { n: 2, median_seconds: 190, p95_seconds: 540, seconds: [190, 540] };
  const [, picture] = phasePanels({ phases: [row({ phase: 'avatar', provider: 'x', ...long })], waiting: [] });
  assert.equal(picture.strip.rows[0].figures, '3.2 / 9 min, n 2');
  assert.deepEqual(picture.strip.ticks, ['0 min', '5 min', '10 min']);
  assert.equal(picture.note, 'minutes, one dot per run; median / 95th');
});

test('where not all runs are drawn, it is said how many are', () => {
  const [persona] = phasePanels({ phases: [row({ phase: 'llm', provider: 'x', n: 41 })], waiting: [] });
  assert.equal(persona.note, 'seconds, the newest 40 as dots; median / 95th');
});

test('stand-ins are shown by reason on one scale, the most frequent first', () => {
  const panels = standInPanels({
    stand_ins: [
      { code: 'model_slow', n: 1, of: 90, weeks: weeks([0, 30], [1, 30], [0, 30]) },
      { code: 'renderer_silent', n: 3, of: 90, weeks: weeks([2, 30], [1, 12], [0, 0]) },
      { code: 'moon_phase', n: 0, of: 90, weeks: weeks([0, 30], [0, 30], [0, 30]) },
    ],
  });

  assert.deepEqual(
    panels.map(({ title, note, bars }) => [title, note, bars.max]),
    [
      ['The painter went silent', '3 of 90, by week', 12],
      ['The model timed out', '1 of 90, by week', 12],
    ],
  );
  assert.deepEqual(panels[0].bars.ends, ['Sept.', 'this week']);
  assert.match(panels[0].bars.sentence, /2 of 30, 1 of 12, 0 of 0\. The last week is not over\.$/);
});

test('a week of few and the week that is not over are hatched', () => {
  const [panel] = standInPanels({
    stand_ins: [{ code: 'x', n: 3, of: 72, weeks: weeks([1, 30], [1, 12], [1, 30]) }],
  });
  assert.equal(panel.title, 'x');
  assert.deepEqual(
    panel.bars.bars.map(({ few }) => few),
    [false, true, true],
  );
});

test('the order of the server is left as it was', () => {
  const standIns = [
    { code: 'a', n: 1, of: 9, weeks: weeks([1, 9]) },
    { code: 'b', n: 2, of: 9, weeks: weeks([2, 9]) },
  ];
  standInPanels({ stand_ins: standIns });
  assert.equal(standIns[0].code, 'a');
});

test('errors are drawn as shares, comparable from panel to panel', () => {
  const errors = [
    { from: -4, to: -2, n: 10 },
    { from: -2, to: 0, n: 20 },
    { from: 2, to: 4, n: 10 },
  ];
  const exact = (n) => [{ from: 0, to: 2, n }];
  const [start, later, few] = etaPanels({
    etas: [
      { said_at: 0, n: 40, half_within_seconds: 9, inside: 0.4, later: 0.1, errors },
      { said_at: 25, n: 40, half_within_seconds: 1, inside: null, later: null, errors: exact(40) },
      { said_at: 62.5, n: 2, half_within_seconds: 0.2, inside: 1, later: 0, errors: exact(2) },
    ],
  });

  assert.deepEqual(start.hist.heights.slice(7, 13), [0, 0.25, 0.5, 0, 0.25, 0]);
  assert.equal(later.hist.heights[10], 1);
  assert.deepEqual([few.title, few.note, few.hist.few], ['Said at 62.5 %', 'half within ≈ 1 s, n 2', true]);
  assert.equal(
    start.hist.sentence,
    'Said at the start: half within 9 s, n 40. The end came inside the range we gave in 16 of 40 cases and later in 4. ' +
      'From 20 s sooner to 20 s later.',
  );
});

test('one that was very wrong is counted at the end, and does not make the others small', () => {
  const errors = [
    { from: 0, to: 2, n: 39 },
    { from: 598, to: 600, n: 1 },
  ];
  const [{ hist }] = etaPanels({ etas: [{ said_at: 0, n: 40, half_within_seconds: 1, inside: 1, later: 0, errors }] });
  assert.deepEqual(hist.ends, ['20 s sooner', '20 s or more later']);
  assert.equal(hist.heights[19].toFixed(3), (1 / 39).toFixed(3));
});

test('where many were very wrong, the scale reaches as far', () => {
  const errors = [
    { from: 0, to: 2, n: 20 },
    { from: -110, to: -108, n: 20 },
  ];
  const [{ hist }] = etaPanels({ etas: [{ said_at: 0, n: 40, half_within_seconds: 50, inside: 1, later: 0, errors }] });
  assert.deepEqual(hist.ends, ['2 min sooner', '2 min later']);
  assert.deepEqual([hist.heights[0], hist.heights[10]], [1, 1]);
});

test('a moment at which nothing was said yet says so', () => {
  const nothing = { said_at: 25, n: 0, half_within_seconds: null, inside: null, later: null, errors: [] };
  const one = { said_at: 0, n: 1, half_within_seconds: 0.2, inside: 1, later: 0, errors: [{ from: -1, to: 1, n: 1 }] };
  assert.equal(etaPanels({ etas: [one, nothing] })[1].hist, null);
  assert.deepEqual(etaPanels({ etas: [nothing] }), []);
});
