import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looked } from '../../../webroot/models/choice.js';
import {
  all,
  apply,
  asksForMore,
  estimated,
  learn,
  meet,
  nothingKnown,
  pipeline,
  withStatus,
} from '../../../webroot/models/mission-model.js';
import { rows, told } from '../../../webroot/models/mission-steps.js';

const AT = Date.parse('2026-11-28T11:00:00Z');

function mission(id, number, more = {}) {
  const standing = { status: 'approved', progress: 0, measured: more.progress ?? 0, last_event_id: 0 };
  return { mission_id: id, number, objective: `Mission ${number}`, ...standing, ...more };
}

function event(id, type, data = {}, seconds = 0) {
  const timestamp = new Date(AT + seconds * 1000).toISOString();
  return { id, type, data: { run_id: 'm', timestamp, ...data } };
}

function step(id, name, status, progress, more = {}) {
  return event(id, `step_${status}`, { step_name: name, status, progress, measured: progress, ...more }, id);
}

const known = (...missions) => meet(nothingKnown(), missions);
const after = (...events) => events.reduce(apply, known(mission('m', 1))).get('m');

test('a step that begins is shown at once: status, step and percentage', () => {
  const {
    status,
    current_step: current,
    progress,
    started_at: at,
  } = after(step(1, 'verification', 'started', 5));
  assert.deepEqual([status, current, progress], ['executing', 'verification', 5]);
  assert.equal(Date.parse(at), AT + 1000);
});

test('a percentage never goes back, and what was seen changes nothing', () => {
  const events = [step(5, 'tool_selection', 'completed', 55), step(6, 'tool_execution', 'started', 40)];
  assert.equal(after(...events).progress, 55);
  assert.equal(after(...events, step(4, 'verification', 'started', 5)).current_step, 'tool_execution');
});

test('what a tool does not measure is an estimate until the step is completed', () => {
  const guess = event(2, 'step_progress', {
    step_name: 'tool_execution',
    status: 'started',
    progress: 67,
    measured: 55,
  });
  assert.equal(estimated(after(step(1, 'tool_execution', 'started', 55), guess)), true);
  assert.equal(estimated(after(guess, step(3, 'tool_execution', 'completed', 80))), false);
});

test('a mission that is read later than it was heard of keeps what was heard', () => {
  const heard = apply(known(mission('m', 1)), step(7, 'budget_check', 'started', 30));
  const older = meet(heard, [mission('m', 1, { tool_used: 'write', last_event_id: 3 })]);
  assert.equal(older.get('m').progress, 30);
  assert.equal(older.get('m').status, 'executing');
  assert.equal(older.get('m').tool_used, 'write');
  const newer = meet(heard, [mission('m', 1, { status: 'failed', last_event_id: 9 })]);
  assert.equal(newer.get('m').status, 'failed');
});

test('a mission that nobody has asked for yet is known from the event that proposes it', () => {
  const proposed = { status: 'proposed', number: 7, objective: 'What is 5 % of 80?', changed_fields: [] };
  const state = apply(nothingKnown(), event(9, 'mission_changed', proposed));
  const { mission_id: id, number, objective, status, progress } = state.get('m');
  assert.deepEqual([id, number, objective, status, progress], ['m', 7, 'What is 5 % of 80?', 'proposed', 0]);
  assert.equal(asksForMore(state, event(9, 'mission_changed', proposed)), false);
});

test('a step that is done says what it found, and nobody has to ask', () => {
  const ranking = [{ tool: 'calculate', confidence: 0.95 }];
  const checked = step(3, 'budget_check', 'completed', 40, { estimated_cost_usd: 0.02 });
  const chosen = { tool_used: 'calculate', tool_confidence: 0.95, ranking };
  const mission = after(checked, step(5, 'tool_selection', 'completed', 55, chosen));
  assert.equal(mission.estimated_cost_usd, 0.02);
  assert.equal(mission.tool_used, 'calculate');
  assert.deepEqual(mission.ranking, ranking);
});

test('an event of another run changes nothing, and only one of a mission asks for more', () => {
  const state = known(mission('m', 1));
  const hatching = { id: 9, type: 'complete', data: { run_id: 'other' } };
  assert.equal(apply(state, hatching), state);
  assert.equal(asksForMore(state, hatching), false);
  const stranger = { id: 9, type: 'step_started', data: { run_id: 'other' } };
  assert.equal(asksForMore(state, stranger), true);
  const told = { status: 'proposed', objective: 'What is 5 % of 80?' };
  const changed = (more) => asksForMore(state, event(9, 'mission_changed', { ...told, ...more }));
  assert.equal(changed({ changed_fields: [] }), false);
  assert.equal(changed({ changed_fields: ['priority'] }), true, 'of a change there is a history');
  assert.equal(asksForMore(state, event(9, 'mission_changed', { status: 'approved' })), true);
  assert.equal(asksForMore(state, event(9, 'step_progress', { step_name: 'tool_execution' })), false);
  assert.equal(asksForMore(state, step(9, 'tool_selection', 'completed', 55)), false);
});

test('the seven steps tell what was done, what is in work and what waits', () => {
  const busy = after(
    step(1, 'verification', 'started', 5),
    step(2, 'verification', 'completed', 10, { message: 'Approved by you.' }),
    step(3, 'intent_classification', 'started', 20),
  );
  const [first, second, third] = rows(busy, AT + 5_500);
  assert.deepEqual(
    [first.glyph, first.says, first.span, first.took],
    ['met', 'Approved by you.', '5–10', '1.0 s'],
  );
  assert.deepEqual([second.glyph, second.took], ['in work', '2.5 s']);
  assert.deepEqual([third.glyph, third.took], ['waiting', '']);
  assert.equal(told(busy), '1 of 7 steps are done; intent classification is in work');
});

test('a step in work when its mission is cancelled was cancelled, one that failed was not met', () => {
  const begun = step(1, 'tool_execution', 'started', 55);
  const glyph = (...events) => rows(after(begun, ...events), AT)[4].glyph;
  assert.equal(glyph(event(2, 'cancelled')), 'cancelled');
  assert.equal(glyph(step(2, 'tool_execution', 'failed', 55), event(3, 'error')), 'not met');
});

test('a step that begins anew after a restart has gone on since it first began', () => {
  const twice = [step(1, 'tool_execution', 'started', 55), step(9, 'tool_execution', 'started', 55)];
  assert.equal(rows(after(...twice), AT + 11_000)[4].took, '10.0 s');
});

test('earlier steps are learnt by asking, and what was heard since stays', () => {
  const heard = apply(known(mission('m', 1)), step(9, 'budget_check', 'started', 30));
  const steps = ['verification', 'budget_check'].map((name) => ({
    step_name: name,
    status: 'completed',
    started_at: new Date(AT).toISOString(),
    completed_at: new Date(AT + 400).toISOString(),
    message: 'Read.',
  }));
  const glyphs = rows(learn(heard, { mission_id: 'm', steps }).get('m'), AT).map(({ glyph }) => glyph);
  assert.deepEqual(glyphs.slice(0, 3), ['met', 'waiting', 'in work']);
});

test('missions stand newest first; the pipeline as they were begun', () => {
  const at = (second) => new Date(AT + second * 1000).toISOString();
  const state = known(
    mission('a', 1, { status: 'completed', started_at: at(9) }),
    mission('b', 2, { status: 'completed', started_at: at(3) }),
    mission('c', 3, { status: 'proposed' }),
  );
  const ids = (missions) => missions.map(({ mission_id: id }) => id).join('');
  assert.equal(ids(all(state)), 'cba');
  assert.equal(ids(withStatus(state, 'completed')), 'ba');
  assert.equal(ids(pipeline(state, 5)), 'ab');
});

test('what is looked at stays until it has ended and another one runs', () => {
  const done = mission('a', 1, { status: 'completed', started_at: new Date(AT).toISOString() });
  const state = known(
    done,
    mission('b', 2, { status: 'executing' }),
    mission('c', 3, { status: 'executing' }),
  );
  const id = (wishes) => looked(state, { chosen: null, before: null, ...wishes })?.mission_id;
  assert.equal(id({}), 'c');
  assert.equal(id({ before: 'b' }), 'b');
  assert.equal(id({ before: 'a' }), 'c');
  assert.equal(id({ chosen: 'a' }), 'a');
  assert.equal(looked(known(done), { chosen: 'gone', before: null }).mission_id, 'a');
});

test('a mission is what its owner made it, and asks until it is answered', () => {
  const status = (...events) => after(...events).status;
  const changed = (id, to) => event(id, 'mission_changed', { status: to });
  assert.equal(status(changed(1, 'proposed')), 'proposed');
  assert.equal(status(changed(1, 'approved'), changed(2, 'executing')), 'executing');
  const asked = event(3, 'clarification_needed', { step_name: 'tool_selection', question: 'Which city?' });
  assert.deepEqual([status(asked), after(asked).question], ['clarification_needed', 'Which city?']);
  assert.equal(after(asked, changed(4, 'executing')).question, null);
});

test('an ending says what it cost, what did it and where it is; nothing changes it any more', () => {
  const told = { tool_used: 'write', actual_cost_usd: 0.02, artifact_reference: '/artifacts/a' };
  const over = after(event(1, 'complete', { progress: 100, ...told }, 48), event(2, 'step_started', {}));
  assert.deepEqual(
    [over.status, over.progress, over.tool_used, over.actual_cost_usd],
    ['completed', 100, 'write', 0.02],
  );
  assert.equal(over.artifact_reference, '/artifacts/a');
  assert.equal(Date.parse(over.finished_at), AT + 48_000);
});

test('steps are known also of events that were read before they were heard', () => {
  const executing = { status: 'executing', progress: 20, last_event_id: 9 };
  const read = meet(nothingKnown(), [mission('m', 1, executing)]);
  const events = [step(2, 'verification', 'started', 5), step(3, 'verification', 'completed', 10)];
  const { steps, last_event_id: last } = events.reduce(apply, read).get('m');
  assert.deepEqual([steps.get('verification').status, last], ['completed', 9]);
  const again = apply(events.reduce(apply, read), events[0]);
  assert.equal(again.get('m').steps.get('verification').status, 'completed');
});
