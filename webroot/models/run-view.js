/* How one state of a run reads on the page: words and bases, nothing of the DOM. */

import { lost } from './connection.js';
import { eggPercent, ended, estimated, phase } from './run-model.js';
import { noteOf } from './run-notes.js';
import { wordsOf } from './run-words.js';
import { exactly, percent, range } from './words.js';

const PHASES = { llm: 'Persona', avatar: 'Picture' };
const PAINTED = 99; // %; the painter only tidies up from here
const ENDS = { succeeded: 'Done', cancelled: 'Cancelled', failed: 'Stopped' };

/**
 * Everything the page shows of a run.
 *
 * @param age how old the state is in ms while there is no connection, otherwise null
 */
export function view(state, age = null) {
  const guess = estimated(state);
  const stale = age !== null && !ended(state);
  return {
    mood: mood(state),
    percent: percent(state.progress),
    estimated: guess,
    faint: ['proposed', 'queued', 'cancelled', 'failed'].includes(state.status),
    stale,
    basis: basis(state, guess, stale ? age : null),
    now: stale ? lost(seconds(age), 'the run goes on') : now(state),
    facts: facts(state, stale),
    note: noteOf(state),
    egg: {
      percent: eggPercent(state),
      measured: state.measured,
      picture: picture(state),
    },
    title: `${guess ? 'about ' : ''}${percent(state.progress)} %`,
  };
}

/* A preview lives as long as it is painted; asking for it later would be in vain. */
function picture({ agent, preview, status, progress }) {
  if (agent) return agent.avatar_url;
  return status === 'running' && progress < PAINTED ? preview : null;
}

/** The plan's phases as people call them: {name, to}. */
export function spans(state) {
  return state.plan.map(({ name, to }) => ({ name: PHASES[name] ?? name, to }));
}

/** What is worth saying aloud when it begins to be so: milestones only. */
export function milestone(state) {
  return ended(state) || state.status === 'queued' ? now(state) : '';
}

function mood(state) {
  return ended(state) && state.status !== 'succeeded' ? 'cold' : state.status;
}

function basis(state, guess, age) {
  const { kind, text } = groundOf(state, guess);
  return { kind, text: age === null ? text : `${text}, ${seconds(age)} old` };
}

function groundOf(state, guess) {
  const picture = state.fallbacks.picture;
  if (state.progress === 0 && ['proposed', 'queued'].includes(state.status))
    return { kind: 'none', text: 'Not started' };
  if (picture) return { kind: 'skipped', text: `Measured to ${percent(picture.from)} %, then skipped` };
  if (guess) return { kind: 'estimated', text: 'Estimated' };
  if (state.skipped.some(({ to }) => to >= state.progress))
    return { kind: 'skipped', text: 'Skipped, not measured' };
  return { kind: mood(state) === 'cold' ? 'cold' : 'measured', text: 'Measured' };
}

function now(state) {
  switch (state.status) {
    case 'queued':
      return `${place(state.ahead)} Your place is kept even if you close this page.`;
    case 'proposed':
    case 'running':
      return state.message || wordsOf(state)[state.status];
    default:
      return wordsOf(state)[state.status];
  }
}

function place(ahead) {
  return ahead > 1 ? `${ahead} ahead of you.` : 'You are next.'; // the one ahead is on the lamp already
}

function facts(state, stale) {
  const heard = stale ? ', when last heard' : '';
  return [
    [etaLabel(state), etaOf(state, heard)],
    ['Phase', state.kind === 'hatch' ? phaseName(state) : null],
    ['Exit code', state.exitCode === null ? null : String(state.exitCode)],
    [elapsedLabel(state), state.elapsed === null ? null : exactly(state.elapsed) + heard],
  ].filter(([, text]) => text !== null);
}

function etaLabel(state) {
  if (state.status === 'succeeded') return 'We had said';
  return ended(state) ? 'Was still to go' : 'Still to go';
}

function etaOf(state, heard) {
  if (state.status === 'succeeded') return range(state.etaAtStart);
  const text = range(state.eta);
  if (text === null || state.status === 'failed') return ended(state) ? null : 'not known yet';
  return text + (state.status === 'queued' ? ', with the waiting' : '') + heard;
}

function phaseName(state) {
  if (state.status === 'queued') return 'Queue';
  const { name } = phase(state);
  return ENDS[state.status] ?? PHASES[name] ?? name;
}

function elapsedLabel(state) {
  if (state.status === 'queued' || state.status === 'proposed') return 'Waiting for';
  if (state.status === 'succeeded') return 'It took';
  return ended(state) ? 'It ran for' : 'Running for';
}

function seconds(ms) {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}
