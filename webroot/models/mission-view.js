/* How missions read on the page "Missions": words and bases, nothing of the DOM. */

import { ended, estimated } from './mission-model.js';
import { titleOf } from './mission-steps.js';
import { usd } from './money.js';
import { exactly, percent, range, roughly } from './words.js';

const BADGES = {
  proposed: { word: 'Proposed', glyph: 'waiting' },
  clarification_needed: { word: 'Asks you', glyph: 'asking' },
  approved: { word: 'Approved', glyph: 'waiting' },
  executing: { word: 'Executing', glyph: 'in work' },
  completed: { word: 'Completed', glyph: 'met' },
  failed: { word: 'Failed', glyph: 'not met' },
  cancelled: { word: 'Cancelled', glyph: 'cancelled' },
};

const ENDS = ['failed', 'cancelled'];

/** A mission's status as {word, glyph}. */
export function badge({ status }) {
  return BADGES[status] ?? { word: status, glyph: 'waiting' };
}

/** A mission that goes on, as a row; `now` is the time (ms). */
export function live(mission, now) {
  const guess = estimated(mission);
  return {
    id: mission.mission_id,
    title: mission.objective,
    badge: badge(mission),
    estimated: guess,
    figure: figure(mission),
    step: mission.current_step ? `Step: ${mission.current_step} (${figure(mission)})` : waiting(mission),
    elapsed: elapsed(mission, now),
    eta: range(mission.eta_seconds) ?? '',
    progress: mission.progress,
    measured: mission.measured,
    spoken: spoken(mission),
  };
}

/** "62.5 %", of an estimate "≈ 67 %". */
export function figure(mission) {
  return `${estimated(mission) ? '≈ ' : ''}${percent(mission.progress)} %`;
}

/** One of the last missions as a line: {id, glyph, words, tool, figure, took}. */
export function line(mission, now) {
  return {
    id: mission.mission_id,
    glyph: badge(mission).glyph,
    words: mission.objective,
    tool: mission.tool_used ?? (ended(mission) ? 'no tool' : 'no tool yet'),
    figure: figure(mission),
    estimated: estimated(mission),
    took: took(mission, now),
  };
}

/** "Mission 77, elapsed 14.6 s, $0.02 so far", as far as it is known. */
export function subtitle(mission, now) {
  return [`Mission ${mission.number}`, passed(mission, now), cost(mission)].filter(Boolean).join(', ');
}

/** A mission that was not executed yet: {id, title, badge, facts, changes, actions}. */
export function proposal(mission) {
  return {
    id: mission.mission_id,
    title: mission.objective,
    badge: badge(mission),
    facts: facts(mission),
    changes: changes(mission),
    actions:
      mission.status === 'approved' ? ['execute', 'schedule', 'cancel'] : ['approve', 'change', 'cancel'],
  };
}

/** What may be done with one that was executed. */
export function actions({ status }) {
  if (status === 'completed') return ['rate', 'keep', 'schedule'];
  return ENDS.includes(status) ? [] : ['cancel'];
}

/** What is to be known of one that was proposed: [[term, words]]. */
export function facts({
  scope,
  constraints = [],
  priority,
  budget_usd: budget,
  when_unsure: unsure,
  estimated_cost_usd: cost,
}) {
  return [
    ['Scope', scope],
    ['Constraints', constraints.join('; ')],
    ['Priority', priority === 'normal' ? null : priority],
    ['Budget', budget == null ? null : usd(budget)],
    ['When unsure', unsure === 'ask' ? 'it asks you' : null],
    ['Estimated cost', cost == null ? null : usd(cost)],
  ].filter(([, words]) => words);
}

/** What was changed since it was proposed, newest first: "Priority: normal → high". */
export function changes({ history = [] }) {
  return history
    .map(({ field, from, to }) => `${capital(field)}: ${written(from)} → ${written(to)}`)
    .reverse();
}

/** What came of it in one sentence; null while it goes on. */
export function ending(mission) {
  const { status, message } = mission;
  if (status === 'completed') return message || 'It is done.';
  if (status === 'cancelled') return 'It was stopped here.';
  return status === 'failed' ? message || 'It could not be done.' : null;
}

/** What is worth saying aloud of a mission that was `before` and is `after`; null when nothing is. */
export function announced(before, after) {
  if (!before || before.status === after.status) return null;
  if (after.status === 'clarification_needed') return `${after.objective} asks you something.`;
  if (!ended(after)) return null;
  return `${after.objective}: ${badge(after).word.toLowerCase()}. ${after.status === 'failed' ? after.message : ''}`.trim();
}

function waiting({ ahead }) {
  return ahead > 0 ? `${ahead} ahead of it` : 'Next in line';
}

function spoken(mission) {
  const said = `${percent(mission.progress)} percent`;
  const step = mission.current_step ? ` ${titleOf(mission.current_step)}.` : '';
  return `${estimated(mission) ? `about ${said}, estimated` : said}.${step} ${mission.message}`.trim();
}

function elapsed({ started_at: started }, now) {
  return started ? `Elapsed: ${roughly(Math.max(0, now - Date.parse(started)))}` : '';
}

function took({ started_at: started, finished_at: finished }, now) {
  const end = finished ? Date.parse(finished) : now;
  return started ? roughly(Math.max(0, end - Date.parse(started))) : '';
}

function passed(mission, now) {
  const { started_at: started, finished_at: finished } = mission;
  if (!started) return null;
  if (ended(mission)) return finished && `it took ${exactly(Date.parse(finished) - Date.parse(started))}`;
  return `elapsed ${roughly(Math.max(0, now - Date.parse(started)))}`;
}

function cost(mission) {
  const { actual_cost_usd: actual, estimated_cost_usd: expected } = mission;
  if (actual != null) return `${usd(actual)}${ended(mission) ? '' : ' so far'}`;
  return expected == null || ended(mission) ? null : `about ${usd(expected)} expected`;
}

function capital(field) {
  const words = String(field).replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

function written(value) {
  if (Array.isArray(value)) return value.join('; ') || 'none';
  return value == null || value === '' ? 'none' : String(value);
}
