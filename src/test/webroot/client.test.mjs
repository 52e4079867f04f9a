import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { isOwn } from '../../../webroot/api/client.js';

const { fetch } = globalThis;
const RUN = { id: 'a', number: 7 };

const answers = (body, status = 200) => (globalThis.fetch = async () => Response.json(body, { status }));

afterEach(() => (globalThis.fetch = fetch));

test("a run is somebody else's only where the server says so", async () => {
  answers({ runs: [{ id: 'a' }] });
  assert.equal(await isOwn(RUN), true);
  answers({ runs: [{ id: 'b' }] });
  assert.equal(await isOwn(RUN), false);
  answers({ runs: [] });
  assert.equal(await isOwn(RUN), false);
  answers({ code: 'unauthorized' }, 401);
  assert.equal(await isOwn(RUN), false);
});

test('whose run it is stays open while the server has no time or does not answer', async () => {
  for (const status of [429, 503]) {
    answers({}, status);
    await assert.rejects(isOwn(RUN), { status, passing: true });
  }
  globalThis.fetch = async () => {
    throw new TypeError('Failed to fetch');
  };
  await assert.rejects(isOwn(RUN), { status: 0, passing: true });
});
