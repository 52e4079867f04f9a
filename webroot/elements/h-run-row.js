import { icon, make, say, vary } from '../dom.js';
import './h-ruler.js';

/**
 * A run in work or in the queue, on one row: a button that shows it here, a link to its page, how far it is.
 *
 * Usage: row.show(view, { chosen }), with a view as row() of models/watch-view.js makes it; pressing the
 * button dispatches `choose`.
 */
class RunRow extends HTMLElement {
  #choose = make('button', { class: 'kind', type: 'button' });
  #link = make('a');
  #figure = make('span', { class: 'figure' });
  #sub = make('span', { class: 'sub' });
  #eta = make('span', { class: 'eta' });
  #ruler = make('h-ruler', { class: 'mini' });
  #kind = null;

  constructor() {
    super();
    this.#choose.addEventListener('click', () => this.dispatchEvent(new Event('choose')));
  }

  connectedCallback() {
    this.replaceChildren(
      this.#choose,
      make('span', { class: 'name' }, this.#link),
      this.#figure,
      this.#sub,
      this.#eta,
      this.#ruler,
    );
  }

  show(view, { chosen }) {
    if (this.#kind !== view.kind) this.#choose.replaceChildren(icon((this.#kind = view.kind)));
    this.#choose.setAttribute('aria-label', `Show ${view.title} below`);
    this.#choose.setAttribute('aria-pressed', String(chosen));
    this.#choose.title = view.kindName;
    this.#link.href = view.href;
    say(this.#link, view.title);
    say(this.#figure, view.figure);
    say(this.#sub, view.sub);
    say(this.#eta, view.eta);
    this.toggleAttribute('estimated', view.estimated);
    this.toggleAttribute('waits', view.waits);
    this.#showRuler(view);
  }

  #showRuler({ title, waits, estimated, progress, measured, spoken }) {
    this.#ruler.hidden = waits;
    vary(this.#ruler, { p: progress, m: measured });
    this.#ruler.setAttribute('aria-label', title);
    this.#ruler.setAttribute('percent', progress);
    this.#ruler.setAttribute('text', spoken);
    this.#ruler.toggleAttribute('solid', !estimated);
  }
}

customElements.define('h-run-row', RunRow);
