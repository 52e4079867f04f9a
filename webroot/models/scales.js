/* How far a chart's axis reaches, and what is written on it. */

const SPANS = [
  1, 2, 4, 6, 10, 20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 240, 360, 600, 1200, 2400, 3600, 7200, 14_400,
]; // s
const SHARES = [2, 4, 8, 12, 20, 40, 60, 80, 100]; // %
const MINUTES_FROM = 240; // s; a scale that reaches as far is written in minutes
const OUTLIER = 2.5; // a value as many times beyond the rest does not make the rest small

/**
 * The scale for durations: all of `seconds` lie on it, unless a few lie far beyond `usual`, the durations
 * most are below. Then these are `beyond` it.
 */
export function timeScale(seconds, usual) {
  const longest = Math.max(0, ...seconds, ...usual);
  const fitting = round(Math.max(0, ...usual) * 1.1);
  const max = usual.length && longest > fitting * OUTLIER ? fitting : round(longest);
  return { max, minutes: max >= MINUTES_FROM, beyond: longest > max };
}

/** What is written at the start, the middle and the end of a time scale. */
export function ticks({ max, minutes, beyond }) {
  const written = (value) => (minutes ? `${value / 60} min` : `${value} s`);
  return [written(0), written(max / 2), beyond ? `${written(max)} or more` : written(max)];
}

/** The number a duration is told by on a scale, without its unit: 0.34 → "0.3", 11.2 → "11". */
export function figure(seconds, { minutes }) {
  const value = minutes ? seconds / 60 : seconds;
  return String(value < 3 || (minutes && value < 10) ? Math.round(value * 10) / 10 : Math.round(value));
}

/** The percentage that the highest of these shares (0–1) stays below, round. */
export function shareScale(shares) {
  const highest = Math.max(0, ...shares) * 100;
  return SHARES.find((percent) => percent >= highest) ?? SHARES.at(-1);
}

function round(seconds) {
  return SPANS.find((span) => span >= seconds) ?? Math.ceil(seconds / 7200) * 7200;
}
