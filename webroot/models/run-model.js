/*
 * What is known of one run: its events, folded in order into one immutable state.
 * A percentage never goes back here either, whatever arrives; an event that was seen already changes nothing.
 */

import { stepped } from './mission-steps.js';
import { Rows } from './rows.js';
import { ENDINGS, statusAfter } from './status-after.js';

const PLANS = {
  hatch: [
    { name: 'llm', from: 0, to: 25 },
    { name: 'avatar', from: 25, to: 100 },
  ],
  other: [{ name: 'work', from: 0, to: 100 }],
};
const ORDER = { proposed: -1, queued: 0, running: 1, succeeded: 2, failed: 2, cancelled: 2 };
const HIGHEST = 100; // %

/** The state before any event, from the run as `GET /api/runs/{id}` gives it: who it is, not yet how far. */
export function begin({ kind = 'hatch', ...run }) {
  return {
    id: run.id,
    kind,
    number: run.number ?? null,
    description: run.description ?? run.title ?? '',
    plan: run.plan?.length ? run.plan : (PLANS[kind] ?? PLANS.other),
    status: kind === 'mission' ? 'proposed' : 'queued',
    progress: 0,
    measured: 0, // %
    skipped: [], // spans of the percentage that a fallback jumped over: {from, to}
    message: '',
    ahead: null,
    eta: null,
    etaAtStart: null, // {p50, p90} in s
    createdAt: time(run.created_at),
    startedAt: time(run.started_at),
    at: null,
    elapsed: null, // ms
    persona: null,
    agent: null,
    preview: null,
    fallbacks: {}, // of `persona` and `picture`: {reason, from}
    painted: null, // % measured before saving began
    problem: null,
    exitCode: null,
    steps: new Map(), // of a mission; as in mission-steps.js
    journal: new Rows(),
    lastId: 0,
  };
}

/** The state after one event {id, type, data}. */
export function apply(state, { id, type, data }) {
  if (type === 'gap') return missed(state, data);
  if (type === 'snapshot') return (data.runs ?? []).filter((run) => run.id === state.id).reduce(meet, state);
  if (type === 'beat') return beaten(state, data);
  return id > state.lastId ? happened(state, { id, type, data }) : state;
}

/** Takes over what a run's summary knows better, for a watcher who missed events for good. */
export function meet(state, run) {
  const newer = run.last_event_id > state.lastId;
  return {
    ...state,
    ...risen(state, run),
    status: known(state, run),
    number: state.number ?? run.number ?? null,
    message: newer && run.message ? run.message : state.message,
    ahead: state.ahead ?? run.ahead ?? null,
    eta: state.eta ?? run.eta_seconds ?? null,
    startedAt: state.startedAt ?? time(run.started_at),
    agent: state.agent ?? run.result?.agent ?? null,
    exitCode: state.exitCode ?? run.result?.exit_code ?? null,
  };
}

/** Whether nothing more can come. */
export function ended(state) {
  return ORDER[state.status] === 2;
}

/** Whether the number shown is partly a guess. */
export function estimated(state) {
  return state.progress > state.measured && !state.skipped.some(({ to }) => to >= state.progress);
}

/** The phase of the plan that the percentage is in. */
export function phase(state) {
  return state.plan.find(({ to }) => state.progress < to) ?? state.plan.at(-1);
}

/** What the egg is fed: its last shard waits for the ending. */
export function eggPercent(state) {
  return state.status === 'succeeded' ? HIGHEST : Math.min(state.progress, 99.9);
}

function happened(state, { id, type, data }) {
  const at = time(data.timestamp) ?? state.at;
  const told = statusAfter({ type, data });
  const status = state.kind === 'mission' && !ended(state) ? told : later(state.status, told);
  const startedAt = state.startedAt ?? (ORDER[status] > 0 ? at : null);
  const eta = 'eta_seconds' in data ? data.eta_seconds : state.eta;
  const next = {
    ...state,
    ...moved(state, type, data),
    ...learned(state, type, data),
    status,
    at,
    startedAt,
    eta,
    lastId: id,
    etaAtStart: state.etaAtStart ?? (ORDER[status] > 0 ? eta : null),
    elapsed: at - ((ORDER[status] > 0 ? startedAt : state.createdAt) ?? at),
    steps: stepped(state.steps, { type, data }),
    message: data.message ?? state.message,
  };
  return { ...next, journal: state.journal.with(row(next, data)) };
}

function learned(state, type, data) {
  switch (type) {
    case 'queued':
      return { ahead: data.ahead ?? state.ahead };
    case 'backstory_complete':
      return { persona: data.agent_data };
    case 'avatar_progress':
      return { preview: data.preview_url ?? state.preview };
    case 'complete':
      return { agent: data.agent, persona: data.agent ?? state.persona };
    case 'task_completed':
      return { exitCode: data.exit_code ?? null };
    case 'error':
      return { problem: { code: data.code, retryable: data.retryable === true } };
    default:
      return {};
  }
}

function moved(state, type, data) {
  const numbers = risen(state, data);
  if (state.fallbacks.picture)
    return type === 'complete' ? { ...numbers, fallbacks: explained(state.fallbacks, data) } : numbers;
  if (!jumps(state, type, data))
    return type === 'progress' ? { ...numbers, painted: state.measured } : numbers;
  const part = numbers.progress > state.plan[0].to ? 'picture' : 'persona';
  const from = part === 'picture' ? (state.painted ?? state.measured) : state.measured;
  return {
    ...numbers,
    measured: part === 'picture' ? from : numbers.measured,
    skipped: [...state.skipped, { from, to: numbers.progress }],
    fallbacks: { ...state.fallbacks, [part]: { from, reason: data.reason ?? data.message ?? '' } },
  };
}

/*
 * An estimate never reaches the end of a phase: what stands there unmeasured, a fallback brought there. Only
 * hatchings have any; what others report may look like it.
 */
function jumps(state, type, data) {
  if (state.kind !== 'hatch') return false;
  const unmeasured = data.measured < data.progress && state.plan.some(({ to }) => to === data.progress);
  return (
    data.fallback === true ||
    (unmeasured && !ENDINGS[type]) ||
    (type === 'complete' && data.agent?.fallback?.avatar === true)
  );
}

/* The jump may be seen before it is told why: the ending says it. */
function explained(fallbacks, { message }) {
  return { ...fallbacks, picture: { ...fallbacks.picture, reason: message || fallbacks.picture.reason } };
}

function risen(state, { progress, measured }) {
  const frozen = state.fallbacks.picture !== undefined;
  return {
    progress: highest(state.progress, progress),
    measured: frozen ? state.measured : highest(state.measured, measured),
  };
}

/* A beat counts from the order, so its time is that of the waiting; the work's own comes with its events. */
function beaten(state, { ahead, elapsed_seconds: seconds }) {
  if (state.status !== 'queued') return state;
  const waited = Number.isFinite(seconds) ? seconds * 1000 : 0;
  return { ...state, ahead: ahead ?? state.ahead, elapsed: Math.max(waited, state.elapsed ?? 0) };
}

function missed(state, { to }) {
  const lastId = Number.isFinite(to) ? to : state.lastId;
  return {
    ...state,
    lastId,
    journal: state.journal.with({ id: null, message: 'Some events are no longer kept.' }),
  };
}

function row(state, { message }) {
  const elapsed = ORDER[state.status] > 0 ? state.elapsed : null;
  return {
    id: state.lastId,
    progress: state.progress,
    estimated: estimated(state),
    elapsed,
    message: message ?? '',
  };
}

/* A mission may have gone back to waiting; any other run never goes back. */
function known({ kind, status, lastId }, run) {
  if (kind !== 'mission') return later(status, run.status);
  return run.last_event_id >= lastId && ORDER[status] < 2 ? run.status : status;
}

function later(before, after) {
  return ORDER[after] > ORDER[before] ? after : before;
}

function highest(before, after) {
  return Number.isFinite(after) ? Math.max(before, Math.min(after, HIGHEST)) : before;
}

function time(text) {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
