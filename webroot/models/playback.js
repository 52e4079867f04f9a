/* Where a replay is, as one immutable state {at, playing, speed, follows}; times in ms of the run. */

export const SPEEDS = [1, 4, 16];

/** At the end of what is known, which it follows while more comes. */
export const atTheEnd = (duration) => ({ at: duration, playing: false, speed: SPEEDS[1], follows: true });

/** Play, from the start if it is at the end; or pause. */
export function toggled(state, duration) {
  if (state.playing) return { ...state, playing: false };
  return { ...state, playing: true, follows: false, at: state.at >= duration ? 0 : state.at };
}

/** The next speed, round and round. */
export function faster(state) {
  return { ...state, speed: SPEEDS[(SPEEDS.indexOf(state.speed) + 1) % SPEEDS.length] };
}

/** After this many ms of the watcher's time. At the end it stops. */
export function passed(state, ms, duration) {
  if (!state.playing) return state;
  const at = Math.min(duration, state.at + ms * state.speed);
  return at < duration ? { ...state, at } : { ...state, at, playing: false, follows: true };
}

/** Put to a place by hand. */
export function moved(state, at, duration) {
  return { ...state, at: Math.min(duration, Math.max(0, at)), follows: at >= duration };
}

/** When the run has become longer. */
export function grown(state, duration) {
  return state.follows ? { ...state, at: duration } : state;
}
