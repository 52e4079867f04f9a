import { make, say } from '../dom.js';
import './h-badge.js';

const ACTIONS = {
  approve: 'Approve',
  execute: 'Execute',
  schedule: 'Schedule',
  change: 'Change',
  cancel: 'Cancel',
};

/**
 * A mission that was proposed, with what is known of it and what may be done.
 *
 * Usage: proposal.show(view), as proposal() of models/mission-view.js makes it; a button dispatches `act` with detail
 * {id, action}.
 */
class Proposal extends HTMLElement {
  #id = null;
  #title = make('h3');
  #badge = make('h-badge');
  #facts = make('dl', { class: 'facts' });
  #changes = make('ul', { class: 'small faint' });
  #actions = make('div', { class: 'row', 'data-changes': '' });
  #told = '';

  connectedCallback() {
    this.replaceChildren(this.#title, this.#badge, this.#facts, this.#changes, this.#actions);
  }

  show({ id, title, badge, facts, changes, actions }) {
    const told = JSON.stringify([id, facts, changes, actions]);
    this.#id = id;
    say(this.#title, title);
    this.#badge.show(badge);
    if (told === this.#told) return;
    this.#told = told;
    this.#facts.replaceChildren(
      ...facts.flatMap(([term, words]) => [make('dt', {}, term), make('dd', {}, words)]),
    );
    this.#changes.replaceChildren(...changes.map((words) => make('li', {}, words)));
    this.#showActions(actions, title);
  }

  #showActions(actions, title) {
    const focused = this.#actions.contains(document.activeElement);
    this.#actions.replaceChildren(...actions.map((action) => this.#button(action, title)));
    // What was pressed has made way for what comes next.
    if (focused) this.#actions.querySelector('button')?.focus();
  }

  #button(action, title) {
    const attributes = { class: 'btn', type: 'button', 'aria-label': `${ACTIONS[action]}: ${title}` };
    const button = make('button', attributes, ACTIONS[action]);
    button.addEventListener('click', () =>
      this.dispatchEvent(new CustomEvent('act', { detail: { id: this.#id, action } })),
    );
    return button;
  }
}

customElements.define('h-proposal', Proposal);
