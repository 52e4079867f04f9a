import { make, vary } from '../dom.js';

/**
 * The bar. Its length follows --p and --m of an ancestor: solid as far as measured, hatched where
 * estimated, a centre line where skipped.
 *
 * Usage: <h-ruler percent="18" text="about 18 percent, estimated. The model is writing." solid cold></h-ruler>
 * percent and text are for listeners; solid: nothing of it is estimated; cold: nothing goes on here.
 * Properties: phases [{name, to}], skipped [{from, to}].
 */
class Ruler extends HTMLElement {
  static observedAttributes = ['percent', 'text'];

  #skips = [];
  #track = make(
    'div',
    { class: 'track' },
    make('i', { class: 'estimated' }),
    make('i', { class: 'measured' }),
  );
  #names = make('div', { class: 'names', 'aria-hidden': 'true' });

  connectedCallback() {
    this.setAttribute('role', 'progressbar');
    this.setAttribute('aria-valuemin', '0');
    this.setAttribute('aria-valuemax', '100');
    this.replaceChildren(this.#track, make('div', { class: 'scale' }), this.#names);
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'text') this.setAttribute('aria-valuetext', value);
    else this.setAttribute('aria-valuenow', value);
    this.toggleAttribute('full', this.getAttribute('percent') === '100');
  }

  set phases(phases) {
    vary(this, { split: phases[0].to });
    this.#names.replaceChildren(
      ...phases.map(({ name, to }) =>
        make('span', {}, make('b', {}, name), make('span', { class: 'faint' }, String(to))),
      ),
    );
  }

  set skipped(spans) {
    if (spans.length === this.#skips.length) return;
    this.#skips.forEach((old) => old.remove());
    this.#skips = spans.map(skip);
    this.#track.append(...this.#skips);
    this.toggleAttribute('skips', spans.length > 0);
  }
}

function skip({ from, to }) {
  const end = from === 0 ? 'left' : to === 100 ? 'right' : 'none';
  return vary(make('i', { class: 'skipped', 'data-end': end }), { from, to });
}

customElements.define('h-ruler', Ruler);
