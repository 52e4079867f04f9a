/*
 * What is known of all missions, folded into one immutable state: a Map of id to mission. A mission is as
 * `GET /missions/{id}` gives it, with `steps`, a Map of step name to {status, startedAt, endedAt, message} (times in ms or null). Events that a mission includes
 * already change nothing.
 */

import { stepped } from './mission-steps.js';

const NOTHING = new Map();
const STATUSES = {
  queued: 'executing',
  step_started: 'executing',
  clarification_needed: 'clarification_needed',
  complete: 'completed',
  error: 'failed',
  cancelled: 'cancelled',
};
const ENDED = ['completed', 'failed', 'cancelled'];
const OURS = /^(mission_changed|step_started|step_completed)$/;
const TOLD = [
  'objective',
  'scope',
  'constraints',
  'priority',
  'budget_usd',
  'when_unsure',
  'estimated_cost_usd',
  'ranking',
  'tool_used',
  'tool_confidence',
  'artifact_reference',
  'actual_cost_usd',
  'eta_seconds',
  'ahead',
];
const HIGHEST = 100; // %

export const nothingKnown = () => NOTHING;

/** The state with these missions in it; the newer knowledge stays. */
export function meet(state, missions) {
  const next = new Map(state);
  for (const mission of missions) {
    const id = mission.mission_id;
    next.set(id, merged(state.get(id), { ...mission, steps: NOTHING }));
  }
  return next;
}

/** The state with the steps of one mission as `GET /missions/{id}/progress` tells them. */
export function learn(state, { mission_id: id, steps }) {
  const mission = state.get(id);
  if (!mission) return state;
  const known = new Map(steps.map((step) => [step.step_name, stepOf(step)]));
  for (const [name, heard] of mission.steps)
    known.set(name, { ...heard, startedAt: heard.startedAt ?? known.get(name)?.startedAt ?? null });
  return new Map(state).set(id, { ...mission, steps: known });
}

/** The state after one event {id, type, data} of whatever run. */
export function apply(state, event) {
  const mission = state.get(event.data.run_id) ?? begun(event);
  if (!mission) return state;
  const next = event.id > mission.last_event_id ? happened(mission, event) : seen(mission, event);
  return next === mission ? state : new Map(state).set(mission.mission_id, next);
}

/** Whether an event tells of a mission more than it says itself, so that it is to be asked for. */
export function asksForMore(state, { type, data }) {
  if (!state.has(data.run_id)) return OURS.test(type);
  if (type !== 'mission_changed') return false;
  // What was changed has a history, and older nodes do not tell what it is now.
  return !data.objective || data.changed_fields?.length !== 0;
}

/** The missions with one of these statuses, the newest first. */
export function withStatus(state, ...statuses) {
  return all(state).filter(({ status }) => statuses.includes(status));
}

/** All missions, the newest first. */
export function all(state) {
  return [...state.values()].sort((a, b) => b.number - a.number);
}

/** The last missions that were executed, the one that began last first. */
export function pipeline(state, most) {
  return [...state.values()]
    .filter(({ started_at: at }) => at)
    .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at))
    .slice(0, most);
}

/** Whether nothing more can come of this mission. */
export const ended = ({ status }) => ENDED.includes(status);

/** Whether its percentage is partly a guess. */
export const estimated = (mission) => !ended(mission) && mission.progress > mission.measured;

/* What nobody has asked for yet, as far as its event tells it. */
function begun({ type, data }) {
  if (type !== 'mission_changed' || data.status !== 'proposed' || !data.objective) return undefined;
  return {
    mission_id: data.run_id,
    number: data.number,
    ranking: [],
    progress: 0,
    measured: 0,
    created_at: data.timestamp,
    started_at: null,
    finished_at: null,
    last_event_id: 0,
    steps: NOTHING,
  };
}

/* Read after an event was heard, a mission may still be older than it. */
function merged(before, now) {
  if (!before) return now;
  const { steps, ...live } = before;
  if (before.last_event_id <= now.last_event_id) return { ...live, ...now, steps };
  const { status, progress, measured, current_step, message, eta_seconds, last_event_id } = live;
  const newer = { status, progress, measured, current_step, message, eta_seconds, last_event_id };
  return {
    ...live,
    ...now,
    ...newer,
    steps,
    started_at: now.started_at ?? before.started_at,
    finished_at: now.finished_at ?? before.finished_at,
  };
}

function happened(mission, { id, type, data }) {
  const status = statusAfter(mission, type, data);
  const over = ENDED.includes(status);
  return {
    ...mission,
    ...Object.fromEntries(TOLD.filter((key) => key in data).map((key) => [key, data[key]])),
    status,
    progress: highest(mission.progress, data.progress),
    measured: highest(mission.measured, data.measured),
    current_step: data.step_name ?? mission.current_step,
    message: data.message || mission.message,
    question: status === 'clarification_needed' ? (data.question ?? mission.question) : null,
    started_at: mission.started_at ?? (type === 'step_started' ? data.timestamp : null),
    finished_at: mission.finished_at ?? (over ? data.timestamp : null),
    steps: stepped(mission.steps, { type, data }),
    last_event_id: id,
  };
}

/* What a mission includes already says nothing new but of its steps, which are read apart from it. */
function seen(mission, event) {
  const steps = stepped(mission.steps, event);
  return steps === mission.steps ? mission : { ...mission, steps };
}

function statusAfter(mission, type, data) {
  if (ended(mission)) return mission.status;
  return type === 'mission_changed' ? data.status : (STATUSES[type] ?? mission.status);
}

function stepOf({ status, started_at: started, completed_at: completed, message }) {
  return { status, startedAt: time(started), endedAt: time(completed), message: message ?? '' };
}

function time(text) {
  return text ? Date.parse(text) : null;
}

function highest(before, after) {
  return Number.isFinite(after) ? Math.max(before, Math.min(after, HIGHEST)) : before;
}
