import { make } from '../dom.js';

const PRIORITIES = ['low', 'normal', 'high'];

/** A choice of priorities; `normal` is what nobody has to choose. */
export function priority() {
  const select = make('select', { name: 'priority' }, ...PRIORITIES.map((each) => make('option', {}, each)));
  select.value = 'normal';
  select.options[PRIORITIES.indexOf('normal')].defaultSelected = true;
  return select;
}

/** A control under the words that name it. */
export function entry(words, control) {
  return make('label', { class: 'entry' }, make('span', {}, words), control);
}

/** The dialog's buttons: one that does it, one that closes. */
export function buttons(words) {
  const close = make('button', { class: 'btn', type: 'button' }, 'Close');
  close.addEventListener('click', () => close.closest('dialog').close());
  return make('div', { class: 'row' }, make('button', { class: 'btn warm' }, words), close);
}
