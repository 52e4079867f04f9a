import { make, say } from '../dom.js';
import { complaint, update } from '../models/draft.js';
import { buttons, entry, priority } from './entries.js';

/**
 * A dialog in which a proposed mission is changed.
 *
 * Usage: change.open(mission, async (body) => …), with body as `PUT /missions/{id}/update` takes it; what that throws
 * is said in the dialog, and it stays.
 */
class Change extends HTMLElement {
  #mission = null;
  #send = null;
  #wrong = make('p', { class: 'wrong', role: 'alert' });
  #form = make(
    'form',
    { novalidate: '' },
    entry('Objective', make('textarea', { name: 'objective', rows: '3' })),
    entry('Scope', make('input', { name: 'scope', autocomplete: 'off' })),
    entry('Constraints, one on each line', make('textarea', { name: 'constraints', rows: '3' })),
    entry('Priority', priority()),
    this.#wrong,
    buttons('Change'),
  );
  #dialog = make(
    'dialog',
    { 'aria-label': 'Change this mission' },
    make('h2', {}, 'Change this mission'),
    this.#form,
  );

  connectedCallback() {
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.replaceChildren(this.#dialog);
  }

  open(mission, send) {
    this.#mission = mission;
    this.#send = send;
    const { objective, scope, constraints, priority: urgency } = this.#form.elements;
    objective.value = mission.objective;
    scope.value = mission.scope ?? '';
    constraints.value = (mission.constraints ?? []).join('\n');
    urgency.value = mission.priority ?? 'normal';
    say(this.#wrong, '');
    this.#dialog.showModal();
  }

  async #submit(event) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(this.#form));
    const found = complaint(fields);
    const body = update(this.#mission, fields);
    if (found) return say(this.#wrong, found.sentence);
    if (Object.keys(body).length === 0) return this.#dialog.close();
    try {
      await this.#send(body);
      this.#dialog.close();
    } catch (problem) {
      say(this.#wrong, problem.message);
    }
  }
}

customElements.define('h-change', Change);
