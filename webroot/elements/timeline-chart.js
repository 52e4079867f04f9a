import { draw } from '../dom.js';
import { axis, stretches } from '../models/timeline.js';
import { label, line, rounded } from './chart.js';

const EDGE = { left: 40, right: 20 }; // px beside the plot
const TOP = 30; // px, where 100 % is
const BASE = 190; // px, where 0 % is
const LEVELS = [0, 25, 50, 75, 100]; // %
const LETTER = 6.6; // px, the width of one on the whole
const TICK_ROOM = 56; // px that a word on the axis of time takes

export const HEIGHT = 236; // px

/** How the chart of a run's moments is laid out at this width: where a time and a percentage are. */
export function layOut(moments, width) {
  const { max, ticks } = axis(moments.at(-1)?.at ?? 0);
  const room = width - EDGE.left - EDGE.right;
  return {
    width,
    max,
    ticks,
    left: EDGE.left,
    x: (at) => rounded(EDGE.left + (at / max) * room),
    y: (progress) => rounded(BASE - ((BASE - TOP) * progress) / 100),
  };
}

/** Everything of the chart that does not move. */
export function still(moments, place) {
  return [
    line('axis', LEVELS.map((level) => `M${place.left} ${place.y(level)}H${place.x(place.max)}`).join('')),
    ...LEVELS.map((level) => label(place.left - 10, place.y(level) + 4, String(level), { anchor: 'end' })),
    ...times(place),
    ...stretches(moments).flatMap((stretch) => course(stretch, place)),
    ...marks(moments, place),
  ];
}

function times({ ticks, x, width }) {
  const every = Math.ceil((ticks.length * TICK_ROOM) / width);
  return ticks
    .filter((_, i) => i % every === 0)
    .map((tick) => label(x(tick.at), BASE + 22, tick.label, { anchor: 'middle' }));
}

/* Steps where it was measured, a line from guess to guess where it was not. */
function course({ basis, points }, { x, y }) {
  const [first, ...rest] = seen(points, x);
  const slope = (point) => `L${x(point.at)} ${y(point.progress)}`;
  const step = (point) => `H${x(point.at)}V${y(point.progress)}`;
  const to = basis === 'estimated' ? slope : step;
  const path = `M${x(first.at)} ${y(first.progress)}${rest.map(to).join('')}`;
  const area = `${path}V${BASE}H${x(first.at)}Z`;
  const under = basis === 'skipped' ? [] : [line(`${basis}-area`, area)];
  return [...under, line(`${basis}-line`, path)];
}

/* No more points than there are pixels: where it begins, then the last one of each. */
function seen(points, x) {
  const column = (point) => Math.round(x(point.at));
  return points.filter(
    (point, i) => i === 0 || i === points.length - 1 || column(point) !== column(points[i + 1]),
  );
}

/* A circle for every milestone; its name where there is room, those at the end first. */
function marks(moments, place) {
  let free = place.width + EDGE.right;
  return moments
    .filter(({ mark }) => mark)
    .reverse()
    .flatMap((moment) => {
      const [cx, cy] = [place.x(moment.at), place.y(moment.progress)];
      const half = (moment.mark.length * LETTER) / 2;
      const circle = draw('circle', { class: 'mark', cx, cy, r: 5.5 });
      const middle = Math.max(half, Math.min(cx, place.width - half));
      if (middle + half > free - LETTER) return [circle];
      free = middle - half;
      const raised = cy - TOP > 40 ? 34 : 10;
      const stalk = line('stalk', `M${cx} ${cy}V${cy - raised}`);
      const name = label(middle, cy - raised - 6, moment.mark, { anchor: 'middle', strong: true });
      return [stalk, circle, name];
    });
}
