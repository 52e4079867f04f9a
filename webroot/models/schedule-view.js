/* When missions begin by themselves: words, and what a form says of it. */

import { clock, date } from './words.js';

export const RECURRENCES = [
  ['none', 'Once'],
  ['daily', 'Every day'],
  ['weekly', 'Every week'],
  ['cron', 'By a cron expression'],
];

/** A schedule as {id, title, when, next, last}; `titles` tells the objective of a mission id. */
export function scheduled(schedule, titles) {
  const { schedule_id: id, mission_id: mission, next_at: next, last_fired_at: last } = schedule;
  return {
    id,
    mission,
    title: titles(mission) ?? 'A mission',
    when: when(schedule),
    next: next ? `Next on ${moment(next)}` : 'Not again',
    last: last ? `Last on ${moment(last)}` : '',
  };
}

/**
 * The body of `POST /missions/{id}/schedule` for these fields of the form; `at` is what a clock on a wall of that zone
 * says: "2026-11-28T09:30".
 */
export function body({ at = '', recurrence, cron = '', zone }) {
  const rule = recurrence === 'cron' ? { recurrence: 'none', cron: cron.trim() } : { recurrence };
  return {
    ...(at && { trigger_time: at }),
    ...rule,
    ...(zone && { time_zone: zone }),
  };
}

/** A sentence that says what is wrong with the fields, or null when they will do; `own` is the zone of whoever looks. */
export function complaint({ at, recurrence, cron, zone }, { now, own }) {
  if (recurrence === 'cron') return cron.trim() ? null : 'Write a cron expression, such as 0 9 * * MON.';
  if (!at) return 'Say when it is to begin.';
  if (zone === own && Date.parse(at) <= now) return 'That moment is over. Choose one that is to come.';
  return null;
}

function when({ recurrence, cron, time_zone: zone }) {
  const rule = cron ? `cron ${cron}` : (RECURRENCES.find(([name]) => name === recurrence)?.[1] ?? recurrence);
  return recurrence === 'none' && !cron ? rule : [rule, zone].filter(Boolean).join(', ');
}

function moment(text) {
  const time = Date.parse(text);
  return `${date(time)}, ${clock(time)}`;
}
