/* Which mission is looked at. */

import { pipeline, withStatus } from './mission-model.js';

/**
 * The mission somebody chose, or what is newest at work. What was looked at before stays until it has ended and
 * another one runs. `chosen` and `before` are ids or null.
 */
export function looked(state, { chosen, before }) {
  const busy = withStatus(state, 'executing', 'clarification_needed');
  const kept = state.get(before);
  const usual = busy.includes(kept) ? kept : busy[0];
  return state.get(chosen) ?? usual ?? kept ?? pipeline(state, 1)[0];
}
