/* How long each phase takes, provider by provider, and how long one waits before. */

import { partName, providerName } from './numbers-words.js';
import { figure, ticks, timeScale } from './scales.js';
import { isFew } from './trust.js';

const PHASES = [
  { phase: 'llm', title: 'Persona' },
  { phase: 'avatar', title: 'Picture' },
];
const PARTS = ['morning', 'afternoon', 'night'];
const LONGEST_NAME = 26; // characters; what has room beside the figures

/** The panels: {title, note, strip} with strip {rows, ticks, max, sentence}, or null while nothing is known. */
export function phasePanels({ phases, waiting }) {
  const parts = PARTS.flatMap((part) => waiting.filter((row) => row.part === part));
  return [
    ...PHASES.map(({ phase, title }) => {
      const rows = phases.filter((row) => row.phase === phase);
      const named = rows.map((row) => ({ ...row, name: providerName(row.provider) }));
      return panel(title, `, ${dots(rows)}`, named);
    }),
    panel(
      'Waiting',
      ' in the queue',
      parts.map((row) => ({ ...row, name: partName(row.part) })),
    ),
  ];
}

/* The server keeps the count of all, and the durations of the newest. */
function dots(rows) {
  const left = rows.find(({ n, seconds }) => seconds.length < n);
  return left ? `the newest ${left.seconds.length} as dots` : 'one dot per run';
}

function panel(title, what, counted) {
  const rows = counted.filter(({ n }) => n > 0);
  if (rows.length === 0) return { title, note: 'Nothing measured yet.', strip: null };
  const usual = rows.flatMap(({ p95_seconds: p95, median_seconds: median }) => p95 ?? median ?? []);
  const scale = timeScale(
    rows.flatMap(({ seconds }) => seconds),
    usual,
  );
  const unit = scale.minutes ? 'minutes' : 'seconds';
  return {
    title,
    note: `${unit}${what}; median / 95th`,
    strip: {
      rows: rows.map((row) => strip(row, scale)),
      ticks: ticks(scale),
      max: scale.max,
      sentence: `${title}. ${rows.map((row) => told(row, scale)).join('; ')}.`,
    },
  };
}

function strip({ name, n, median_seconds: median, p95_seconds: p95, seconds }, scale) {
  const pair = `${written(median, scale)} / ${written(p95, scale)} ${scale.minutes ? 'min' : 's'}`;
  return { name: shortened(name), n, median, p95, seconds, few: isFew(n), figures: `${pair}, n ${n}` };
}

function told({ name, n, median_seconds: median, p95_seconds: p95 }, scale) {
  const unit = scale.minutes ? 'min' : 's';
  const trust = isFew(n) ? ', too few to trust' : '';
  const figures = `median ${written(median, scale)} ${unit}, 95 of 100 faster than ${written(p95, scale)} ${unit}`;
  return `${name}: ${figures}, ${n} ${n === 1 ? 'run' : 'runs'}${trust}`;
}

function written(seconds, scale) {
  return seconds == null ? '–' : figure(seconds, scale);
}

function shortened(name) {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
