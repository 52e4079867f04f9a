import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingYet, sections, sentence } from '../../../webroot/models/numbers-model.js';

const RUNS = {
  n: 424,
  succeeded: 412,
  failed: 0,
  cancelled: 12,
  median_seconds: 58,
  fallback_personas: 4,
  fallback_avatars: 17,
};
const ETA = { said_at: 0, n: 412, half_within_seconds: 9, inside: 0.41, later: 0.09, errors: [] };
const NO_RUNS = { n: 0, succeeded: 0, failed: 0, cancelled: 0, median_seconds: null, fallback_avatars: 0 };
const NOTHING = {
  days: 30,
  runs: NO_RUNS,
  phases: [],
  waiting: [],
  stand_ins: [],
  etas: [0, 25, 62.5].map((at) => ({ said_at: at, n: 0, half_within_seconds: null, inside: null, later: null, errors: [] })),
};
const said = (numbers) =>
  sentence({ ...NOTHING, ...numbers })
    .map(({ text }) => text)
    .join('');
const figures = (numbers) => sentence({ ...NOTHING, ...numbers }).filter(({ figure }) => figure);

test('the days are told in a sentence whose figures stand out', () => {
  assert.equal(
    said({ runs: RUNS, etas: [ETA] }),
    'In the last 30 days 412 companions hatched, half of them in under 58 s. 17 got a stand-in drawing, ' +
      '12 were cancelled, and the end came inside the range we gave in 41 of 100 cases and later\u00a0in\u00a09.',
  );
  assert.deepEqual(
    figures({ runs: RUNS, etas: [ETA] }).map(({ text }) => text),
    ['412', '58 s', '17', '12', '41 of 100', '9'],
  );
});

test('one is not spoken of as many, and what did not happen is not spoken of', () => {
  const runs = { ...NOTHING.runs, n: 2, succeeded: 1, cancelled: 1, median_seconds: 72 };
  assert.equal(said({ runs }), 'In the last 30 days 1 companion hatched, in ≈ 1 min 12 s. 1 was cancelled.');
  assert.equal(
    said({ runs: { ...runs, succeeded: 0, cancelled: 2, failed: 3 } }),
    'In the last 30 days nobody hatched. 2 were cancelled and 3 failed.',
  );
});

test('a figure made of few says that it is only about right, and of how many it is made', () => {
  const few = { ...RUNS, n: 19, succeeded: 19 };
  assert.deepEqual(
    figures({ runs: few, etas: [{ ...ETA, n: 6, inside: 5 / 6, later: 1 / 6 }] }).filter((piece) => piece.few),
    [
      { text: '≈ 58 s', figure: true, few: true },
      { text: '5 of 6', figure: true, few: true },
      { text: '1', figure: true, few: true },
    ],
  );
  assert.equal(figures({ runs: { ...RUNS, succeeded: 20 } })[1].text, '58 s');
});

test('a sentence that starts with a word starts with a capital', () => {
  const runs = { ...NOTHING.runs, n: 30, succeeded: 30 };
  assert.match(said({ runs, etas: [{ ...ETA, n: 30 }] }), /hatched\. The end came/);
});

test('there is nothing to count until something was counted', () => {
  assert.equal(nothingYet(NOTHING), true);
  assert.equal(nothingYet({ ...NOTHING, runs: RUNS }), false);
  assert.equal(nothingYet({ ...NOTHING, etas: [ETA] }), false);
});

test('the sections keep their order, whatever is in them', () => {
  const [phases, standIns, etas] = sections(NOTHING);
  assert.deepEqual(
    phases.panels.map(({ title, note, strip }) => [title, note, strip]),
    ['Persona', 'Picture', 'Waiting'].map((title) => [title, 'Nothing measured yet.', null]),
  );
  assert.deepEqual([standIns.panels, etas.panels], [[], []]);
});
