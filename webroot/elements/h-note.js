import { icon, make } from '../dom.js';

/**
 * Something went otherwise than planned: what is, then what to do.
 *
 * Usage: note.show({ lead: 'The queue is full.', rest: 'Try again in 40 s.', action: 'Try again' });
 * note.show(null) takes it away.
 * `rest` and `action` may be left out; pressing the button dispatches `act`.
 */
class Note extends HTMLElement {
  #said = null;

  connectedCallback() {
    this.setAttribute('role', 'alert');
    this.hidden = this.#said === null;
  }

  show(note) {
    const said = JSON.stringify(note);
    if (said === this.#said) return;
    this.#said = said;
    this.hidden = note === null;
    this.replaceChildren(...(note ? [icon('warn'), sentence(note), ...this.#button(note)] : []));
  }

  #button({ action }) {
    if (!action) return [];
    const button = make('button', { class: 'btn', type: 'button' }, icon('again'), action);
    button.addEventListener('click', () => this.dispatchEvent(new Event('act')));
    return [button];
  }
}

function sentence({ lead, rest }) {
  return make('p', {}, make('b', {}, lead), rest ? ` ${rest}` : '');
}

customElements.define('h-note', Note);
