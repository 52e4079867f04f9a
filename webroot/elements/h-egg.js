import { draw, say } from '../dom.js';
import { drawEgg } from '../egg/drawing.js';

const PICTURE = { x: 55, y: 68, width: 450, height: 450, preserveAspectRatio: 'xMidYMid slice' };

/**
 * The egg on its lamp. Only --p and --m of an ancestor, the percentage and how far it was measured, open it.
 *
 * Usage: <h-egg preview="/…/preview" number="1042" waiting estimated cold hatched stale></h-egg>
 * preview: the picture inside, crossfaded when it changes; number: of the run, on the brass collar;
 * waiting: unlit and whole; estimated: pencil cracks; cold: the light is out; hatched: the shell is a cup;
 * stale: dimmed. It says nothing to listeners.
 */
class Egg extends HTMLElement {
  static observedAttributes = ['preview', 'number'];

  #pictures = draw('g');
  #number = draw('text', { x: 280, y: 582.5 });
  #plate = draw(
    'g',
    { class: 'plate', display: 'none' },
    draw('rect', { x: 226, y: 569, width: 108, height: 18, rx: 3 }),
    this.#number,
  );
  #loading = false;
  #wanted = null;

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    if (!this.firstChild) this.append(drawEgg({ previews: [this.#pictures], plate: this.#plate }));
  }

  attributeChangedCallback(name, before, value) {
    if (value === before || value === null) return;
    if (name === 'number') this.#engrave(value);
    else this.#show(value);
  }

  #engrave(number) {
    this.#plate.setAttribute('display', 'inline');
    say(this.#number, `No. ${number}`);
  }

  /* One picture at a time; of those that come meanwhile only the newest is wanted. */
  #show(url) {
    this.#wanted = url;
    if (this.#loading) return;
    this.#loading = true;
    const picture = draw('image', { class: 'preview', ...PICTURE });
    picture.addEventListener('load', () => this.#loaded(url, picture));
    picture.addEventListener('error', () => this.#gone(url, picture));
    picture.setAttribute('href', url);
    this.#pictures.append(picture);
  }

  #loaded(url, picture) {
    picture.getBoundingClientRect(); // so that the browser sees it unshown first, and fades it in
    picture.classList.add('shown');
    const older = [...this.#pictures.children].filter((other) => other !== picture);
    setTimeout(() => older.forEach((other) => other.remove()), 1000);
    this.#next(url);
  }

  #gone(url, picture) {
    picture.remove();
    this.#next(url);
  }

  #next(url) {
    this.#loading = false;
    if (this.#wanted !== url) this.#show(this.#wanted);
  }
}

customElements.define('h-egg', Egg);
