/* What a run is at after an event. */

export const ENDINGS = { complete: 'succeeded', error: 'failed', cancelled: 'cancelled' };
const FOR_A_WORD = ['proposed', 'approved', 'clarification_needed']; // what a mission is while it waits for its owner

/** The status of a run, as `GET /api/runs` would give it, after an event; a mission may go back to waiting. */
export function statusAfter({ type, data }) {
  if (type === 'clarification_needed') return 'proposed';
  if (type === 'mission_changed') return FOR_A_WORD.includes(data.status) ? 'proposed' : 'queued';
  return ENDINGS[type] ?? (type === 'queued' ? 'queued' : 'running');
}
