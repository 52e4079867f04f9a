/* A mission as it is put down before it is proposed: fields in, a body or complaints out. */

import { complaint as complaintAbout, tidy } from './description.js';

const MOST_CONSTRAINTS = 20;

/** The body of `POST /missions/create` for these fields of the form, all of them strings. */
export function body({ objective, scope = '', constraints = '', priority = '', budget = '', asks = '' }) {
  return {
    objective: tidy(objective),
    ...(tidy(scope) && { scope: tidy(scope) }),
    ...(lines(constraints).length && { constraints: lines(constraints) }),
    ...(priority && { priority }),
    ...(budget.trim() && { budget_usd: Number(budget) }),
    ...(asks && { when_unsure: 'ask' }),
  };
}

/** The body of `PUT /missions/{id}/update`: what differs from the mission as it is. */
export function update(mission, { objective, scope, constraints, priority }) {
  const wanted = {
    objective: tidy(objective),
    scope: tidy(scope),
    constraints: lines(constraints),
    priority,
  };
  const before = { ...mission, scope: mission.scope ?? '', constraints: mission.constraints ?? [] };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  );
}

/** The first thing wrong with the fields: {field, sentence}; null when they will do. */
export function complaint({ objective, constraints = '', budget = '' }) {
  const sentence = complaintAbout(objective);
  if (sentence) return { field: 'objective', sentence };
  if (lines(constraints).length > MOST_CONSTRAINTS)
    return { field: 'constraints', sentence: `${MOST_CONSTRAINTS} constraints at most, one on each line.` };
  if (budget.trim() && !(Number(budget) > 0))
    return { field: 'budget', sentence: 'A budget is an amount in dollars, such as 0.50.' };
  return null;
}

function lines(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
