/* What went otherwise than planned: what is, then what to do. */

import { percent } from './words.js';

// nothing, a bare code, or the sentence of something else
const NO_REASON = /^$|^\S+$|^Saving|^Finishing| is here/;
const PERSONA = 'The model did not answer.';
const PICTURE = 'The painter could not finish.';
const FROM_WORDS = 'This persona was made from your words alone.';

/**
 * {lead, rest, action} of a run that needs one, otherwise null. `action` is what may be offered: retry,
 * again or null.
 */
export function noteOf(state) {
  const { persona, picture } = state.fallbacks;
  if (state.status === 'failed') return failure(state);
  if (picture && state.status !== 'running') return standIn(state, state.fallbacks);
  return persona ? fromWords(reasonOr(persona, PERSONA)) : null;
}

/* Only a hatching can be tried again from here; what others report, they start. */
function failure({ kind, message, problem }) {
  const again = kind === 'hatch' && problem?.retryable !== false;
  return { lead: message, rest: '', action: again ? 'retry' : null };
}

function fromWords(lead) {
  return { lead, rest: lead.includes('your words') ? '' : FROM_WORDS, action: null };
}

function standIn({ status }, { picture, persona }) {
  const truth = `Its last true number was ${percent(picture.from)} %.`;
  const kept = persona
    ? 'The persona was made from your words alone, and the drawing is a stand-in made from it.'
    : 'The drawing is a stand-in made from the persona; the persona is the real one.';
  return {
    lead: reasonOr(picture, PICTURE),
    rest: `${truth} ${kept}`,
    action: status === 'succeeded' ? 'again' : null,
  };
}

function reasonOr({ reason }, otherwise) {
  return NO_REASON.test(reason) ? otherwise : reason;
}
