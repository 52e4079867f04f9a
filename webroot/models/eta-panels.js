/* How wrong the remaining times were that people were told. */

import { binned, reachOf } from './errors.js';
import { isFew, of100, outOf100 } from './trust.js';
import { percent, roughly } from './words.js';

/**
 * A panel for each moment at which a time was said: {title, note, hist}, with hist {heights, few, ends,
 * sentence} or null while nothing is known. Heights are 0–1, from the soonest end to the latest, half of them
 * sooner than said, and comparable between panels of enough values.
 */
export function etaPanels({ etas }) {
  if (etas.every(({ n }) => n === 0)) return [];
  const reach = reachOf(etas.flatMap(({ errors }) => errors));
  const drawn = etas.map((eta) => ({ ...eta, ...binned(eta.errors, reach) }));
  const highest = Math.max(0, ...drawn.filter(({ n }) => !isFew(n)).flatMap(({ shares }) => shares));
  return drawn.map((eta) => panel(eta, reach, highest));
}

function panel(eta, reach, highest) {
  const { n, said_at: at, errors } = eta;
  const title = at === 0 ? 'Said at the start' : `Said at ${percent(at)} %`;
  if (n === 0 || errors.length === 0) return { title, note: 'Nothing to compare yet, n 0', hist: null };
  const note = within(eta);
  const ends = [end(reach, eta.below, 'sooner'), end(reach, eta.above, 'later')];
  const top = isFew(n) ? Math.max(...eta.shares) : highest;
  return {
    title,
    note,
    hist: {
      heights: eta.shares.map((share) => share / top),
      few: isFew(n),
      ends,
      sentence: `${title}: ${note}.${kept(eta)} From ${ends.join(' to ')}.`,
    },
  };
}

function within({ n, half_within_seconds: half }) {
  if (half == null) return `n ${n}`;
  return `half within ${isFew(n) ? '≈ ' : ''}${roughly(Math.max(1, half) * 1000)}, n ${n}`;
}

function kept({ n, inside, later }) {
  if (inside == null) return '';
  return ` The end came inside the range we gave in ${of100(inside, n)} cases and later in ${outOf100(later, n)}.`;
}

function end(reach, beyond, side) {
  return `${roughly(reach * 1000)} ${beyond ? 'or more ' : ''}${side}`;
}
