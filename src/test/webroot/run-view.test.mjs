import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, begin, meet } from '../../../webroot/models/run-model.js';
import { milestone, spans, view } from '../../../webroot/models/run-view.js';

const CINDER = { id: 'a', name: 'Cinder', avatar_url: '/api/agents/a/avatar' };

function after(...events) {
  return events.reduce(
    (state, [type, data], i) => apply(state, { id: i + 1, type, data }),
    begin({ id: 'r', description: 'a lizard' }),
  );
}

test('an estimate is said to be one', () => {
  const seen = view(after(['llm_progress', { progress: 18, measured: 0, message: 'The model is writing.' }]));
  assert.equal(seen.estimated, true);
  assert.deepEqual(seen.basis, { kind: 'estimated', text: 'Estimated' });
  assert.equal(seen.title, 'about 18 %');
  assert.equal(seen.now, 'The model is writing.');
});

test('a measured number stands for itself', () => {
  const seen = view(
    after(['avatar_progress', { progress: 62.5, measured: 62.5, message: 'Painting, step 20 of 40.' }]),
  );
  assert.deepEqual([seen.percent, seen.basis.kind, seen.title], ['62.5', 'measured', '62.5 %']);
});

test('in the queue the place is said, and the one on the lamp is next to last', () => {
  assert.match(
    view(after(['queued', { progress: 0, measured: 0, ahead: 3 }])).now,
    /^3 ahead of you\. Your place is kept/,
  );
  assert.match(view(after(['queued', { progress: 0, measured: 0, ahead: 1 }])).now, /^You are next\./);
  assert.equal(view(after(['queued', { progress: 0, measured: 0, ahead: 1 }])).basis.text, 'Not started');
});

test('without a connection the age of what is shown is said', () => {
  const seen = view(
    after(['avatar_progress', { progress: 62.5, measured: 62.5, eta_seconds: { p50: 18, p90: 26 } }]),
    12_000,
  );
  assert.equal(seen.now, 'No connection. This was true 12 s ago; the run goes on without us.');
  assert.equal(seen.basis.text, 'Measured, 12 s old');
  assert.deepEqual(seen.facts[0], ['Still to go', '18–26 s, when last heard']);
});

test('what has ended does not grow old', () => {
  assert.equal(
    view(after(['complete', { progress: 100, measured: 100, agent: CINDER }]), 12_000).now,
    'Cinder is here.',
  );
});

test('a stand-in names what happened and the last true number', () => {
  const agent = { ...CINDER, fallback: { avatar: true } };
  const seen = view(
    after(
      ['avatar_progress', { progress: 41.3, measured: 41.3 }],
      ['progress', { progress: 100, measured: 41.3, message: 'Saving…' }],
      [
        'complete',
        { progress: 100, measured: 100, agent, message: 'The painter went silent for 60 s and was stopped.' },
      ],
    ),
  );
  assert.equal(seen.now, 'Cinder is here, with a stand-in drawing.');
  assert.equal(seen.basis.text, 'Measured to 41.3 %, then skipped');
  assert.equal(seen.note.lead, 'The painter went silent for 60 s and was stopped.');
  assert.match(seen.note.rest, /^Its last true number was 41\.3 %\. .*the persona is the real one\.$/);
});

test('a note is a sentence even if the server only gave a code', () => {
  const seen = view(
    after([
      'backstory_complete',
      { progress: 25, measured: 25, fallback: true, reason: 'timeout', agent_data: CINDER },
    ]),
  );
  assert.equal(
    `${seen.note.lead} ${seen.note.rest}`,
    'The model did not answer. This persona was made from your words alone.',
  );
});

test('a failure offers another try where one may help', () => {
  const failed = (retryable) =>
    view(after(['error', { progress: 100, measured: 100, retryable, message: 'The disk is full.' }]));
  assert.deepEqual(
    [failed(true).note.lead, failed(true).note.action, failed(false).note.action],
    ['The disk is full.', 'retry', null],
  );
});

test('a cancelled run says that nothing was kept and goes cold', () => {
  const seen = view(
    after(
      ['avatar_progress', { progress: 41.3, measured: 41.3 }],
      ['cancelled', { progress: 41.3, measured: 41.3 }],
    ),
  );
  assert.deepEqual(
    [seen.mood, seen.basis.kind, seen.now],
    ['cold', 'cold', 'You stopped it here. Nothing was kept.'],
  );
});

test('the picture is the newest preview, and in the end the portrait', () => {
  const painting = [
    ['avatar_progress', { progress: 30, measured: 30, preview_url: '/p1' }],
    ['avatar_progress', { progress: 31, measured: 31 }],
  ];
  assert.equal(view(after(...painting)).egg.picture, '/p1');
  assert.equal(
    view(after(...painting, ['complete', { progress: 100, measured: 100, agent: CINDER }])).egg.picture,
    CINDER.avatar_url,
  );
});

test('a preview is not asked for when nobody paints it any more', () => {
  const painted = ['avatar_progress', { progress: 98, measured: 98, preview_url: '/p9' }];
  const finishing = ['avatar_progress', { progress: 99, measured: 99 }];
  const cancelled = ['cancelled', { progress: 98, measured: 98 }];
  assert.equal(view(after(painted)).egg.picture, '/p9');
  assert.equal(view(after(painted, finishing)).egg.picture, null);
  assert.equal(view(after(painted, cancelled)).egg.picture, null);
});

test('only milestones are read out', () => {
  assert.equal(
    milestone(after(['avatar_progress', { progress: 30, measured: 30, message: 'Painting' }])),
    '',
  );
  assert.equal(
    milestone(after(['complete', { progress: 100, measured: 100, agent: CINDER }])),
    'Cinder is here.',
  );
});

test('the phases are called as people call them', () => {
  assert.deepEqual(spans(after()), [
    { name: 'Persona', to: 25 },
    { name: 'Picture', to: 100 },
  ]);
});

test('what a command ended with is said, also of one that is only read', () => {
  const begun = begin({ id: 'r', kind: 'command', title: 'pytest -q' });
  const code = (state) => view(state).facts.find(([what]) => what === 'Exit code');
  assert.equal(code(begun), undefined);
  const told = apply(begun, { id: 1, type: 'task_completed', data: { status: 'failed', exit_code: 3 } });
  assert.deepEqual(code(told), ['Exit code', '3']);
  const read = meet(begun, { status: 'succeeded', last_event_id: 7, result: { exit_code: 0 } });
  assert.deepEqual(code(read), ['Exit code', '0']);
});
