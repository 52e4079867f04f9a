/* The same, watched from elsewhere: commands that work as they stand. */

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const TOKEN = '-H "Authorization: Bearer $HATCHERY_TOKEN" ';

/**
 * [what it is for, the command] for a server at `origin` and one of its runs, or null for all of them. Where
 * there are `users`, a token says who asks; the command line knows it from the same variable.
 */
export function commands(origin, number, users = false) {
  const { hostname } = new URL(origin);
  // On its own machine the command line finds the server by itself.
  const hatchery = LOOPBACK.test(hostname) ? 'hatchery' : `hatchery --server ${origin}`;
  const run = number === null ? '' : ` ${number}`;
  const query = number === null ? '' : `?run=${number}`;
  return [
    ['In a terminal', `${hatchery} watch${run} --stream`],
    ['Anywhere with curl', `curl -N ${users ? TOKEN : ''}'${origin}/stream/progress${query}'`],
    ['Show the bars of any command here', `${hatchery} exec -- ffmpeg -i talk.mov talk.webm`],
  ];
}
