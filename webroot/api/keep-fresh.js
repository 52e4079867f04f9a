const EVERY = 10_000; // ms

/**
 * Reads now and again every 10 s while the page is seen, so that it follows the server by itself.
 * `connection` is told live or offline; a refusal of the first reading is thrown to the caller.
 */
export async function keepFresh(read, connection) {
  setInterval(() => document.hidden || reread(read, connection), EVERY);
  addEventListener('online', () => reread(read, connection));
  await reread(read, connection);
}

async function reread(read, connection) {
  try {
    await read();
    connection('live');
  } catch (problem) {
    connection(problem.status === 0 ? 'offline' : 'live');
    if (problem.status === undefined) throw problem;
  }
}
