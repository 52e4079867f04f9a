/* The seven steps of a mission: what each is called, where it lies, and how far a mission is with it. */

import { exactly } from './words.js';

/** In their order; `from` and `to` in percent of the whole. What lies between them belongs to no step. */
export const STEPS = [
  { name: 'verification', title: 'Verification', from: 5, to: 10 },
  { name: 'intent_classification', title: 'Intent classification', from: 20, to: 30 },
  { name: 'budget_check', title: 'Budget check', from: 30, to: 40 },
  { name: 'tool_selection', title: 'Tool selection', from: 40, to: 55 },
  { name: 'tool_execution', title: 'Tool execution', from: 55, to: 80 },
  { name: 'artifact_creation', title: 'Artifact creation', from: 80, to: 90 },
  { name: 'finalize', title: 'Finalize', from: 90, to: 100 },
];

const AT_WORK = ['executing', 'running']; // a mission, and its run
const GLYPHS = { started: 'in work', completed: 'met', failed: 'not met' };
const OVER = ['completed', 'failed'];
const LEFT = { failed: 'not met', cancelled: 'cancelled' }; // what was in work when it ended so

/** What a step is called; one that nobody knows yet is called by its name. */
export function titleOf(name) {
  return STEPS.find((step) => step.name === name)?.title ?? String(name).replaceAll('_', ' ');
}

/**
 * The steps of a mission, or of its run, as rows: {name, title, glyph, says, span, took}.
 *
 * @param now the time (ms), for a step in work
 */
export function rows({ steps, status }, now) {
  return STEPS.map(({ name, title, from, to }) => {
    const step = steps.get(name);
    return {
      name,
      title,
      glyph: glyphOf(step, status),
      says: step?.message ?? '',
      span: `${from}–${to}`,
      took: took(step, AT_WORK.includes(status) ? now : null),
    };
  });
}

/** "Four of seven steps are done; tool execution is in work." */
export function told({ steps, status }) {
  const done = STEPS.filter(({ name }) => steps.get(name)?.status === 'completed').length;
  const busy = STEPS.find(({ name }) => steps.get(name)?.status === 'started');
  const count = `${done} of ${STEPS.length} steps are done`;
  return busy && AT_WORK.includes(status) ? `${count}; ${busy.title.toLowerCase()} is in work` : count;
}

/** What is known of the steps (a Map of name to {status, startedAt, endedAt, message}) after an event of a mission. */
export function stepped(steps, { type, data }) {
  if (!type.startsWith('step_')) return steps;
  const { step_name: name, status, message, timestamp } = data;
  const at = Date.parse(timestamp);
  const known = steps.get(name);
  const goesOn = status === 'started';
  if (goesOn && OVER.includes(known?.status)) return steps; // it was read before it was heard of
  // A step that a restart begins anew has gone on since it first began.
  const startedAt = known?.startedAt ?? (goesOn ? at : null);
  const step = { status, startedAt, endedAt: goesOn ? null : at, message: message || known?.message || '' };
  return new Map(steps).set(name, step);
}

function glyphOf(step, status) {
  if (!step) return 'waiting';
  return (step.status === 'started' && LEFT[status]) || (GLYPHS[step.status] ?? 'waiting');
}

function took(step, now) {
  const end = step?.endedAt ?? (step?.status === 'started' ? now : null);
  return end === null || step.startedAt === null ? '' : exactly(end - step.startedAt);
}
