/* What a run says of itself where it has no message of its own, by kind. */

const STOPPED = 'It stopped here.';
const WORDS = {
  hatch: {
    running: 'Asking the model for a persona.',
    cancelled: 'You stopped it here. Nothing was kept.',
    failed: STOPPED,
  },
  task: {
    running: 'It has begun; nothing is reported yet.',
    succeeded: 'All of it is done.',
    cancelled: 'It was stopped here. Whoever reports it may still be at work.',
    failed: STOPPED,
  },
  mission: {
    proposed: 'It waits for your word on the page Missions.',
    running: 'It is at work.',
    succeeded: 'It is done.',
    cancelled: 'It was stopped here.',
    failed: STOPPED,
  },
  command: {
    running: 'It runs; it has shown no bar yet.',
    succeeded: 'It ended well.',
    cancelled: 'It was stopped here.',
    failed: STOPPED,
  },
};

const LEADS_TO = {
  proposed: 'Decide on it',
  succeeded: 'See what came of it',
};

/** What a link to the page of missions is called on the page of one's run. */
export const leadsTo = ({ status }) => LEADS_TO[status] ?? 'To its mission';

/** The words for each status of this run: {running, succeeded, cancelled, failed}. */
export function wordsOf(state) {
  const words = WORDS[state.kind] ?? WORDS.task;
  return state.kind === 'hatch' ? { ...words, succeeded: arrival(state) } : words;
}

function arrival({ agent, fallbacks }) {
  return `${agent?.name ?? 'Your companion'} is here${fallbacks.picture ? ', with a stand-in drawing' : ''}.`;
}
