import * as client from '../api/client.js';
import { icon, make, say } from '../dom.js';
import { LIVES, linkWords, until } from '../models/share-view.js';

const TITLE = 'Show this run to somebody';

/**
 * A button whose dialog makes links by which anybody looks at one run, and ends those that there are. A new
 * link is shown once: the server keeps only its hash.
 *
 * Usage: <h-share hidden></h-share>, and share.offer(run.id) once it is known that this run may be shared.
 */
class Share extends HTMLElement {
  #run = null;
  #life = make('select', {}, ...LIVES.map(([seconds, words]) => make('option', { value: seconds }, words)));
  #made = make('div', { class: 'made' });
  #address = make('input', { readonly: '', 'aria-label': 'The link', spellcheck: 'false' });
  #links = make('ul');
  #standing = make('section', {}, make('h3', {}, 'Links that work'), this.#links);
  #wrong = make('p', { class: 'wrong', role: 'alert' });
  #dialog = make('dialog', { 'aria-label': TITLE });

  connectedCallback() {
    const open = button({ class: 'btn' }, icon('share'), 'Share');
    open.addEventListener('click', () => this.#open());
    this.#dialog.replaceChildren(
      make('h2', {}, TITLE),
      make('p', {}, 'Whoever has the link sees this run and what comes of it, and changes nothing.'),
      this.#form(),
      this.#made,
      this.#wrong,
      this.#standing,
      make('form', { method: 'dialog', class: 'row' }, make('button', { class: 'btn' }, 'Close')),
    );
    this.replaceChildren(open, this.#dialog);
  }

  /** From now on this run may be shared. */
  offer(run) {
    this.#run = run;
    this.hidden = false;
  }

  #form() {
    const form = make(
      'form',
      { class: 'row' },
      make('label', { class: 'field' }, 'It works for', this.#life),
      make('button', { class: 'btn warm' }, 'Make a link'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#attempt(() => this.#make());
    });
    return form;
  }

  #open() {
    this.#made.replaceChildren();
    this.#standing.hidden = true;
    this.#dialog.showModal();
    this.#attempt(() => this.#list());
  }

  async #make() {
    const share = await client.share(this.#run, Number(this.#life.value));
    this.#address.value = new URL(share.url, location.origin);
    const copy = button({ class: 'btn' }, 'Copy');
    copy.addEventListener('click', () => this.#copy(copy));
    const told = `It works ${until(share)}. It is shown only now, so copy it.`;
    this.#made.replaceChildren(
      make('div', { class: 'field' }, this.#address),
      copy,
      make('p', { class: 'small', role: 'status' }, told),
    );
    this.#address.select();
    await this.#list();
  }

  /* What no page may do by itself without https, a selection and the keyboard still can. */
  async #copy(copy) {
    this.#address.select();
    const done = await navigator.clipboard?.writeText(this.#address.value).then(
      () => true,
      () => false,
    );
    say(copy, done || document.execCommand('copy') ? 'Copied' : 'Press Ctrl+C');
  }

  async #list() {
    const shares = await client.shares(this.#run);
    this.#standing.hidden = shares.length === 0;
    this.#links.replaceChildren(...shares.map((share) => this.#link(share)));
  }

  #link(share) {
    const words = linkWords(share);
    const end = button({ class: 'btn danger', 'aria-label': `End this link. ${words}` }, 'End it');
    end.addEventListener('click', () => this.#attempt(() => this.#end(share)));
    return make('li', {}, make('span', {}, words), end);
  }

  async #end(share) {
    await client.endShare(this.#run, share.id);
    this.#made.replaceChildren();
    await this.#list();
    this.#life.focus();
  }

  async #attempt(action) {
    try {
      await action();
      say(this.#wrong, '');
    } catch (problem) {
      say(this.#wrong, problem.message);
    }
  }
}

function button(attributes, ...words) {
  return make('button', { type: 'button', ...attributes }, ...words);
}

customElements.define('h-share', Share);
