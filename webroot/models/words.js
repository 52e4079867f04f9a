/* Numbers and times as people read them. Milliseconds in, words out. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SECONDS_ARE_CLEARER_BELOW = 100; // s

/** 62.5 → "62.5", 25 → "25": never more than one decimal, never a needless one. */
export function percent(value) {
  return String(Math.round(value * 10) / 10);
}

/** 88231 → "88 231". */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

/** Exact: "34.7 s", "1 min 14 s", "2 h 5 min". */
export function exactly(ms) {
  return ms < MINUTE ? `${(Math.max(0, ms) / SECOND).toFixed(1)} s` : roughly(ms);
}

/** To the second: "58 s", "1 min 12 s", "2 h 5 min". */
export function roughly(ms) {
  const seconds = Math.round(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** The server's {p50, p90} in seconds as a range: "18–26 s", "3–5 min"; null when nothing is known. */
export function range(eta) {
  if (!eta || !Number.isFinite(eta.p50)) return null;
  const low = Math.max(0, eta.p50);
  const high = Math.max(low, eta.p90 ?? low);
  if (high < 1) return 'a moment';
  if (high < SECONDS_ARE_CLEARER_BELOW) return span(Math.round(low), Math.ceil(high), 's');
  if (low < 60) return `${Math.round(low)} s–${Math.ceil(high / 60)} min`;
  return span(Math.floor(low / 60), Math.ceil(high / 60), 'min');
}

/** "2 min ago", "an hour ago", "yesterday", "Tuesday", "20 November 2026". */
export function ago(then, now) {
  const age = now - then;
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < 2 * HOUR) return 'an hour ago';
  const days = daysBetween(then, now);
  if (days === 0) return `${Math.floor(age / HOUR)} hours ago`;
  if (days === 1) return 'yesterday';
  return days < 7 ? new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(then) : date(then);
}

/** "20 November 2026". */
export function date(time) {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(time);
}

/** "11:42". */
export function clock(time) {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(time);
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(n) {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return n + ((!teen && ['th', 'st', 'nd', 'rd'][n % 10]) || 'th');
}

function joined(large, unit, small, lesser) {
  return small ? `${large} ${unit} ${small} ${lesser}` : `${large} ${unit}`;
}

function span(low, high, unit) {
  return low >= high ? `about ${high} ${unit}` : `${low}–${high} ${unit}`;
}

function daysBetween(then, now) {
  const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(then)) / DAY);
}
