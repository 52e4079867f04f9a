/* How far a statistic may be trusted: every one says of how many it is made. */

const ENOUGH = 20; // values; fewer are shown hatched

export const isFew = (n) => n < ENOUGH;

/** A share (0–1) of n as people count it: "86 of 100", and of fewer "5 of 6". */
export function of100(share, n) {
  const whole = Math.min(100, n);
  return `${Math.round(share * whole)} of ${whole}`;
}
