/* Tools in the order in which they were chosen from, and what is known of each by now. */

import { isFew, of100 } from './trust.js';

/** 0.6800 → "0.68". */
export function hundredths(value) {
  return value.toFixed(2);
}

/** The ranking of a mission: {tool, score, says, adjustments, chosen, excluded}, the best first. */
export function ranked({ ranking = [], tool_used: used }) {
  return ranking.map(({ tool, base, adjustments = [], confidence, roi, score, excluded = false }) => ({
    tool,
    score: hundredths(score),
    says: `confidence ${hundredths(confidence)}${base === confidence ? '' : ` from ${hundredths(base)}`}, return ${hundredths(roi)}`,
    adjustments,
    chosen: tool === used,
    excluded,
  }));
}

/**
 * The tools' confidence over time: {tool, figure, says, few, points, sentence}; points are {x, y} from 0 to 1, x
 * from the first moment of all to `now` (ms).
 */
export function courses(tools, now) {
  const moments = tools.flatMap(({ confidence_history: history = [] }) =>
    history.map(({ at }) => Date.parse(at)),
  );
  const first = Math.min(now, ...moments);
  const span = Math.max(1, now - first);
  return tools.map((tool) => course(tool, (at) => Math.min(1, (Date.parse(at) - first) / span)));
}

function course({ tool, uses, success_rate: rate, confidence, confidence_history: history = [] }, place) {
  const success =
    uses > 0 && rate != null ? `${of100(rate, uses)} went well, n ${uses}` : `not used yet, n ${uses}`;
  return {
    tool,
    figure: hundredths(confidence),
    says: success,
    few: isFew(uses),
    points: history.map(({ at, confidence: y }) => ({ x: place(at), y })),
    sentence: `${tool}: confidence ${told(history, confidence)}, ${success}.`,
  };
}

function told(history, now) {
  const first = history[0]?.confidence ?? now;
  return first === now ? hundredths(now) : `from ${hundredths(first)} to ${hundredths(now)}`;
}
