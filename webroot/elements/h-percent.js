import { make, say } from '../dom.js';

/**
 * The large figure: the last event's number exactly, hatched while it is an estimate. Not live: it
 * changes too often to be read out.
 *
 * Usage: <h-percent value="62.5" estimated faint stale></h-percent>
 */
class Percent extends HTMLElement {
  static observedAttributes = ['value', 'estimated'];

  #about = make('span', { class: 'about' }, 'about');
  #number = make('span', { class: 'num' });

  connectedCallback() {
    this.replaceChildren(this.#about, this.#number, make('span', { class: 'sign' }, '%'));
  }

  attributeChangedCallback() {
    this.#about.hidden = !this.hasAttribute('estimated');
    say(this.#number, this.getAttribute('value') ?? '');
  }
}

customElements.define('h-percent', Percent);
