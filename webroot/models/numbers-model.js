/* What the page "Numbers" says and shows of GET /api/analytics/all. */

import { etaPanels } from './eta-panels.js';
import { standInPanels } from './stand-in-panels.js';
import { phasePanels } from './strip-panels.js';
import { isFew, of100, outOf100 } from './trust.js';
import { roughly } from './words.js';

/** Whether there is nothing at all to count. */
export function nothingYet({ runs, phases, waiting, stand_ins: standIns, etas }) {
  return runs.n === 0 && [...phases, ...waiting, ...standIns, ...etas].every(({ n }) => n === 0);
}

/** The page's sections in their order: {title, four, none, panels}; `none` is said where there is no panel. */
export function sections(numbers) {
  return [
    { title: 'How long each phase takes', panels: phasePanels(numbers) },
    {
      title: 'How often a stand-in was needed',
      four: true,
      panels: standInPanels(numbers),
      none: 'Never so far. Every persona and every picture is the real one.',
    },
    {
      title: 'How right our remaining times were',
      panels: etaPanels(numbers),
      none: 'No remaining time has come true or false yet.',
    },
  ];
}

/**
 * The days in one sentence or two, as pieces [{text, figure, few}]: a `figure` stands out, and one made of
 * `few` is only about right.
 */
export function sentence({ days, runs, etas }) {
  const start = [{ text: `In the last ${days} days ` }, ...hatched(runs), { text: '.' }];
  const rest = listed([...endings(runs), ...kept(etas)]);
  return rest.length ? [...start, { text: ' ' }, ...capital(rest), { text: '.' }] : start;
}

function hatched({ succeeded, median_seconds: median }) {
  if (succeeded === 0) return [{ text: 'nobody hatched' }];
  const count = [figure(succeeded), { text: succeeded === 1 ? ' companion hatched' : ' companions hatched' }];
  if (median == null) return count;
  const time = { ...figure(roughly(median * 1000)), few: isFew(succeeded) };
  if (time.few) time.text = `≈ ${time.text}`;
  return [...count, { text: succeeded === 1 ? ', in ' : ', half of them in under ' }, time];
}

function endings({ fallback_avatars: standIns, cancelled, failed }) {
  return [
    [standIns, 'got a stand-in drawing', 'got a stand-in drawing'],
    [cancelled, 'was cancelled', 'were cancelled'],
    [failed, 'failed', 'failed'],
  ]
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => [figure(n), { text: ` ${n === 1 ? one : many}` }]);
}

/* Of the ranges said at the start; those said later are narrower, and shown further down. */
function kept(etas) {
  const said = etas.find(({ n, inside }) => n > 0 && inside != null);
  if (!said) return [];
  const few = isFew(said.n);
  const count = (share, words) => ({ ...figure(words(share, said.n)), few });
  return [
    [
      { text: 'the end came inside the range we gave in ' },
      count(said.inside, of100),
      { text: said.n === 1 ? ' case and later\u00a0in\u00a0' : ' cases and later\u00a0in\u00a0' },
      count(said.later, outOf100),
    ],
  ];
}

/* "a", "a and b", "a, b, and c". */
function listed(clauses) {
  const last = clauses.length - 1;
  const joint = (i) => (i < last ? ', ' : clauses.length > 2 ? ', and ' : ' and ');
  return clauses.flatMap((clause, i) => (i === 0 ? clause : [{ text: joint(i) }, ...clause]));
}

function capital([first, ...rest]) {
  return [{ ...first, text: first.text[0].toUpperCase() + first.text.slice(1) }, ...rest];
}

function figure(value) {
  return { text: String(value), figure: true };
}
