import { make, say } from '../dom.js';

/** Puts the figure, what it stands on, what goes on now and the facts of a view into their places. */
export function showReadout(root, seen) {
  const find = (selector) => root.querySelector(selector);
  const figure = find('h-percent');
  for (const flag of ['estimated', 'faint', 'stale']) figure.toggleAttribute(flag, seen[flag]);
  figure.setAttribute('value', seen.percent);
  find('.basis .swatch').dataset.basis = seen.basis.kind;
  say(find('.basis span'), seen.basis.text);
  say(find('.now'), seen.now);
  find('.facts').replaceChildren(
    ...seen.facts.flatMap(([term, text]) => [make('dt', {}, term), make('dd', {}, text)]),
  );
}

/** What the bar says of a view to those who listen, and how it looks. */
export function showRuler(ruler, seen) {
  ruler.setAttribute('percent', seen.percent);
  ruler.setAttribute(
    'text',
    `${seen.title.replace('%', 'percent')}, ${seen.basis.text.toLowerCase()}. ${seen.now}`,
  );
  ruler.toggleAttribute('solid', seen.basis.kind !== 'skipped' && !seen.estimated);
  ruler.toggleAttribute('cold', seen.mood === 'cold');
}

/** Shows the buttons whose time it is. */
export function showActions(root, status) {
  const focused = document.activeElement;
  const buttons = [...root.querySelectorAll('[data-when]')];
  for (const button of buttons) button.hidden = !button.dataset.when.split(' ').includes(status);
  // A button that goes while it has the focus hands it on, so that the keyboard is not sent back to the top.
  if (buttons.includes(focused) && focused.hidden) buttons.find((button) => !button.hidden)?.focus();
}
