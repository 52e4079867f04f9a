import { icon, make, say, vary } from '../dom.js';
import './h-badge.js';
import './h-ruler.js';

/**
 * A mission at work: a button that shows it here, a link to its page, its bar, its status, its step and how long it
 * has been at it.
 *
 * Usage: agent.show(view, { chosen }), with a view as live() of models/mission-view.js makes it; pressing the button
 * dispatches `choose`.
 */
class Agent extends HTMLElement {
  #choose = make('button', { class: 'kind', type: 'button' }, icon('mission'));
  #link = make('a');
  #figure = make('span', { class: 'figure' });
  #ruler = make('h-ruler', { class: 'mini' });
  #badge = make('h-badge');
  #step = make('span', { class: 'step' });
  #elapsed = make('span', { class: 'elapsed' });

  constructor() {
    super();
    this.#choose.addEventListener('click', () => this.dispatchEvent(new Event('choose')));
  }

  connectedCallback() {
    this.replaceChildren(
      this.#choose,
      make('span', { class: 'name' }, this.#link),
      this.#figure,
      this.#ruler,
      make('p', { class: 'line' }, this.#badge, this.#step, this.#elapsed),
    );
  }

  show(view, { chosen }) {
    this.#choose.setAttribute('aria-label', `Show ${view.title}`);
    this.#choose.setAttribute('aria-pressed', String(chosen));
    this.#link.href = `/runs/${view.id}`;
    say(this.#link, view.title);
    say(this.#figure, view.figure);
    this.#badge.show(view.badge);
    say(this.#step, view.step);
    say(this.#elapsed, view.elapsed);
    this.toggleAttribute('estimated', view.estimated);
    this.#showRuler(view);
  }

  #showRuler({ title, estimated, progress, measured, spoken }) {
    vary(this.#ruler, { p: progress, m: measured });
    this.#ruler.setAttribute('aria-label', title);
    this.#ruler.setAttribute('percent', progress);
    this.#ruler.setAttribute('text', spoken);
    this.#ruler.toggleAttribute('solid', !estimated);
  }
}

customElements.define('h-agent', Agent);
