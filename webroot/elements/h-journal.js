import { make, say } from '../dom.js';
import { Rows } from '../models/rows.js';
import { exactly, grouped, percent } from '../models/words.js';

const FEW = 3; // rows

/**
 * The run's events, newest first: the last three, or all of them when asked.
 *
 * Usage: journal.rows = Rows of {id, progress, estimated, elapsed, message}, oldest first, as the model has
 * them.
 */
class Journal extends HTMLElement {
  #rows = new Rows();
  #items = [];
  #all = false;
  #list = make('ol', { reversed: '' });
  #more = make('button', { class: 'btn quiet', type: 'button', 'aria-expanded': 'false' });

  connectedCallback() {
    this.#more.addEventListener('click', () => this.#turn());
    this.replaceChildren(this.#list, this.#more);
    this.#show();
  }

  set rows(rows) {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#show();
  }

  #turn() {
    this.#all = !this.#all;
    this.#more.setAttribute('aria-expanded', String(this.#all));
    this.#show();
  }

  #show() {
    const count = this.#rows.length;
    const first = this.#all ? 0 : Math.max(0, count - FEW);
    const shown = this.#rows.from(first).map((row, i) => (this.#items[first + i] ??= item(row)));
    this.#list.replaceChildren(...shown.reverse());
    this.#list.start = count;
    this.#more.hidden = count <= FEW;
    say(this.#more, this.#all ? `Show the last ${FEW}` : `Show all ${count} events`);
  }
}

function item({ id, progress, estimated, elapsed, message }) {
  const basis = estimated ? { class: 'percent', 'data-estimated': '' } : { class: 'percent' };
  return make(
    'li',
    {},
    make('span', { class: 'id' }, id === null ? '' : `#${grouped(id)}`),
    make('span', basis, progress === undefined ? '' : `${estimated ? '≈ ' : ''}${percent(progress)} %`),
    make('span', { class: 'at' }, elapsed == null ? '' : exactly(elapsed)),
    make('span', {}, message),
  );
}

customElements.define('h-journal', Journal);
