/*
 * Signing out by one's own hand, in all tabs of the browser. Each hears of it before the server does: whatever
 * it is refused from then on, nobody wants to be taken back to where they were.
 */

const BEGUN = 'begun';
const DONE = 'done';

let leaving = false;

/** Whether somebody is signing out, in this tab or in another. */
export const isLeaving = () => leaving;

/**
 * Usage: const leave = leavingTogether(() => …); await leave(async () => …), which signs out or fails. The
 * function that is given first takes this page away, after that and when another tab has signed out.
 */
export function leavingTogether(go) {
  const others = new BroadcastChannel('hatchery-sign-out');
  others.onmessage = ({ data }) => {
    leaving = true;
    if (data === DONE) go();
  };
  return async (signOut) => {
    leaving = true;
    others.postMessage(BEGUN);
    await signOut().catch(() => null);
    others.postMessage(DONE);
    go();
  };
}
