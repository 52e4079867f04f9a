import { egg, make } from '../dom.js';
import { ordinal } from '../models/words.js';

const EGGS = 5; // as many as fit on the shelf

/**
 * The shelf of eggs that come before this one: the one on the lamp, those that wait, and yours.
 *
 * Usage: <h-queue ahead="3"></h-queue>
 */
class Queue extends HTMLElement {
  static observedAttributes = ['ahead'];

  attributeChangedCallback(name, before, ahead) {
    if (ahead === before || ahead === null) return;
    this.replaceChildren(shelf(Math.max(1, Number(ahead))));
  }
}

function shelf(before) {
  const shown = Math.min(before, EGGS);
  const waiting = Array.from({ length: shown - 1 }, (_, i) => place('waiting', ordinal(i + 2)));
  const more =
    before > EGGS ? make('li', {}, make('span', { class: 'more' }, `+${before - EGGS}`), 'more') : null;
  return make(
    'ol',
    { 'aria-label': before > 1 ? `Queue: ${before} ahead of you` : 'Queue: you are next' },
    place('lamp', 'on the lamp', 'lamp'),
    ...waiting,
    more,
    place('yours', 'yours', 'you'),
  );
}

function place(drawing, words, role = '') {
  return make('li', { class: role }, egg(drawing), words);
}

customElements.define('h-queue', Queue);
