import { make, say } from '../dom.js';
import { complaint, tidy } from '../models/description.js';
import './h-note.js';

const IDEAS = ['a moss golem', 'a clockwork owl', 'a cloud that is also a jellyfish'];

/**
 * Where a companion is described. Words that will do are dispatched as `hatch` with detail {words}; they
 * stay in the field.
 *
 * Usage: compose.expectation = '3 are waiting.'; compose.busy = true while it is sent;
 * compose.wrong('…') beside the field, compose.note({lead, rest}) below it; compose.words to fill it.
 */
class Compose extends HTMLElement {
  #text = make('textarea', {
    id: 'words',
    placeholder: 'A shy fire lizard who carries his own lamp…',
    'aria-describedby': 'wrong expectation',
    rows: '2',
  });
  #wrong = make('p', { id: 'wrong', class: 'wrong', role: 'alert', hidden: '' });
  #expectation = make('p', { id: 'expectation' });
  #button = make('button', { class: 'btn warm big' }, 'Hatch');
  #ideas = make(
    'div',
    { class: 'ideas' },
    make('span', { class: 'faint' }, 'Or begin with'),
    ...IDEAS.map((idea) => this.#idea(idea)),
  );
  #note = make('h-note');

  connectedCallback() {
    const form = make(
      'form',
      { novalidate: '' },
      make('label', { class: 'sr', for: 'words' }, 'Describe your companion'),
      this.#text,
      make('div', { class: 'foot' }, make('div', {}, this.#wrong, this.#expectation), this.#button),
    );
    form.addEventListener('submit', (event) => this.#submit(event));
    this.#text.addEventListener('input', () => this.wrong(null));
    this.#text.addEventListener(
      'keydown',
      (event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && form.requestSubmit(),
    );
    this.replaceChildren(form, this.#ideas, this.#note);
  }

  set expectation(sentence) {
    say(this.#expectation, sentence);
  }

  set words(words) {
    this.#text.value = words;
  }

  set busy(busy) {
    this.#button.setAttribute('aria-disabled', String(busy));
    say(this.#button, busy ? 'Asking…' : 'Hatch');
  }

  wrong(sentence) {
    say(this.#wrong, sentence ?? '');
    this.#wrong.hidden = !sentence;
    this.#expectation.hidden = Boolean(sentence);
    this.#text.setAttribute('aria-invalid', String(Boolean(sentence)));
    if (sentence) this.#text.focus();
  }

  note(note) {
    this.#ideas.hidden = note !== null;
    this.#note.show(note);
  }

  #submit(event) {
    event.preventDefault();
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    const words = this.#text.value;
    const sentence = complaint(words);
    this.wrong(sentence);
    if (!sentence) this.dispatchEvent(new CustomEvent('hatch', { detail: { words: tidy(words) } }));
  }

  #idea(idea) {
    const button = make('button', { type: 'button' }, idea);
    button.addEventListener('click', () => {
      this.words = idea;
      this.wrong(null);
      this.#text.focus();
    });
    return button;
  }
}

customElements.define('h-compose', Compose);
