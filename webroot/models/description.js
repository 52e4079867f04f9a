/* The words a companion is hatched from: whether they will do, what keeps them waiting, why they were not taken. */

import { range } from './words.js';

const LONGEST = 2000; // characters
const IN_A_MOMENT = /; try again( in a moment)?\.$/; // how the server ends what it has no time for

/** The words as one line, which is what a description is: a text field breaks lines where it likes. */
export function tidy(text) {
  return text.trim().replace(/\s*[\r\n\t]\s*/g, ' ');
}

/** A sentence that says what is wrong, or null when the words will do. */
export function complaint(text) {
  const length = [...tidy(text)].length;
  if (length === 0) return 'Say a few words first.';
  if (length <= LONGEST) return null;
  return `${thousands(LONGEST)} characters at most; this has ${thousands(length)}.`;
}

/**
 * The expected wait: a new one starts when the last of those before it ends. Runs as `GET /api/runs` gives
 * them, newest first.
 */
export function expectation({ queued, running }) {
  if (queued.length + running.length === 0) return 'Nobody is waiting. Yours would start at once.';
  const eta = range((queued[0] ?? running[0]).eta_seconds);
  const start = eta === null ? 'Yours would be next in line.' : `Yours would start in ${eta}.`;
  return `${who(queued.length)} ${start}`;
}

/** What is said of words that the server did not take, and that stay: {lead, rest}. */
export function refusal({ message, retryAfter }) {
  if (!retryAfter) return { lead: message, rest: 'Your words stay here.' };
  return {
    lead: message.replace(IN_A_MOMENT, '.'),
    rest: `Try again in ${retryAfter} s; your words stay here.`,
  };
}

function who(waiting) {
  if (waiting === 0) return 'One is on the lamp.';
  return waiting === 1 ? '1 is waiting.' : `${waiting} are waiting.`;
}

function thousands(number) {
  return number.toLocaleString('en');
}
