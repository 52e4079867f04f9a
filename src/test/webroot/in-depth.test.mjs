import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { InDepth } from '../../../webroot/api/in-depth.js';

const { fetch } = globalThis;

afterEach(() => (globalThis.fetch = fetch));

test('a run is never older than the events that are read with it', async () => {
  let met = 0;
  globalThis.fetch = async (address) => {
    if (!String(address).includes('/events')) return Response.json({ id: 'a', task: { met } });
    met = 1;
    return Response.json({ events: [{ id: 3, type: 'ac_completed', data: { run_id: 'a' } }] });
  };
  const depth = new InDepth('a', () => {});
  await depth.read();
  assert.deepEqual(depth.events.map(({ id }) => id), [3]);
  assert.equal(depth.run.task.met, 1);
});
