import { draw } from '../dom.js';
import { beeswarm } from '../models/beeswarm.js';
import { chart, label, line, rounded } from './chart.js';

const WIDTH = 352;
const AXIS = 346; // what is left of it for the scale
const ROW = 58;
const RADIUS = 2.2;
const REACH = 10;

/**
 * Durations as dots, a row for each provider, with the median and what 95 of 100 stay below.
 *
 * Usage: strip.show(panel.strip), as in models/strip-panels.js.
 */
class Strip extends HTMLElement {
  show({ rows, ticks, max, sentence }) {
    const bottom = rows.length * ROW;
    const x = (seconds) => (Math.min(seconds, max) / max) * AXIS;
    this.replaceChildren(
      chart(
        { width: WIDTH, height: bottom + 26, sentence },
        ...rows.map((row, i) => drawRow(row, i * ROW + 34, x)),
        line('axis', `M0 ${bottom + 4}H${AXIS}`),
        label(0, bottom + 20, ticks[0]),
        label(AXIS / 2, bottom + 20, ticks[1], { anchor: 'middle' }),
        label(AXIS, bottom + 20, ticks[2], { anchor: 'end' }),
      ),
    );
  }
}

function drawRow({ name, figures, few, seconds, median, p95 }, y, x) {
  return draw(
    'g',
    {},
    label(0, y - 16, name, { strong: true }),
    label(WIDTH, y - 16, figures, { anchor: 'end' }),
    few ? draw('rect', { class: 'few', x: 0, y: y - 10, width: AXIS, height: 20 }) : null,
    ...beeswarm(seconds.map(x), { radius: RADIUS, reach: REACH }).map((dot) => drawDot(dot, y)),
    median == null ? null : line('median', `M${rounded(x(median))} ${y - 11}v22`),
    p95 == null ? null : line('p95', `M${rounded(x(p95))} ${y - 8}v16`),
  );
}

function drawDot({ x, y }, line) {
  return draw('circle', { class: 'dot', cx: rounded(x), cy: rounded(line + y), r: RADIUS });
}

customElements.define('h-strip', Strip);
