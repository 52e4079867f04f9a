import { icon, make } from '../dom.js';

const WORDS = { live: 'Live', polling: 'Polling', offline: 'Offline' };
const EXPLAINED = {
  live: '',
  polling: 'The live line is blocked; asking every second.',
  offline: 'No connection.',
};

/**
 * How the page hears of changes, in word and shape, not by colour alone.
 *
 * Usage: <h-connection state="live"></h-connection>; state is live, polling or offline, and absent while
 * nothing is known.
 */
class Connection extends HTMLElement {
  static observedAttributes = ['state'];

  connectedCallback() {
    this.setAttribute('role', 'status');
  }

  attributeChangedCallback(name, before, state) {
    if (state === before || !WORDS[state]) return;
    this.title = EXPLAINED[state];
    this.replaceChildren(
      icon(state),
      make('span', {}, WORDS[state]),
      make('span', { class: 'sr' }, EXPLAINED[state]),
    );
  }
}

customElements.define('h-connection', Connection);
