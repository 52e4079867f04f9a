/* Dots side by side, so that many alike show as many. */

const STEP = 0.7; // units between the places a dot may take above or below the line

/**
 * Where the dots of these x lie above (−) or below the line: the nearest place where none is touched, and
 * where there is no room left, the least crowded. The same x give the same places.
 * `radius` of a dot and `reach`, how far from the line one may lie, in the units of x.
 */
export function beeswarm(xs, { radius, reach }) {
  const places = offsets(reach);
  const settled = [];
  const inOrder = xs.map((x, index) => ({ x, index })).sort((a, b) => a.x - b.x);
  for (const dot of inOrder) {
    const near = settled.filter((other) => dot.x - other.x < 2 * radius);
    settled.push({ ...dot, y: roomiest(dot.x, near, places, 2 * radius) });
  }
  return settled.sort((a, b) => a.index - b.index).map(({ x, y }) => ({ x, y }));
}

/* Nearest to the line first. */
function offsets(reach) {
  const places = [0];
  for (let y = STEP; y <= reach; y += STEP) places.push(-y, y);
  return places;
}

function roomiest(x, near, places, enough) {
  let best = { y: 0, room: -1 };
  for (const y of places) {
    const room = Math.min(enough, ...near.map((other) => Math.hypot(x - other.x, y - other.y)));
    if (room > best.room) best = { y, room };
  }
  return best.y;
}
