/* Which companions the nest shows, in which order, and what is said of them. */

const ORDERS = {
  newest: (a, b) => Date.parse(b.created_at) - Date.parse(a.created_at),
  name: (a, b) => a.name.localeCompare(b.name),
  longest: (a, b) => (b.took ?? 0) - (a.took ?? 0),
};

/** Those with the word in their name, traits, story or description, in the order asked for. */
export function chosen(agents, { word = '', order = 'newest' }) {
  const wanted = word.trim().toLocaleLowerCase();
  return agents.filter((agent) => text(agent).includes(wanted)).sort(ORDERS[order] ?? ORDERS.newest);
}

/** "412 hatched, 17 of them with a stand-in drawing." */
export function summary(agents) {
  const standIns = agents.filter(isStandIn).length;
  const rest = standIns ? `, ${standIns} of them with a stand-in drawing` : '';
  return agents.length ? `${agents.length} hatched${rest}.` : '';
}

/** Whether its picture is only a drawing made from the persona. */
export function isStandIn(agent) {
  return agent.fallback?.avatar === true;
}

/** The agents, each with `took`: the ms its run took, where the run is still known. */
export function timed(agents, runs) {
  const took = new Map(runs.map((run) => [run.id, Date.parse(run.finished_at) - Date.parse(run.started_at)]));
  return agents.map((agent) => ({ ...agent, took: took.get(agent.run_id) || null }));
}

/** The first sentence of a story. */
export function opening(story) {
  return /^.*?[.!?…]["”’]?(?=\s|$)/su.exec(story)?.[0] ?? story;
}

function text({ name, personality_traits: traits, backstory, description }) {
  return [name, ...(traits ?? []), backstory, description].join(' ').toLocaleLowerCase();
}
