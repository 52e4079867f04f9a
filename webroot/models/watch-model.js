/*
 * What is known of all runs, folded in order into one immutable state: {runs: Map of id to run, strangers: Map
 * of id to its events}. A run is as `GET /api/runs` gives it, with what its events said since. An event that a
 * run's summary includes already changes nothing; events of a run not yet met wait until it is.
 */

import { ENDINGS, statusAfter } from './status-after.js';

const NOTHING = { runs: new Map(), strangers: new Map() };
const HIGHEST = 100; // %

export const nothingKnown = () => NOTHING;

/** The state with these runs (as the server lists them) in it; of each the newer knowledge stays. */
export function meet(state, runs) {
  const known = new Map(state.runs);
  const strangers = new Map(state.strangers);
  for (const run of runs) {
    const before = known.get(run.id);
    const newest = before && before.last_event_id > run.last_event_id ? before : { ...before, ...run };
    known.set(run.id, (strangers.get(run.id) ?? []).reduce(happened, newest));
    strangers.delete(run.id);
  }
  return { runs: known, strangers };
}

/** The state without these strangers, who turned out to be nobody. */
export function forget(state, ids) {
  const strangers = new Map(state.strangers);
  ids.forEach((id) => strangers.delete(id));
  return { ...state, strangers };
}

/** The runs, each with the companion that came of it in its result. */
export function named(runs, agents) {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  return runs.map((run) => {
    const agent = byId.get(run.result?.agent_id);
    return agent ? { ...run, result: { ...run.result, agent } } : run;
  });
}

/** The state after one event {id, type, data} of whatever run. */
export function apply(state, event) {
  const id = event.data.run_id;
  const run = state.runs.get(id);
  if (run) return { ...state, runs: new Map(state.runs).set(id, happened(run, event)) };
  const held = [...(state.strangers.get(id) ?? []), event];
  return { ...state, strangers: new Map(state.strangers).set(id, held) };
}

/** The runs in work, newest first. */
export const running = (state) => sorted(state, ({ status }) => status === 'running');

/** The runs in the queue, the next one first. */
export const waiting = (state) => sorted(state, ({ status }) => status === 'queued').reverse();

/** The runs that ended since this moment (ms), the last one first. */
export function finishedSince(state, moment) {
  return [...state.runs.values()]
    .filter(({ finished_at: at }) => at && Date.parse(at) >= moment)
    .sort((a, b) => Date.parse(b.finished_at) - Date.parse(a.finished_at));
}

/** All runs, newest first. */
export const all = (state) => sorted(state, () => true);

/** The run that somebody means by its number, its id or its name; undefined if it is not known. */
export function find(state, ref) {
  return state.runs.get(ref) ?? all(state).find(({ number, name }) => String(number) === ref || name === ref);
}

/** Whether nothing more can come of this run. */
export function ended({ status }) {
  return Object.values(ENDINGS).includes(status);
}

/** Whether its percentage is partly a guess. */
export function estimated(run) {
  return !ended(run) && run.progress > run.measured && run.estimated !== false;
}

function sorted(state, wanted) {
  return [...state.runs.values()].filter(wanted).sort((a, b) => b.number - a.number);
}

function happened(run, { id, type, data }) {
  if (id <= run.last_event_id) return run;
  const progress = highest(run.progress, data.progress);
  const measured = highest(run.measured, data.measured);
  const status = ended(run) ? run.status : statusAfter({ type, data });
  return {
    ...run,
    progress,
    measured,
    status,
    estimated: data.estimated ?? (progress > measured && !data.fallback),
    message: data.message || run.message,
    ahead: data.ahead ?? run.ahead,
    eta_seconds: 'eta_seconds' in data ? data.eta_seconds : run.eta_seconds,
    started_at: run.started_at ?? (status === 'running' || ENDINGS[type] ? data.timestamp : null),
    finished_at: run.finished_at ?? (ENDINGS[type] ? data.timestamp : null),
    result: outcome(run.result, type, data),
    last_event_id: id,
  };
}

function outcome(result, type, { agent, code, exit_code: exitCode }) {
  switch (type) {
    case 'complete':
      return agent ? { ...result, agent } : result;
    case 'error':
      return { ...result, code };
    case 'task_completed':
      return exitCode === undefined ? result : { ...result, exit_code: exitCode };
    default:
      return result;
  }
}

function highest(before, after) {
  return Number.isFinite(after) ? Math.max(before, Math.min(after, HIGHEST)) : before;
}
