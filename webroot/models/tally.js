/* What missions cost and how long they take: words, nothing of the DOM. */

import { usd } from './money.js';
import { isFew } from './trust.js';
import { roughly } from './words.js';

/** What is told of GET /api/analytics/all's missions: [{term, words, few, share}], share (0–1) of a limit or null. */
export function tally(counted) {
  return [money(counted), endings(counted), ...times(counted)].filter(Boolean);
}

function money({ month_cost_usd: month, cost_usd: all, monthly_limit_usd: limit }) {
  const spent = month ?? all ?? 0;
  if (limit == null) return { term: 'Spent this month', words: usd(spent), few: false, share: null };
  return {
    term: 'Spent this month',
    words: `${usd(spent)} of ${usd(limit)}`,
    few: false,
    share: limit > 0 ? Math.min(1, spent / limit) : 1,
  };
}

function endings({ completed = 0, failed = 0 }) {
  const rest = failed ? `, ${failed} failed` : '';
  return { term: 'Ended', words: `${completed} completed${rest}`, few: false, share: null };
}

function times({ durations }) {
  if (!durations?.n) return [];
  const { n, median_seconds: median, p95_seconds: p95 } = durations;
  const few = isFew(n);
  const about = few ? '≈ ' : '';
  const longest = p95 == null ? '' : `, 95 of 100 under ${roughly(p95 * 1000)}`;
  return [
    {
      term: 'Half take under',
      words: `${about}${roughly(median * 1000)}${longest}, n ${n}`,
      few,
      share: null,
    },
  ];
}
