/* How wrong the remaining times were, put into as many bars as a drawing has room for. */

const REACHES = [20, 40, 60, 120, 300, 600, 1200, 3600, 7200]; // s
const SIDE = 10; // bars on each side of what was said
const SEEN = 0.95; // of all values; those beyond are added to the outermost bars

/** How far to both sides the bars of these errors [{from, to, n}] have to reach, in seconds. */
export function reachOf(errors) {
  const wanted = SEEN * sum(errors);
  const seen = (reach) => sum(errors.filter((error) => !liesBeyond(error, reach)));
  return REACHES.find((reach) => seen(reach) >= wanted) ?? REACHES.at(-1);
}

/**
 * The errors as shares of all: {shares, width, below, above}. `shares` are 20, of `width` seconds each, from
 * the soonest to the latest; `below` and `above`: whether some lie beyond that end.
 */
export function binned(errors, reach) {
  const width = reach / SIDE;
  const shares = Array(2 * SIDE).fill(0);
  const total = sum(errors);
  for (const error of errors) {
    const place = Math.floor(middle(error) / width) + SIDE;
    shares[Math.min(2 * SIDE - 1, Math.max(0, place))] += error.n / total;
  }
  const beyond = errors.filter((error) => liesBeyond(error, reach));
  return {
    shares,
    width,
    below: beyond.some((error) => middle(error) < 0),
    above: beyond.some((error) => middle(error) > 0),
  };
}

function liesBeyond(error, reach) {
  return Math.abs(middle(error)) > reach;
}

function middle({ from, to }) {
  return (from + to) / 2;
}

function sum(errors) {
  return errors.reduce((total, { n }) => total + n, 0);
}
