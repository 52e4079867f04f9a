import { make, say } from '../dom.js';
import { Patience } from '../models/survey.js';

const STAYS = 10_000; // ms
const THANKS_STAY = 4_000; // ms
const RATINGS = Array.from({ length: 10 }, (_, i) => i + 1);

/**
 * How a mission went, asked beside the page. It leaves by itself after 10 s, and waits while it is hovered or has
 * the focus; Escape sends it away.
 *
 * Usage: survey.ask({ id, title }, { stays: true }); an answer dispatches `rate` with detail {id, rating, time_saved,
 * would_repeat}; then survey.thank('…'), or survey.wrong('…').
 */
class Survey extends HTMLElement {
  #id = null;
  #patience = new Patience(STAYS, () => this.leave());
  #thanked = new Patience(THANKS_STAY, () => this.leave());
  #title = make('p', { class: 'small faint' });
  #wrong = make('p', { class: 'wrong', role: 'alert' });
  #thanks = make('p', { class: 'thanks', role: 'status', tabindex: '-1' });
  #form = this.#asking();

  connectedCallback() {
    this.hidden = true;
    this.setAttribute('role', 'dialog');
    this.setAttribute('aria-label', 'How well did this go?');
    this.replaceChildren(this.#title, this.#form, this.#thanks);
    for (const [event, used] of Object.entries({
      pointerenter: true,
      focusin: true,
      pointerleave: false,
      focusout: false,
    }))
      this.addEventListener(event, () => this.#use(used));
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.leave());
  }

  /** With `stays` somebody asked for it, and it waits for them; otherwise nobody is disturbed who uses it. */
  ask({ id, title }, { stays = false } = {}) {
    if (!stays && this.#isUsed()) return;
    this.#id = id;
    this.#form.reset();
    this.#form.hidden = false;
    say(this.#title, title);
    say(this.#wrong, '');
    say(this.#thanks, '');
    this.#thanked.end();
    this.hidden = false;
    if (stays) this.#form.elements.rating[0].focus();
    else this.#patience.start();
  }

  wrong(sentence) {
    say(this.#wrong, sentence);
  }

  thank(sentence) {
    const focused = this.contains(document.activeElement);
    this.#form.hidden = true;
    this.#patience.end();
    say(this.#thanks, sentence);
    if (focused) this.#thanks.focus();
    this.#thanked.start();
  }

  leave() {
    this.#patience.end();
    this.#thanked.end();
    const focused = this.contains(document.activeElement);
    this.hidden = true;
    if (focused) document.querySelector('main').focus();
  }

  #use(used) {
    if (this.#form.hidden || this.hidden) return;
    this.#patience.hold(used || this.#isUsed());
  }

  #isUsed() {
    const held = this.matches(':hover') || this.contains(document.activeElement);
    return held && !this.hidden && !this.#form.hidden;
  }

  #asking() {
    const away = make('button', { class: 'btn quiet', type: 'button' }, 'Not now');
    away.addEventListener('click', () => this.leave());
    const form = make(
      'form',
      { novalidate: '' },
      make('fieldset', {}, make('legend', {}, 'How well did this go, 1 to 10?'), scale()),
      check('time_saved', 'It saved me time'),
      check('would_repeat', 'I would do it again'),
      this.#wrong,
      make('div', { class: 'row' }, make('button', { class: 'btn' }, 'Send'), away),
    );
    form.addEventListener('submit', (event) => this.#send(event));
    return form;
  }

  #send(event) {
    event.preventDefault();
    const { rating, time_saved: saved, would_repeat: again } = this.#form.elements;
    if (!rating.value) return this.wrong('Choose a number from 1 to 10.');
    this.wrong('');
    const detail = {
      id: this.#id,
      rating: Number(rating.value),
      time_saved: saved.checked,
      would_repeat: again.checked,
    };
    this.dispatchEvent(new CustomEvent('rate', { detail }));
  }
}

function scale() {
  return make('div', { class: 'scale' }, ...RATINGS.map(rating));
}

function rating(number) {
  return make(
    'label',
    {},
    make('input', { type: 'radio', name: 'rating', value: number }),
    make('span', {}, String(number)),
  );
}

function check(name, words) {
  return make('label', { class: 'check' }, make('input', { type: 'checkbox', name }), words);
}

customElements.define('h-survey', Survey);
