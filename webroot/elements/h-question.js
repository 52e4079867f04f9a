import { make, say } from '../dom.js';

/**
 * What a mission asks before it goes on.
 *
 * Usage: question.show({ id, title, question }); an answer dispatches `answer` with detail {id, answer}. What is being
 * typed stays while the question does.
 */
class Question extends HTMLElement {
  #id = null;
  #title = make('p', { class: 'small faint' });
  #words = make('span');
  #input = make('input', { name: 'answer', required: '', autocomplete: 'off' });
  #form = make(
    'form',
    {},
    make('label', {}, this.#words, make('span', { class: 'field' }, this.#input)),
    make('button', { class: 'btn', 'data-changes': '' }, 'Answer'),
  );

  connectedCallback() {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const answer = this.#input.value.trim();
      if (answer) this.dispatchEvent(new CustomEvent('answer', { detail: { id: this.#id, answer } }));
    });
    this.replaceChildren(this.#title, this.#form);
  }

  show({ id, title, question }) {
    if (this.#words.textContent !== question) this.#input.value = '';
    this.#id = id;
    say(this.#title, title);
    say(this.#words, question);
  }
}

customElements.define('h-question', Question);
