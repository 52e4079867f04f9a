/* How the nodes of an installation read: words and signs, nothing of the DOM. */

import { roughly } from './words.js';

/** A node, as `GET /api/nodes` gives it, as a line: {name, glyph, says, since}; `now` is the time (ms). */
export function line(node, now) {
  return {
    name: node.name,
    glyph: !node.alive ? 'not met' : node.leaving ? 'waiting' : 'met',
    says: says(node),
    since: node.alive ? `up ${roughly(now - Date.parse(node.started_at))}` : 'gone',
  };
}

/** Whether there is more than one, so that it is worth telling them apart. */
export const several = (nodes) => nodes.length > 1;

function says({ alive, leaving, slots, working, lag }) {
  if (!alive) return 'It does not answer; others go on with its runs.';
  const work = `${working} of ${slots} at work`;
  const late = lag > 0 ? `, ${lag} ${lag === 1 ? 'event' : 'events'} behind` : '';
  return leaving ? `It leaves; ${work}${late}` : work + late;
}
