/* A run's course as it is drawn and told; its moments as models/course.js makes them. */

import { exactly, grouped, percent } from './words.js';

const SPANS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 43_200, 86_400]; // s
const TICKS_MOST = 7;

/** The index of the last moment at or before this time (ms); 0 before the first. */
export function indexAt(moments, at) {
  let [low, high] = [0, moments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (moments[middle].at <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The lines of the chart's flag: "62.5 %, measured" and "#88 231 at 34.7 s, step 20 of 40". */
export function flag({ id, at, progress, basis, step, mark }) {
  const what = mark ?? step;
  return [
    `${basis === 'estimated' ? '≈ ' : ''}${percent(progress)} %, ${basis}`,
    `#${grouped(id)} at ${exactly(at)}${what ? `, ${what}` : ''}`,
  ];
}

/** The same for those who listen: "34.7 seconds, 62.5 percent, measured. Painting, step 20 of 40." */
export function spoken({ at, progress, basis, words }) {
  const moment = exactly(at).replace(/ s$/, ' seconds');
  return `${moment}, ${percent(progress)} percent, ${basis}. ${words}`.trim();
}

/** Where the axis of time is marked: {max, ticks: [{at, label}]}, both in ms. */
export function axis(duration) {
  const seconds = Math.max(1, duration / 1000);
  const span = SPANS.find((each) => seconds / each <= TICKS_MOST - 1) ?? Math.ceil(seconds / TICKS_MOST);
  const count = Math.ceil(seconds / span);
  const ticks = Array.from({ length: count + 1 }, (_, i) => ({
    at: i * span * 1000,
    label: label(i * span, span),
  }));
  return { max: count * span * 1000, ticks };
}

/**
 * Neighbouring moments of one basis together: {basis, points: [{at, progress}]}. A stretch lasts until the next
 * one begins; what was not measured begins where the one before it was left.
 */
export function stretches(moments) {
  const found = [];
  for (const moment of moments) {
    const last = found.at(-1);
    const { at, progress, basis } = moment;
    if (last?.basis === basis) last.points.push({ at, progress });
    else found.push({ basis, points: [...(last ? meeting(last, at, basis) : []), { at, progress }] });
  }
  return found;
}

function meeting(last, at, basis) {
  const { progress } = last.points.at(-1);
  last.points.push({ at, progress });
  return basis === 'measured' ? [] : [{ at, progress }];
}

/* In the unit that all of the marks can be told in. */
function label(seconds, span) {
  if (seconds === 0 || span % 60) return `${seconds} s`;
  return span % 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`;
}
