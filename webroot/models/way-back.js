/* Where somebody is taken who had to sign in first. */

/** The address of the page to sign in on, which takes back to `place` (path and query of a page). */
export function signInFrom(place) {
  return place === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(place)}`;
}

/** The page named by the query of the sign-in page; only ever one of this server. */
export function wayBack(query) {
  const back = new URLSearchParams(query).get('back') ?? '/';
  return /^\/(?![/\\])[^\\\s]*$/.test(back) && !back.startsWith('/sign-in') ? back : '/';
}
