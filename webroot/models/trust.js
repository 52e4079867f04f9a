/* How far a statistic may be trusted: every one says of how many it is made. */

const ENOUGH = 20; // values; fewer are shown hatched

export const isFew = (n) => n < ENOUGH;

/** The "86" of "86 of 100", for a second share of the same n. */
export const outOf100 = (share, n) => String(Math.round(share * Math.min(100, n)));

/** A share (0–1) of n as people count it: "86 of 100", and of fewer "5 of 6". */
export function of100(share, n) {
  return `${outOf100(share, n)} of ${Math.min(100, n)}`;
}
