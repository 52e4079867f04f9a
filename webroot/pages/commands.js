import * as client from '../api/client.js';
import { make } from '../dom.js';
import { commands } from '../models/elsewhere.js';

const users = client.me().then(
  (me) => me.users,
  () => false,
);

/** Puts the commands for this run (its number, or null for all runs) into a list, unless they are there. */
export async function showCommands(list, number) {
  if (list.dataset.run === String(number)) return;
  list.dataset.run = number;
  const shown = commands(location.origin, number, await users);
  if (list.dataset.run === String(number)) list.replaceChildren(...shown.map(entry));
}

/* Longer than a narrow room is wide, and scrolled by the keyboard, too. */
function entry([what, command]) {
  return make('div', {}, make('dt', {}, what), make('dd', {}, make('code', { tabindex: '0' }, command)));
}
