import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rows } from '../../../webroot/models/rows.js';
import {
  apply,
  begin,
  eggPercent,
  ended,
  estimated,
  meet,
  phase,
} from '../../../webroot/models/run-model.js';

const RUN = {
  id: 'r1',
  number: 7,
  description: 'a moss golem',
  created_at: '2026-01-01T00:00:00Z',
  started_at: null,
};
const PERSONA = { name: 'Bramble', backstory: 'He waits.', personality_traits: ['patient'] };

/* Events as [type, progress, measured, more]; a second apart, numbered from 11. */
function after(...told) {
  return told.reduce((state, [type, progress, measured, more = {}], i) => {
    const timestamp = new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString();
    return apply(state, {
      id: 11 + i,
      type,
      data: { progress, measured, message: `${type} ${progress}`, timestamp, ...more },
    });
  }, begin(RUN));
}

test('a percentage never goes back', () => {
  const state = after(['avatar_progress', 60, 60], ['avatar_progress', 41, 41]);
  assert.equal(state.progress, 60);
  assert.equal(state.measured, 60);
});

test('a percentage stays within 0 and 100, and nonsense changes nothing', () => {
  assert.equal(after(['avatar_progress', 250, 250]).progress, 100);
  assert.equal(after(['avatar_progress', 30, 30], ['avatar_progress', 'x', NaN]).progress, 30);
  assert.equal(after(['llm_progress', -5, -5]).progress, 0);
});

test('an event that was seen changes nothing', () => {
  const state = after(['llm_progress', 12, 0]);
  assert.equal(apply(state, { id: 11, type: 'complete', data: { progress: 100 } }), state);
});

test('what was not measured is an estimate until it is', () => {
  assert.equal(estimated(after(['llm_progress', 18, 0])), true);
  assert.equal(
    estimated(after(['llm_progress', 18, 0], ['backstory_complete', 25, 25, { agent_data: PERSONA }])),
    false,
  );
});

test('the persona is known from its milestone on', () => {
  const state = after(['llm_progress', 18, 0], ['backstory_complete', 25, 25, { agent_data: PERSONA }]);
  assert.equal(state.persona.name, 'Bramble');
  assert.deepEqual(state.fallbacks, {});
  assert.deepEqual(state.skipped, []);
});

test('a fallback persona skips from what was measured to the end of its phase', () => {
  const state = after(
    ['llm_progress', 18, 4],
    ['backstory_complete', 25, 25, { agent_data: PERSONA, fallback: true, reason: 'The model is down.' }],
  );
  assert.deepEqual(state.skipped, [{ from: 4, to: 25 }]);
  assert.equal(state.fallbacks.persona.reason, 'The model is down.');
  assert.equal(estimated(state), false);
});

test('after a fallback persona the painter is measured again', () => {
  const state = after(
    ['backstory_complete', 25, 0, { fallback: true, agent_data: PERSONA }],
    ['avatar_progress', 40, 40],
  );
  assert.equal(state.measured, 40);
  assert.deepEqual(state.skipped, [{ from: 0, to: 25 }]);
});

test('a run that jumps to its end unmeasured got a stand-in drawing', () => {
  const agent = { id: 'a', name: 'Bramble', fallback: { persona: false, avatar: true } };
  const state = after(
    ['avatar_progress', 41.3, 41.3],
    ['progress', 100, 41.3],
    ['complete', 100, 100, { agent }],
  );
  assert.deepEqual(state.skipped, [{ from: 41.3, to: 100 }]);
  assert.equal(state.measured, 41.3);
  assert.equal(state.fallbacks.picture.reason, 'complete 100');
  assert.equal(state.status, 'succeeded');
});

test('the last true number survives an ending that counts as measured', () => {
  const agent = { id: 'a', name: 'Bramble', fallback: { avatar: true } };
  const state = after(
    ['avatar_progress', 41.3, 41.3],
    ['progress', 100, 100],
    ['complete', 100, 100, { agent }],
  );
  assert.deepEqual(state.skipped, [{ from: 41.3, to: 100 }]);
  assert.equal(state.measured, 41.3);
});

test('a stand-in is told by the ending alone, if nothing before said so', () => {
  const agent = { id: 'a', name: 'Bramble', fallback: { avatar: true } };
  const state = after(['avatar_progress', 41.3, 41.3], ['complete', 100, 100, { agent }]);
  assert.deepEqual(state.skipped, [{ from: 41.3, to: 100 }]);
  assert.equal(state.measured, 41.3);
});

test('finishing is no jump', () => {
  assert.deepEqual(after(['avatar_progress', 98, 98], ['avatar_progress', 99, 98]).skipped, []);
});

test('the egg keeps its last shard until the ending', () => {
  assert.equal(eggPercent(after(['progress', 100, 100])), 99.9);
  assert.equal(eggPercent(after(['progress', 100, 100], ['complete', 100, 100, { agent: {} }])), 100);
});

test('an ending is final', () => {
  const state = after(['avatar_progress', 41, 41], ['cancelled', 41, 41], ['avatar_progress', 43, 43]);
  assert.equal(state.status, 'cancelled');
  assert.equal(ended(state), true);
});

test('an error of ours keeps its code', () => {
  assert.deepEqual(after(['error', 100, 100, { code: 'disk_full', retryable: true }]).problem, {
    code: 'disk_full',
    retryable: true,
  });
});

test('a row of the waiting has no time of the work', () => {
  assert.equal(after(['queued', 0, 0, { ahead: 1 }]).journal.from(0)[0].elapsed, null);
});

test('time counts from the start of the work, in the queue from the order', () => {
  assert.equal(after(['queued', 0, 0, { ahead: 2 }], ['queued', 0, 0, { ahead: 1 }]).elapsed, 1000);
  assert.equal(
    after(['queued', 0, 0, { ahead: 1 }], ['llm_progress', 0, 0], ['llm_progress', 3, 0]).elapsed,
    1000,
  );
});

test('the first remaining time that was said is kept for the end', () => {
  const state = after(
    ['llm_progress', 0, 0, { eta_seconds: { p50: 50, p90: 80 } }],
    ['avatar_progress', 30, 30, { eta_seconds: { p50: 20, p90: 30 } }],
  );
  assert.deepEqual(state.etaAtStart, { p50: 50, p90: 80 });
  assert.deepEqual(state.eta, { p50: 20, p90: 30 });
});

test('a beat says that the waiting goes on, and is no event', () => {
  const state = apply(after(['queued', 0, 0, { ahead: 3 }]), {
    id: 11,
    type: 'beat',
    data: { status: 'queued', ahead: 2, elapsed_seconds: 4 },
  });
  assert.equal(state.elapsed, 4000);
  assert.equal(state.ahead, 2);
  assert.equal(state.journal.length, 1);
  assert.equal(state.lastId, 11);
});

test('after a gap the summary of the run is believed, and later events count', () => {
  const gap = apply(after(['llm_progress', 3, 0]), { id: 11, type: 'gap', data: { from: 12, to: 90 } });
  const known = apply(gap, {
    id: 11,
    type: 'snapshot',
    data: {
      runs: [
        { id: 'r1', status: 'running', progress: 60, measured: 60, last_event_id: 90, message: 'Painting' },
      ],
    },
  });
  assert.equal(known.progress, 60);
  assert.equal(known.status, 'running');
  assert.equal(
    apply(known, { id: 91, type: 'avatar_progress', data: { progress: 61, measured: 61 } }).progress,
    61,
  );
});

test('a summary never takes anything back', () => {
  const state = meet(after(['avatar_progress', 60, 60], ['cancelled', 60, 60]), {
    id: 'r1',
    status: 'running',
    progress: 20,
    measured: 20,
    last_event_id: 3,
  });
  assert.equal(state.progress, 60);
  assert.equal(state.status, 'cancelled');
});

test('the journal keeps what every event said, as it stood', () => {
  const rows = after(
    ['llm_progress', 12, 0],
    ['backstory_complete', 25, 25, { agent_data: PERSONA }],
  ).journal.from(0);
  assert.deepEqual(
    rows.map(({ id, progress, estimated }) => [id, progress, estimated]),
    [
      [11, 12, true],
      [12, 25, false],
    ],
  );
});

test('the phase is the part of the plan the percentage is in', () => {
  assert.equal(phase(after(['llm_progress', 24.9, 0])).name, 'llm');
  assert.equal(phase(after(['backstory_complete', 25, 25, { agent_data: PERSONA }])).name, 'avatar');
  assert.equal(phase(after(['progress', 100, 100])).name, 'avatar');
});

test('any order and any repetition of events ends in the same high-water mark, never below what was shown', () => {
  const events = Array.from({ length: 60 }, (_, i) => ({
    id: i + 1,
    type: 'avatar_progress',
    data: { progress: (i * 37) % 101, measured: (i * 37) % 101 },
  }));
  for (let seed = 1; seed <= 50; seed++) {
    let shown = 0;
    let state = begin(RUN);
    for (const event of shuffled([...events, ...events], seed)) {
      state = apply(state, event);
      assert.ok(state.progress >= shown);
      shown = state.progress;
    }
  }
});

function shuffled(items, seed) {
  let x = seed;
  const next = () => (x = (x * 16807) % 2147483647) / 2147483647;
  return items
    .map((item) => [next(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

test('a longer journal leaves the shorter one as it was, and two that grow from one do not mix', () => {
  const [first, second, other] = ['a', 'b', 'c'].map((id) => ({ id }));
  const short = new Rows().with(first);
  const [long, fork] = [short.with(second), short.with(other)];
  assert.deepEqual([short.from(0), long.from(0), fork.from(1)], [[first], [first, second], [other]]);
});

test('a mission waits for its owner, works, asks and works again; its steps are known', () => {
  const told = [
    ['mission_changed', { status: 'approved' }],
    ['mission_changed', { status: 'executing' }],
    ['step_started', { step_name: 'verification', status: 'started', progress: 5, measured: 5 }],
    ['clarification_needed', { step_name: 'verification', status: 'started', progress: 5, measured: 5 }],
  ];
  const events = told.map(([type, data], i) => ({
    id: i + 1,
    type,
    data: { run_id: 'm', timestamp: '2026-11-28T11:00:00Z', ...data },
  }));
  const run = { id: 'm', kind: 'mission', created_at: '2026-11-28T10:00:00Z', last_event_id: 2 };
  const states = events.map((_, i) => events.slice(0, i + 1).reduce(apply, begin(run)));
  assert.deepEqual(
    states.map(({ status }) => status),
    ['proposed', 'queued', 'running', 'proposed'],
  );
  assert.equal(states.at(-1).steps.get('verification').status, 'started');
  assert.equal(meet(states.at(-1), { ...run, status: 'running' }).status, 'proposed');
});
