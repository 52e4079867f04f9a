/* How a companion hatched, from the events of its run. */

/**
 * The two phases with how long they took and what their percentage stood on.
 *
 * @returns {{persona: Span, picture: Span}|null} Span: {ms, basis: measured | estimated | skipped, steps};
 *     null when the events do not tell
 */
export function hatchStory(events) {
  const began = events.find(({ type }) => type !== 'queued');
  const written = events.find(({ type }) => type === 'backstory_complete');
  const done = events.find(({ type }) => type === 'complete');
  if (!began || began === written || !written || !done) return null;
  return {
    persona: {
      ms: at(written) - at(began),
      basis: basis(events, 'llm_progress', written.data.fallback),
      steps: null,
    },
    picture: {
      ms: at(done) - at(written),
      basis: basis(events, 'avatar_progress', done.data.agent?.fallback?.avatar),
      steps: events.findLast(({ data }) => data.steps)?.data.steps ?? null,
    },
  };
}

function basis(events, type, fallback) {
  if (fallback) return 'skipped';
  const ticks = events.filter((event) => event.type === type);
  const guesses = ticks.filter(({ data }) => data.estimated).length;
  return guesses * 2 > ticks.length ? 'estimated' : 'measured';
}

function at({ data }) {
  return Date.parse(data.timestamp);
}
