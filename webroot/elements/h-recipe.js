import { make, say } from '../dom.js';
import { objective } from '../models/recipe-view.js';
import { entry } from './entries.js';

/**
 * A mission to be had again: its words open when asked, with a field for each of its gaps.
 *
 * Usage: recipe.show(view), as recipe() of models/recipe-view.js makes it; starting it dispatches `start` with detail
 * {id, parameters}.
 */
class Recipe extends HTMLElement {
  #id = null;
  #template = '';
  #told = '';
  #name = make('b');
  #says = make('span', { class: 'small' });
  #words = make('p', { class: 'template' });
  #fields = make('div', { class: 'entries' });
  #form = make(
    'form',
    {},
    this.#words,
    this.#fields,
    make('button', { class: 'btn', 'data-changes': '' }, 'Propose it'),
  );

  connectedCallback() {
    this.#form.addEventListener('input', () => this.#fill());
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.replaceChildren(make('details', {}, make('summary', {}, this.#name, this.#says), this.#form));
  }

  show(view) {
    this.#id = view.id;
    say(this.#name, view.name);
    say(this.#says, view.says);
    this.#says.classList.toggle('few', view.few);
    const told = JSON.stringify([view.template, view.parameters]);
    if (told === this.#told) return;
    this.#told = told;
    this.#template = view.template;
    this.#fields.replaceChildren(
      ...view.parameters.map(({ name, label }) =>
        entry(label, make('input', { name, required: '', autocomplete: 'off' })),
      ),
    );
    this.#fill();
  }

  #fill() {
    say(this.#words, objective(this.#template, this.#values()));
  }

  #submit(event) {
    event.preventDefault();
    const detail = { id: this.#id, parameters: this.#values() };
    this.dispatchEvent(new CustomEvent('start', { detail }));
  }

  #values() {
    return Object.fromEntries(new FormData(this.#form));
  }
}

customElements.define('h-recipe', Recipe);
