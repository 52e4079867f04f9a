import { draw, make } from '../dom.js';
import { chart, line, rounded } from './chart.js';

const WIDTH = 520;
const TOP = 6;
const BASE = 66;

/**
 * How far each tool was trusted over time, a line for each; what is made of few uses is hatched.
 *
 * Usage: confidence.show(courses), as courses() of models/ranking-view.js makes them.
 */
class Confidence extends HTMLElement {
  show(courses) {
    this.replaceChildren(make('ul', {}, ...courses.map(tool)));
  }
}

function tool({ tool: name, figure, says, few, points, sentence }) {
  return make(
    'li',
    {},
    make('b', {}, name),
    make('span', { class: few ? 'n few' : 'n' }, few ? `≈ ${figure}` : figure),
    chart({ width: WIDTH, height: BASE + 6, sentence }, ...course(points, few)),
    make('span', { class: 'small faint' }, says),
  );
}

/* It changes at a moment and stays so until the next. */
function course(points, few) {
  const axis = line('axis', `M0 ${TOP}H${WIDTH}M0 ${BASE}H${WIDTH}`);
  if (points.length === 0) return [axis];
  const place = ({ x, y }) => [rounded(x * WIDTH), rounded(BASE - y * (BASE - TOP))];
  const [[left, first], ...rest] = points.map(place);
  const path = `M${left} ${first}${rest.map(([x, y]) => `H${x}V${y}`).join('')}H${WIDTH}`;
  const area = few ? draw('path', { class: 'few', d: `${path}V${BASE}H${left}Z` }) : null;
  const [, y] = place(points.at(-1));
  const end = draw('circle', { class: 'end', cx: WIDTH, cy: y, r: 4 });
  return [axis, area, line('confidence', path), end].filter(Boolean);
}

customElements.define('h-confidence', Confidence);
