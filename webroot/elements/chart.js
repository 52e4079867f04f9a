import { draw } from '../dom.js';
import './patterns.js';

/** A drawing that says the same to those who listen; css/numbers.css has its colours. */
export function chart({ width, height, sentence }, ...pieces) {
  return draw(
    'svg',
    { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': sentence },
    ...pieces,
  );
}

/** Words in a chart; `anchor` is the end of them that lies at x: start, middle or end. */
export function label(x, y, words, { anchor = 'start', strong = false } = {}) {
  return draw('text', { x, y, 'text-anchor': anchor, ...(strong ? { class: 'strong' } : {}) }, words);
}

/** A bar of `height` that stands on `base`; hatched if it is made of few or of a week that is not over. */
export function bar({ x, base, width, height, few, beside = false }) {
  return draw('rect', {
    class: `bar${few ? ' estimated' : ''}${beside ? ' beside' : ''}`,
    x: rounded(x),
    y: rounded(base - height),
    width: rounded(width),
    height: rounded(height),
    rx: Math.min(2, rounded(height / 2)),
  });
}

export function line(kind, d) {
  return draw('path', { class: kind, d });
}

/** Enough digits for a drawing. */
export function rounded(value) {
  return Math.round(value * 10) / 10;
}
