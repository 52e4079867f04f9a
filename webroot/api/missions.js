import { ask } from './client.js';

/* Hatchery's HTTP interface for missions. Every refusal is thrown as a Problem. */

const MOST = 200; // missions

export const missions = () => ask(`/missions?limit=${MOST}`).then((answer) => answer.missions);
export const mission = (id) => ask(at(id));
export const progress = (id) => ask(at(id, '/progress'));

/** Proposes a mission. `key` is the submit's own: however often this is tried, there is one. */
export const create = (body, key) =>
  ask('/missions/create', { method: 'POST', headers: { 'Idempotency-Key': key }, body });
export const approve = (id) => post(at(id, '/approve'));
/** Sets it to work; does not wait for what comes of it. */
export const execute = (id) => post(at(id, '/execute'), undefined, { Prefer: 'respond-async' });
export const cancel = (id) => post(at(id, '/cancel'));
export const update = (id, body) => ask(at(id, '/update'), { method: 'PUT', body });
/** Answers what a mission asked; it then goes on. */
export const clarify = (id, answer) => post(at(id, '/clarify'), { answer });
export const judge = (id, tool, verdict) => post(at(id, '/feedback'), { tool, verdict });
export const rate = (id, answers) => post(at(id, '/survey'), answers);

export const schedules = () => ask('/schedules').then((answer) => answer.schedules);
export const schedule = (id, body) => post(at(id, '/schedule'), body);
export const unschedule = (id) => ask(at(id, '/schedule'), { method: 'DELETE' });

export const recipes = () => ask('/recipes').then((answer) => answer.recipes);
export const keep = (mission, name) => post('/recipes', { mission_id: mission, name });
export const fromRecipe = (id, parameters) =>
  post(`/missions/from-recipe/${encodeURIComponent(id)}`, { parameters });

export const artifact = (id) => ask(`/artifacts/${encodeURIComponent(id)}`);

function at(id, rest = '') {
  return `/missions/${encodeURIComponent(id)}${rest}`;
}

function post(path, body, headers = {}) {
  return ask(path, { method: 'POST', headers, body });
}
