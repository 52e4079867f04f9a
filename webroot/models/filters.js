/* Which runs are looked at. The page's address holds it: ?kind=task&state=finished&text=checkout&run=1042. */

import { ended } from './watch-model.js';
import { titleOf } from './watch-view.js';

const KEYS = ['kind', 'state', 'text', 'run'];

/** The filters that an address's query says, '' where it says nothing. */
export function fromQuery(query) {
  const given = new URLSearchParams(query);
  return Object.fromEntries(KEYS.map((key) => [key, given.get(key) ?? '']));
}

/** The query that says these filters: '' when there are none, otherwise with its "?". */
export function toQuery(filters) {
  const said = KEYS.filter((key) => filters[key]).map((key) => [key, filters[key]]);
  return said.length ? `?${new URLSearchParams(said)}` : '';
}

/** Whether a run is one of those looked at. */
export function fits(run, { kind, state, text }) {
  if (kind && run.kind !== kind) return false;
  if (state && ended(run) !== (state === 'finished')) return false;
  return spoken(run).includes(text.trim().toLocaleLowerCase());
}

/** Whether anything is left out. */
export const narrowed = ({ kind, state, text }) => Boolean(kind || state || text.trim());

function spoken(run) {
  return [titleOf(run), run.description, run.message, run.number, run.result?.agent?.name]
    .join(' ')
    .toLocaleLowerCase();
}
