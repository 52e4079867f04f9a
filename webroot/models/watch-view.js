/* How runs read on the page "Watch": words and bases, nothing of the DOM. */

import { EXPLAINED, lost } from './connection.js';
import { ended, estimated } from './watch-model.js';
import { percent, range, roughly } from './words.js';

const KINDS = { hatch: 'Hatching', task: 'Task', command: 'Command', mission: 'Mission' };
const GLYPHS = { succeeded: 'met', failed: 'not met', cancelled: 'cancelled' };

/** What a run is called: the owner's own name for a task goes first. (That of a command says nothing.) */
export function titleOf({ kind, name, title }) {
  return kind === 'task' && name && name !== title ? `${name} ${title}` : title;
}

/** "Task US-014", "Command No. 1042". */
export function kindOf({ kind, name, number }) {
  return `${KINDS[kind] ?? 'Run'} ${(kind === 'task' && name) || `No. ${number}`}`;
}

/** A run in work or in the queue as a row. */
export function row(run) {
  const guess = estimated(run);
  const waits = run.status === 'queued';
  return {
    id: run.id,
    href: `/runs/${run.id}`,
    kind: run.kind,
    kindName: KINDS[run.kind] ?? 'Run',
    title: titleOf(run),
    number: run.number,
    waits,
    estimated: guess,
    figure: waits ? 'waiting' : figureOf(run),
    sub: waits ? place(run.ahead) : run.message,
    eta: range(run.eta_seconds) ?? '',
    progress: run.progress,
    measured: Math.min(run.measured, run.progress),
    spoken: `${spokenFigure(run)}. ${run.message}`,
  };
}

/** "62.5 %", of an estimate "≈ 12 %". */
export function figureOf(run) {
  return `${estimated(run) ? '≈ ' : ''}${percent(run.progress)} %`;
}

/* "62.5 percent", of an estimate "about 12 percent, estimated". */
function spokenFigure(run) {
  const figure = `${percent(run.progress)} percent`;
  return estimated(run) ? `about ${figure}, estimated` : figure;
}

/** A run that has ended as a line: {glyph, words, took}. */
export function line(run) {
  return {
    id: run.id,
    href: run.result?.agent ? `/agents/${run.result.agent.id}` : `/runs/${run.id}`,
    glyph: GLYPHS[run.status],
    words: outcome(run),
    took: took(run),
  };
}

/** "5, and 3 waiting". */
export function count(running, waiting) {
  if (running + waiting === 0) return '';
  if (waiting === 0) return String(running);
  return running === 0 ? `${waiting} waiting` : `${running}, and ${waiting} waiting`;
}

/** What is to be known of the connection while it is not live. `age` in ms, of what is shown while offline. */
export function connectionWords(state, age) {
  if (state === 'offline') return lost(roughly(Math.max(1000, age)), 'the runs go on');
  return EXPLAINED[state] ?? '';
}

/** What is worth saying aloud of a run that was `before` and is `after`; null when nothing is. */
export function announced(before, after) {
  return before && !ended(before) && ended(after) ? `${outcome(after)}.` : null;
}

function outcome(run) {
  const title = titleOf(run);
  if (run.status === 'cancelled') return `${title}, cancelled`;
  if (run.kind === 'hatch')
    return run.status === 'failed' ? `${title}, stopped` : `${run.result?.agent?.name ?? title} hatched`;
  const code = run.result?.exit_code;
  if (run.status === 'failed') return `${title}, ${code === undefined ? 'failed' : `exit ${code}`}`;
  return title;
}

function took({ started_at: started, created_at: created, finished_at: finished }) {
  return roughly(Date.parse(finished) - Date.parse(started ?? created));
}

function place(ahead) {
  return ahead > 1 ? `${ahead} ahead of it` : 'next in line';
}
