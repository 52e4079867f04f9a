/* Links by which somebody without an account looks at one run: words, nothing of the DOM. */

import { clock, date } from './words.js';

const DAY = 24 * 60 * 60; // s

/** How long a link may live: [seconds, words]; the first is what nobody has to choose. */
export const LIVES = [
  [7 * DAY, '7 days'],
  [3600, 'an hour'],
  [DAY, 'a day'],
  [30 * DAY, '30 days'],
];

/** "until 2 December 2026, 11:42" */
export function until({ expires_at: end }) {
  return `until ${moment(end)}`;
}

/** "Made 25 November 2026, 11:42; works until 2 December 2026, 11:42" */
export function linkWords(share) {
  return `Made ${moment(share.created_at)}; works ${until(share)}`;
}

/** Whether whoever asks, as `GET /api/session` gives them, may share a run of theirs. */
export function mayShare(me) {
  return Boolean(me?.users && me.user !== null && !me.read_only);
}

function moment(text) {
  const time = Date.parse(text);
  return `${date(time)}, ${clock(time)}`;
}
