import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artifact } from '../../../webroot/models/artifact-view.js';
import {
  actions,
  announced,
  badge,
  ending,
  line,
  live,
  proposal,
  subtitle,
} from '../../../webroot/models/mission-view.js';
import { usd } from '../../../webroot/models/money.js';
import { courses, ranked } from '../../../webroot/models/ranking-view.js';
import { tally } from '../../../webroot/models/tally.js';

const START = Date.parse('2026-11-28T11:00:00Z');
const MISSION = {
  mission_id: 'm',
  number: 77,
  objective: 'Compare heat pumps',
  status: 'executing',
  progress: 67,
  measured: 55,
  current_step: 'tool_execution',
  message: 'Reading result 3.',
  started_at: '2026-11-28T11:00:00Z',
  finished_at: null,
  estimated_cost_usd: 0.04,
};

test('money is told in cents, and in less where a cent is too much', () => {
  const told = [5.23, 5, 0, 0.0042, 0.0000001, 1234.5].map(usd);
  assert.deepEqual(told, ['$5.23', '$5.00', '$0.00', '$0.0042', 'under $0.000001', '$1,234.50']);
});

test('an agent at work tells its step, how far it is, and for how long', () => {
  const measured = { ...MISSION, progress: 55 };
  const { step, elapsed, figure, spoken } = live(measured, START + 12_000);
  assert.deepEqual([step, elapsed, figure], ['Step: tool_execution (55 %)', 'Elapsed: 12 s', '55 %']);
  assert.equal(spoken, '55 percent. Tool execution. Reading result 3.');
  assert.equal(live(MISSION, START).step, 'Step: tool_execution (≈ 67 %)');
  assert.equal(live(MISSION, START).spoken, 'about 67 percent, estimated. Tool execution. Reading result 3.');
});

test('a mission says its number, its time and its cost as far as they are known', () => {
  assert.equal(subtitle(MISSION, START + 14_600), 'Mission 77, elapsed 15 s, about $0.04 expected');
  const done = {
    ...MISSION,
    status: 'completed',
    finished_at: '2026-11-28T11:00:48Z',
    actual_cost_usd: 0.02,
  };
  assert.equal(subtitle(done, START), 'Mission 77, it took 48.0 s, $0.02');
  assert.deepEqual(
    [line(done, START).took, line(done, START).glyph, line(done, START).tool],
    ['48 s', 'met', 'no tool'],
  );
});

test('what may be done with a mission is what its status allows', () => {
  const offered = (status) => proposal({ ...MISSION, status }).actions;
  assert.deepEqual(offered('proposed'), ['approve', 'change', 'cancel']);
  assert.deepEqual(offered('approved'), ['execute', 'schedule', 'cancel']);
  assert.deepEqual(actions({ status: 'executing' }), ['cancel']);
  assert.deepEqual(actions({ status: 'failed' }), []);
});

test('a proposal tells what was given and what was changed', () => {
  const { facts, changes } = proposal({
    ...MISSION,
    status: 'proposed',
    constraints: ['no forums', 'five sources'],
    priority: 'high',
    budget_usd: 0.5,
    when_unsure: 'ask',
    history: [
      { field: 'priority', from: 'normal', to: 'high' },
      { field: 'constraints', from: [], to: ['no forums', 'five sources'] },
    ],
  });
  assert.deepEqual(facts.slice(0, 4), [
    ['Constraints', 'no forums; five sources'],
    ['Priority', 'high'],
    ['Budget', '$0.50'],
    ['When unsure', 'it asks you'],
  ]);
  assert.deepEqual(changes, ['Constraints: none → no forums; five sources', 'Priority: normal → high']);
});

test('endings and questions are said aloud, steps are not', () => {
  const failed = { ...MISSION, status: 'failed', message: 'Budget exceeded: $5.23 > $5.00 limit' };
  assert.equal(announced(MISSION, { ...MISSION, progress: 80 }), null);
  assert.equal(announced(undefined, undefined), null);
  assert.equal(announced(MISSION, { ...MISSION, status: 'completed' }), 'Compare heat pumps: completed.');
  assert.match(announced(MISSION, failed), /failed\. Budget exceeded: \$5\.23 > \$5\.00 limit$/);
  assert.equal(ending(failed), 'Budget exceeded: $5.23 > $5.00 limit');
  assert.equal(
    announced(MISSION, { ...MISSION, status: 'clarification_needed' }),
    'Compare heat pumps asks you something.',
  );
});

test('a status that nobody knows yet is told by its name', () => {
  assert.deepEqual(badge({ status: 'paused' }), { word: 'paused', glyph: 'waiting' });
});

test('a ranking tells each adjustment in the words of the server', () => {
  const words = 'web_search 0.85 × 0.8 (feedback) = 0.68';
  const ranking = [
    { tool: 'web_search', base: 0.85, adjustments: [words], confidence: 0.68, roi: 0.5, score: 0.608 },
    { tool: 'write', base: 0.4, adjustments: [], confidence: 0.4, roi: 0.9, score: 0.6 },
  ];
  const [first, second] = ranked({ ranking, tool_used: 'web_search' });
  assert.deepEqual([first.score, first.adjustments, first.chosen], ['0.61', [words], true]);
  assert.equal(first.says, 'confidence 0.68 from 0.85, return 0.50');
  assert.deepEqual([second.says, second.chosen], ['confidence 0.40, return 0.90', false]);
});

test("a tool's confidence is a course from the first moment to now, hatched while it is made of few", () => {
  const history = [
    { at: '2026-11-28T10:00:00Z', confidence: 0.85 },
    { at: '2026-11-28T10:30:00Z', confidence: 0.68 },
  ];
  const tool = {
    tool: 'web_search',
    uses: 8,
    success_rate: 0.75,
    confidence: 0.68,
    confidence_history: history,
  };
  const [{ points, few, figure, sentence }] = courses([tool], START);
  assert.deepEqual(points, [
    { x: 0, y: 0.85 },
    { x: 0.5, y: 0.68 },
  ]);
  assert.deepEqual([few, figure], [true, '0.68']);
  assert.equal(sentence, 'web_search: confidence from 0.85 to 0.68, 6 of 8 went well, n 8.');
});

test('what was spent is told of the limit, and times with how many they are made of', () => {
  const [spent, ended, times] = tally({
    completed: 31,
    failed: 4,
    month_cost_usd: 1.24,
    monthly_limit_usd: 20,
    durations: { n: 12, median_seconds: 12.4, p95_seconds: 48 },
  });
  assert.deepEqual([spent.words, spent.share], ['$1.24 of $20.00', 0.062]);
  assert.equal(ended.words, '31 completed, 4 failed');
  assert.deepEqual([times.words, times.few], ['≈ 12 s, 95 of 100 under 48 s, n 12', true]);
});

test('an artifact is previewed from this server only, and exported as its kind allows', () => {
  const { preview, exports } = artifact({ artifact_id: 'a b', kind: 'chart', links: { preview: '//evil' } });
  assert.equal(preview, '/artifacts/a%20b/preview');
  assert.deepEqual(
    exports.map(({ name }) => name),
    ['JSON', 'CSV', 'SVG', 'PNG'],
  );
  assert.equal(artifact({ artifact_id: 'a', links: { preview: '/artifacts/a/preview' } }).kind, 'Artifact');
});
