/* What went otherwise than planned: what is, then what to do. */

import { percent } from './words.js';

const NOTHING_SAID = /^$|^Saving|^Finishing|is here\.?$/;
const PERSONA = 'The model did not answer, so this persona was made from your words alone.';
const PICTURE = 'The painter could not finish.';

/** {lead, rest, action} of a run that needs one, otherwise null. `action` is what may be offered: retry, again or null. */
export function noteOf(state) {
  if (state.status === 'failed') return failure(state);
  if (state.fallbacks.picture) return standIn(state, state.fallbacks);
  if (state.fallbacks.persona) return { lead: reasonOr(state.fallbacks.persona, PERSONA), rest: '', action: null };
  return null;
}

function failure({ message, problem }) {
  return { lead: message, rest: '', action: problem?.retryable === false ? null : 'retry' };
}

function standIn({ status }, { picture, persona }) {
  const truth = `Its last true number was ${percent(picture.from)} %.`;
  const kept = persona
    ? 'The persona was made from your words alone, and the drawing is a stand-in made from it.'
    : 'The drawing is a stand-in made from the persona; the persona is the real one.';
  return { lead: reasonOr(picture, PICTURE), rest: `${truth} ${kept}`, action: status === 'succeeded' ? 'again' : null };
}

function reasonOr({ reason }, otherwise) {
  return NOTHING_SAID.test(reason) || !reason.includes(' ') ? otherwise : reason;
}
