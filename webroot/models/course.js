/* A run's events on a line of time, exactly as every watcher saw them. */

import { titleOf } from './mission-steps.js';

const WAITS = ['queued', 'mission_changed']; // no time of work goes by
const UNMARKED = [
  'queued',
  'progress',
  'task_started',
  'story_started',
  'ac_completed',
  'task_completed',
  'mission_changed',
  'step_started',
  'artifact_preview',
  'mission_stop',
];

/**
 * The moments of a run: {id, at, progress, basis, mark, words, step}. `at` is in ms from where the work began
 * (what was said while it waited lies at 0), `basis` measured, estimated or skipped, `mark` what a milestone is
 * called there, or null.
 *
 * Usage: const course = new Course(kind); course.follow(events) takes those that are new in a list that only
 * grows; then course.moments.
 */
export class Course {
  #kind;
  #start = null; // ms
  #taken = 0; // events
  #highest = 0; // %
  #measured = 0; // %
  moments = [];

  constructor(kind) {
    this.#kind = kind;
  }

  follow(events) {
    while (this.#taken < events.length) this.moments.push(this.#moment(events[this.#taken++]));
    return this.moments;
  }

  #moment(event) {
    const { id, type, data } = event;
    const jumped = this.#kind === 'hatch' && jumps(event);
    this.#highest = Math.max(this.#highest, data.progress ?? 0);
    if (!jumped) this.#measured = Math.max(this.#measured, data.measured ?? 0);
    return {
      id,
      at: WAITS.includes(type) ? (this.moments.at(-1)?.at ?? 0) : this.#at(Date.parse(data.timestamp)),
      progress: this.#highest,
      basis: this.#basis(jumped, data),
      mark: mark(event, this.#kind),
      words: data.message ?? '',
      step: data.steps ? `step ${data.step} of ${data.steps}` : null,
    };
  }

  /* A clock may be put back; a course never goes back. */
  #at(time) {
    this.#start ??= time;
    return Math.max(this.moments.at(-1)?.at ?? 0, time - this.#start);
  }

  #basis(jumped, { estimated }) {
    if (this.#kind === 'hatch' && estimated === true) return 'estimated'; // also of nothing yet
    if (this.#highest <= this.#measured) return 'measured';
    return jumped || estimated === false ? 'skipped' : 'estimated';
  }
}

/* Where a stand-in took over, the rest was not done but skipped. */
function jumps({ type, data }) {
  const unmeasured = data.measured < data.progress;
  return (
    data.fallback === true || data.agent?.fallback?.avatar === true || (type === 'progress' && unmeasured)
  );
}

function mark({ type, data }, kind) {
  if (type === 'complete') return kind === 'hatch' ? 'Hatched' : 'Done';
  if (type === 'error') return 'Stopped';
  if (type === 'cancelled') return 'Cancelled';
  if (type === 'backstory_complete') return 'Persona written';
  if (type === 'story_completed') return String(data.title ?? data.story_id ?? 'story');
  if (type === 'step_completed') return titleOf(data.step_name);
  if (type === 'clarification_needed') return 'Asked';
  return UNMARKED.includes(type) || type.endsWith('_progress') ? null : type.replaceAll(/[._-]/g, ' ');
}
