import { make, say } from '../dom.js';
import { body, complaint } from '../models/draft.js';
import { entry, priority } from './entries.js';
import './h-note.js';

const IDEAS = ['What is 17 % of 2,400?', 'How much is (3 + 4) * 12 / 7?'];

/**
 * Where a mission is put down. What will do is dispatched as `propose` with detail, the body to send; the words stay
 * in the fields.
 *
 * Usage: propose.busy = true while it is sent; propose.wrong({ field, sentence }) beside the field, or null;
 * propose.note({ lead, rest }) below it; propose.clear() once it is taken.
 */
class Propose extends HTMLElement {
  #objective = make('textarea', {
    id: 'objective',
    name: 'objective',
    placeholder: 'Compare heat pumps for a 90 m² flat…',
    'aria-describedby': 'wrong',
    rows: '2',
  });
  #wrong = make('p', { id: 'wrong', class: 'wrong', role: 'alert', hidden: '' });
  #button = make('button', { class: 'btn warm big', 'data-changes': '' }, 'Propose');
  #more = make('details', {}, make('summary', {}, 'Scope, constraints, budget'), details());
  #form = make(
    'form',
    { novalidate: '' },
    make('label', { class: 'sr', for: 'objective' }, 'What is to be done'),
    this.#objective,
    this.#more,
    make('div', { class: 'foot' }, make('div', {}, this.#wrong, hint()), this.#button),
  );
  #ideas = make(
    'div',
    { class: 'ideas' },
    make('span', { class: 'faint' }, 'Or begin with'),
    ...IDEAS.map((idea) => this.#idea(idea)),
  );
  #note = make('h-note');

  connectedCallback() {
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.#form.addEventListener('input', () => this.wrong(null));
    this.#objective.addEventListener(
      'keydown',
      (event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.#form.requestSubmit(),
    );
    this.replaceChildren(this.#form, this.#ideas, this.#note);
  }

  set busy(busy) {
    this.#button.setAttribute('aria-disabled', String(busy));
    say(this.#button, busy ? 'Sending…' : 'Propose');
  }

  wrong(complaint) {
    say(this.#wrong, complaint?.sentence ?? '');
    this.#wrong.hidden = !complaint;
    this.#wrong.nextSibling.hidden = Boolean(complaint);
    for (const control of this.#form.elements) control.removeAttribute('aria-invalid');
    const control = complaint && (this.#form.elements[complaint.field] ?? this.#objective);
    if (!control) return;
    if (this.#more.contains(control)) this.#more.open = true;
    control.setAttribute('aria-invalid', 'true');
    control.focus();
  }

  note(note) {
    this.#ideas.hidden = note !== null;
    this.#note.show(note);
  }

  clear() {
    this.#form.reset();
    this.#more.open = false;
  }

  #submit(event) {
    event.preventDefault();
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    const fields = Object.fromEntries(new FormData(this.#form));
    const found = complaint(fields);
    this.wrong(found);
    if (!found) this.dispatchEvent(new CustomEvent('propose', { detail: body(fields) }));
  }

  #idea(idea) {
    const button = make('button', { type: 'button' }, idea);
    button.addEventListener('click', () => {
      this.#objective.value = idea;
      this.wrong(null);
      this.#objective.focus();
    });
    return button;
  }
}

function hint() {
  return make('p', {}, 'Nothing is done before you approve it.');
}

function details() {
  return make(
    'div',
    { class: 'entries' },
    entry('Scope', make('input', { name: 'scope', autocomplete: 'off' })),
    entry('Priority', priority()),
    entry('Constraints, one on each line', make('textarea', { name: 'constraints', rows: '2' })),
    entry('Budget, in dollars', make('input', { name: 'budget', inputmode: 'decimal', autocomplete: 'off' })),
    make(
      'label',
      { class: 'check' },
      make('input', { type: 'checkbox', name: 'asks' }),
      'Ask me when unsure',
    ),
  );
}

customElements.define('h-propose', Propose);
