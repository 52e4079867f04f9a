import { icon, make, say } from '../dom.js';
import { EXPLAINED } from '../models/connection.js';

const WORDS = { live: 'Live', polling: 'Polling', offline: 'Offline' };

/**
 * How the page hears of changes, in word and shape, not by colour alone.
 *
 * Usage: <h-connection state="live"></h-connection>; state is live, polling or offline, and absent while
 * nothing is known.
 */
class Connection extends HTMLElement {
  static observedAttributes = ['state'];

  #word = make('span');
  #explained = make('span', { class: 'sr' });
  #icons = Object.keys(WORDS).map((state) => [state, icon(state)]);

  /* All icons are there from the start: offline there is nowhere to get one from. */
  connectedCallback() {
    this.setAttribute('role', 'status');
    this.replaceChildren(...this.#icons.map(([, drawing]) => drawing), this.#word, this.#explained);
    this.#show(this.getAttribute('state'));
  }

  attributeChangedCallback(name, before, state) {
    if (state !== before) this.#show(state);
  }

  #show(state) {
    for (const [each, drawing] of this.#icons) drawing.toggleAttribute('hidden', each !== state);
    if (!WORDS[state]) return;
    this.title = EXPLAINED[state];
    say(this.#word, WORDS[state]);
    say(this.#explained, EXPLAINED[state]);
  }
}

customElements.define('h-connection', Connection);
