import { Problem } from './client.js';

const EVERY = 10_000; // ms

/**
 * Reads now and again every 10 s while the page is seen, so that it follows the server by itself.
 * `told` hears after each reading: live or offline, and the Problem if there was one.
 */
export function keepFresh(read, told) {
  const again = () => reread(read, told);
  setInterval(() => document.hidden || again(), EVERY);
  addEventListener('online', again);
  again();
}

async function reread(read, told) {
  try {
    await read();
    told('live', null);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    told(problem.status === 0 ? 'offline' : 'live', problem);
  }
}
