import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body, complaint, update } from '../../../webroot/models/draft.js';
import { objective, recipe } from '../../../webroot/models/recipe-view.js';
import * as schedule from '../../../webroot/models/schedule-view.js';
import { Patience, thanks } from '../../../webroot/models/survey.js';

test('what is not said is not sent', () => {
  assert.deepEqual(body({ objective: ' Compare\nheat pumps ', scope: ' ', constraints: '\n', budget: '' }), {
    objective: 'Compare heat pumps',
  });
  assert.deepEqual(
    body({
      objective: 'x',
      constraints: 'no forums\n\n five sources ',
      priority: 'high',
      budget: '0.5',
      asks: 'on',
    }),
    {
      objective: 'x',
      constraints: ['no forums', 'five sources'],
      priority: 'high',
      budget_usd: 0.5,
      when_unsure: 'ask',
    },
  );
});

test('what will not do is said beside its field', () => {
  const field = (fields) => complaint({ objective: 'x', ...fields })?.field ?? null;
  assert.equal(field({}), null);
  assert.equal(field({ objective: ' \n ' }), 'objective');
  assert.equal(field({ budget: 'much' }), 'budget');
  assert.equal(field({ budget: '-1' }), 'budget');
  assert.equal(field({ constraints: 'a\n'.repeat(21) }), 'constraints');
  assert.match(complaint({ objective: 'x'.repeat(2001) }).sentence, /this has 2,001/);
});

test('a change sends only what differs', () => {
  const mission = { objective: 'Old', scope: null, constraints: ['a'], priority: 'normal' };
  const same = { objective: 'Old', scope: '', constraints: 'a', priority: 'normal' };
  assert.deepEqual(update(mission, same), {});
  assert.deepEqual(update(mission, { ...same, scope: 'here', constraints: '' }), {
    scope: 'here',
    constraints: [],
  });
});

test('a schedule says when, how often and where', () => {
  const at = '2026-11-28T09:30';
  assert.deepEqual(schedule.body({ at, recurrence: 'daily', zone: 'Europe/Berlin' }), {
    trigger_time: at,
    recurrence: 'daily',
    time_zone: 'Europe/Berlin',
  });
  assert.deepEqual(schedule.body({ recurrence: 'cron', cron: ' 0 9 * * MON ', zone: '' }), {
    recurrence: 'none',
    cron: '0 9 * * MON',
  });
  const here = { now: Date.parse('2026-11-28T12:00:00Z'), own: 'Europe/Berlin' };
  const zone = here.own;
  assert.match(schedule.complaint({ at: '2026-11-01T09:30', recurrence: 'none', zone }, here), /is over/);
  assert.match(schedule.complaint({ at: '', recurrence: 'none' }, here), /when/);
  assert.match(schedule.complaint({ recurrence: 'cron', cron: ' ' }, here), /cron/);
  assert.equal(schedule.complaint({ at: '2026-12-24T09:30', recurrence: 'none', zone }, here), null);
});

test('a schedule that will not come again says so', () => {
  const told = schedule.scheduled(
    { schedule_id: 's', mission_id: 'm', recurrence: 'none', next_at: null, last_fired_at: null },
    () => 'Count the sheep',
  );
  assert.deepEqual(
    [told.title, told.when, told.next, told.last],
    ['Count the sheep', 'Once', 'Not again', ''],
  );
});

test('a recipe has a field for each gap, and tells how often it went well', () => {
  const { parameters, says, few } = recipe({
    recipe_id: 'r',
    name: 'Summary',
    built_in: true,
    objective_template: 'Summarize {page_url}',
    parameters: ['page_url'],
    runs: 6,
    success_rate: 0.8333,
  });
  assert.deepEqual(parameters, [{ name: 'page_url', label: 'Page url' }]);
  assert.deepEqual([says, few], ['built in, 5 of 6 went well', true]);
  assert.equal(objective('Compare {a} and {b}', { a: ' tea ', b: '' }), 'Compare tea and {b}');
});

test('the survey leaves when nobody uses it, and waits while somebody does', () => {
  const planned = [];
  const timers = {
    set: (action, ms) => planned.push({ action, ms }),
    clear: (id) => id && delete planned[id - 1],
  };
  let left = 0;
  const patience = new Patience(10_000, () => left++, timers);
  patience.start();
  assert.equal(planned.at(-1).ms, 10_000);
  patience.hold(true);
  assert.deepEqual(planned.filter(Boolean), []);
  patience.hold(false);
  planned.filter(Boolean).forEach(({ action }) => action());
  assert.equal(left, 1);
});

test('an answer says what it did', () => {
  assert.equal(
    thanks({ confidence_adjustment: 0.05 }, 'web_search'),
    'Thank you. web_search gains 0.05 confidence.',
  );
  assert.equal(thanks({ confidence_adjustment: -0.1 }, null), 'Thank you. The tool loses 0.10 confidence.');
  assert.equal(thanks({ confidence_adjustment: 0 }, 'write'), 'Thank you.');
});
