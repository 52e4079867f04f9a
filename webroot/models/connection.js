/* What is said of the connection while it is not live. */

/** By its state. */
export const EXPLAINED = {
  live: '',
  polling: 'The live line is blocked; asking every second.',
  offline: 'No connection.',
};

/** While it is lost: how old in words is what is shown, and what goes on ("the run goes on"). */
export function lost(age, goesOn) {
  return `${EXPLAINED.offline} This was true ${age} ago; ${goesOn} without us.`;
}
