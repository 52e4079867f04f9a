/* How a task's stories and criteria read: words, nothing of the DOM. */

import { roughly } from './words.js';

const BEGINS = ['story_started', 'ac_completed']; // a criterion is worked on from there
const GLYPHS = { met: 'met', in_work: 'in work', waiting: 'waiting', not_met: 'not met' };

/**
 * The stories of a task as `GET /api/runs/{id}` gives it: {id, title, note, current, criteria} with criteria
 * {glyph, text, time}.
 *
 * @param since when the criterion in work began (ms), or null
 * @param now the time (ms)
 */
export function stories(task, { since = null, now }) {
  return task.stories.map((story) => ({
    id: story.story_id,
    title: story.title || story.story_id,
    note: note(story),
    current: story.story_id === task.current_story,
    criteria: story.criteria.map((criterion) => ({
      glyph: GLYPHS[criterion.status],
      text: criterion.text,
      time: time(criterion, since, now),
    })),
  }));
}

/** "Story 3 of 4, 7 of 12 criteria", as far as it is known. */
export function place({ stories: known, story_count: count, current_story: current }) {
  const at = known.findIndex(({ story_id: id }) => id === current) + 1;
  const criteria = sum(known, 'ac_count');
  return [
    at ? `Story ${at} of ${Math.max(count ?? 0, known.length)}` : null,
    criteria ? `${sum(known, 'ac_done')} of ${criteria} criteria` : null,
  ]
    .filter(Boolean)
    .join(', ');
}

/** When the criterion in work was begun (ms), as far as the run's events tell; otherwise null. */
export function begun(events) {
  const last = events.findLast(({ type }) => BEGINS.includes(type));
  return last ? Date.parse(last.data.timestamp) : null;
}

/* "3 of 3, passed" */
function note({ ac_count: count, ac_done: done, status }) {
  const ending = ['passed', 'failed'].includes(status) ? status : null;
  return [count ? `${done} of ${count}` : null, ending].filter(Boolean).join(', ');
}

function time({ status, duration_ms: took }, since, now) {
  if (status === 'in_work') return since === null ? '' : `since ${lasting(now - since)}`;
  return took ? roughly(took) : '';
}

/* In minutes as soon as there is one: this is looked at, not measured. */
function lasting(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'a moment';
  return minutes < 60 ? `${minutes} min` : roughly(minutes * 60_000);
}

function sum(stories, key) {
  return stories.reduce((total, story) => total + (story[key] ?? 0), 0);
}
