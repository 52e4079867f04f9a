import { glyph, make, say, vary } from '../dom.js';
import { STEPS } from '../models/mission-steps.js';

/**
 * The seven steps of a mission: a bar with a cell for each at its true span, what lies between them dotted, and the
 * list. Its lengths follow --p and --m, which the bar sets.
 *
 * Usage: seven.show({ rows, progress, measured, text, estimated, cold }), with rows as in models/mission-steps.js;
 * text is for listeners; cold: nothing goes on here.
 */
class Seven extends HTMLElement {
  #bar = make(
    'div',
    {
      class: 'cells',
      role: 'progressbar',
      'aria-label': 'Seven steps',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
    },
    ...STEPS.map(cell),
  );
  #rows = STEPS.map(() => new Row());

  connectedCallback() {
    const list = make('ol', { class: 'steps' }, ...this.#rows.map(({ element }) => element));
    this.replaceChildren(this.#bar, list);
  }

  show({ rows, progress, measured, text, estimated, cold }) {
    vary(this.#bar, { p: progress, m: measured });
    this.#bar.setAttribute('aria-valuenow', progress);
    this.#bar.setAttribute('aria-valuetext', text);
    this.toggleAttribute('solid', !estimated);
    this.toggleAttribute('cold', cold);
    rows.forEach((row, i) => this.#rows[i].show(row));
  }
}

class Row {
  #title = make('b');
  #says = make('span', { class: 'says' });
  #span = make('span', { class: 'small faint' });
  #took = make('span', { class: 'small faint' });
  #glyph = null;
  element = make('li', {}, make('span'), make('span', {}, this.#title, this.#says), this.#span, this.#took);

  show({ title, glyph: shape, says, span, took }) {
    if (shape !== this.#glyph) this.element.firstChild.replaceWith(glyph(shape));
    this.#glyph = shape;
    this.element.dataset.is = shape;
    say(this.#title, title);
    say(this.#says, says);
    say(this.#span, span);
    say(this.#took, took);
  }
}

function cell({ from, to }) {
  const fills = [make('i', { class: 'estimated' }), make('i', { class: 'measured' })];
  return vary(
    make('div', { class: 'cell', 'aria-hidden': 'true' }, ...fills, make('span', {}, String(from))),
    { from, to },
  );
}

customElements.define('h-seven', Seven);
