import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  all,
  apply,
  ended,
  estimated,
  find,
  finishedSince,
  forget,
  meet,
  named,
  nothingKnown,
  running,
  waiting,
} from '../../../webroot/models/watch-model.js';

const AT = '2026-11-20T11:42:00Z';

function run(id, number, more = {}) {
  return {
    id,
    number,
    kind: 'hatch',
    title: `Run ${number}`,
    status: 'running',
    progress: 30,
    measured: 30,
    message: '',
    last_event_id: 100,
    ...more,
  };
}

function event(id, runId, type, data = {}) {
  return { id, type, data: { run_id: runId, timestamp: AT, ...data } };
}

const knowing = (...runs) => meet(nothingKnown(), runs);
const progressOf = (state, id) => state.runs.get(id).progress;

test('an event that the list includes already changes nothing, the next one does', () => {
  const state = knowing(run('a', 1));
  assert.equal(progressOf(apply(state, event(100, 'a', 'progress', { progress: 40 })), 'a'), 30);
  assert.equal(progressOf(apply(state, event(101, 'a', 'progress', { progress: 40 })), 'a'), 40);
});

test('what came before a run was met is applied when it is, and nothing twice', () => {
  let state = apply(nothingKnown(), event(100, 'a', 'progress', { progress: 20 }));
  state = apply(state, event(101, 'a', 'progress', { progress: 45 }));
  assert.deepEqual([...state.strangers.keys()], ['a']);
  state = meet(state, [run('a', 1)]);
  assert.equal(progressOf(state, 'a'), 45);
  assert.equal(state.strangers.size, 0);
});

test('a stranger who is nobody is waited for no longer', () => {
  const state = apply(nothingKnown(), event(100, 'a', 'progress'));
  assert.equal(forget(state, ['a']).strangers.size, 0);
});

test('a list that was read late does not take back what was heard since', () => {
  let state = apply(knowing(run('a', 1)), event(105, 'a', 'complete', { progress: 100, measured: 100 }));
  state = meet(state, [run('a', 1, { last_event_id: 104 })]);
  assert.deepEqual([state.runs.get('a').status, progressOf(state, 'a')], ['succeeded', 100]);
});

test('a percentage never goes back and never above 100', () => {
  let state = apply(knowing(run('a', 1)), event(101, 'a', 'progress', { progress: 12, measured: 12 }));
  assert.equal(progressOf(state, 'a'), 30);
  state = apply(state, event(102, 'a', 'progress', { progress: 250 }));
  assert.equal(progressOf(state, 'a'), 100);
});

test('an estimate is one until it is measured or the run has ended', () => {
  const guess = apply(
    knowing(run('a', 1)),
    event(101, 'a', 'llm_progress', { progress: 44, estimated: true }),
  );
  assert.equal(estimated(guess.runs.get('a')), true);
  const measured = apply(guess, event(102, 'a', 'progress', { progress: 45, measured: 45 }));
  assert.equal(estimated(measured.runs.get('a')), false);
  const over = apply(guess, event(102, 'a', 'cancelled'));
  assert.equal(estimated(over.runs.get('a')), false);
});

test('a frame that stands for several moves the run like the last of them', () => {
  const state = apply(
    knowing(run('a', 1)),
    event(109, 'a', 'progress', { seq: 19, seq_from: 11, progress: 50 }),
  );
  assert.deepEqual([progressOf(state, 'a'), state.runs.get('a').last_event_id], [50, 109]);
});

test('a run ends once, and nothing starts it again', () => {
  let state = apply(knowing(run('a', 1)), event(101, 'a', 'error', { code: 'task_failed' }));
  state = apply(state, event(102, 'a', 'progress', { progress: 60 }));
  const { status, result, finished_at: finished } = state.runs.get('a');
  assert.deepEqual([status, result, finished], ['failed', { code: 'task_failed' }, AT]);
  assert.equal(ended(state.runs.get('a')), true);
});

test('a command says with which code it ended, a hatching who came of it', () => {
  let state = knowing(run('a', 1, { kind: 'command' }), run('b', 2));
  state = apply(state, event(101, 'a', 'task_completed', { status: 'failed', exit_code: 3 }));
  state = apply(state, event(102, 'a', 'error', { code: 'task_failed' }));
  state = apply(state, event(103, 'b', 'complete', { agent: { id: 'x', name: 'Cinder' } }));
  assert.deepEqual(state.runs.get('a').result, { exit_code: 3, code: 'task_failed' });
  assert.equal(state.runs.get('b').result.agent.name, 'Cinder');
});

test('what runs is newest first, what waits is next first, what ended is latest first', () => {
  const state = knowing(
    run('a', 1, { status: 'succeeded', finished_at: '2026-11-20T10:00:00Z' }),
    run('b', 2, { status: 'failed', finished_at: '2026-11-20T11:00:00Z' }),
    run('c', 3),
    run('d', 4),
    run('e', 5, { status: 'queued' }),
    run('f', 6, { status: 'queued' }),
  );
  const ids = (runs) => runs.map(({ id }) => id).join('');
  assert.deepEqual([ids(running(state)), ids(waiting(state)), ids(all(state))], ['dc', 'ef', 'fedcba']);
  assert.equal(ids(finishedSince(state, Date.parse('2026-11-20T00:00:00Z'))), 'ba');
  assert.equal(ids(finishedSince(state, Date.parse('2026-11-20T10:30:00Z'))), 'b');
});

test('a run that waited runs as soon as something else is heard of it', () => {
  const queued = knowing(run('a', 1, { status: 'queued', ahead: 2 }));
  const nearer = apply(queued, event(101, 'a', 'queued', { ahead: 1 }));
  assert.deepEqual([nearer.runs.get('a').status, nearer.runs.get('a').ahead], ['queued', 1]);
  const started = apply(nearer, event(102, 'a', 'llm_progress'));
  assert.deepEqual([started.runs.get('a').status, started.runs.get('a').started_at], ['running', AT]);
});

test('a run is meant by its id, its number or its name', () => {
  const state = knowing(run('a', 1042, { name: 'US-014' }));
  assert.deepEqual(
    ['a', '1042', 'US-014', 'nobody'].map((ref) => find(state, ref)?.id),
    ['a', 'a', 'a', undefined],
  );
});

test('a hatching that is listed gets its companion by name', () => {
  const [withName, without] = named(
    [run('a', 1, { result: { agent_id: 'x' } }), run('b', 2, { result: null })],
    [{ id: 'x', name: 'Bramble' }],
  );
  assert.equal(withName.result.agent.name, 'Bramble');
  assert.equal(without.result, null);
});

test('a mission that waits for its owner, or asks something, is not at work', () => {
  const state = meet(nothingKnown(), [run('m', 1, { kind: 'mission', status: 'proposed', progress: 0 })]);
  const at = (type, status) => running(apply(state, event(101, 'm', type, { status }))).length;
  assert.deepEqual(
    [at('mission_changed', 'approved'), at('clarification_needed'), at('step_started')],
    [0, 0, 1],
  );
});
