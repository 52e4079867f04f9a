import '../elements/h-top.js';
import '../elements/h-egg.js';
import '../elements/h-percent.js';
import '../elements/h-ruler.js';
import '../elements/h-tag.js';
import '../elements/h-queue.js';
import '../elements/h-note.js';
import '../elements/h-journal.js';
import { make, say, vary } from '../dom.js';
import { milestone, spans, view } from '../models/run-view.js';
import { showActions, showReadout, showRuler } from './readout.js';

const ACTIONS = { retry: 'Try again', again: 'Hatch again' };

/**
 * The room one run hatches in: puts what the view says into its places. Wishes (cancel, retry, again) go
 * to whoever asked for them.
 */
export class Room {
  #main;
  #wishes = {};
  #action = null;
  #planned = null;
  #refusal = null;

  constructor(main) {
    this.#main = main;
    this.#find('#cancel').addEventListener('click', () => this.#wishes.cancel());
    this.#find('#restart').addEventListener('click', () => this.#wishes.retry());
    this.#find('h-note').addEventListener('act', () => this.#wishes[this.#action]());
  }

  on(wish, action) {
    this.#wishes[wish] = action;
  }

  /** The first paint: nothing moves, for nothing of it happens now. */
  enter(state, depth) {
    this.#find('h1').textContent = `Hatching: ${state.description}`;
    this.#find('h-tag').words = state.description;
    this.#find('h-tag').nameComesAt = state.plan[0].to;
    this.#find('h-ruler').phases = spans(state);
    this.show(state, depth);
    this.#main.classList.remove('loading');
    setTimeout(() => this.#main.classList.remove('still'), 100);
  }

  /** `age` in ms: how old the state is while there is no connection. */
  show(state, depth, age = null) {
    const seen = view(state, age);
    vary(this.#main, { p: seen.egg.percent, m: Math.min(seen.egg.measured, seen.egg.percent) });
    this.#showEgg(state, seen);
    showReadout(this.#main, seen);
    this.#showBench(state, seen);
    this.#showActions(state);
    document.title = `${seen.title} · Hatchery`;
    say(this.#find('#milestone'), milestone(state));
  }

  /** Says why a wish could not be fulfilled; null takes it back. */
  refuse(sentence) {
    this.#refusal = sentence;
    this.#note();
  }

  /** There is nothing to show. */
  missing(sentence) {
    this.#main.classList.add('lost');
    this.#find('.wide').hidden = true;
    this.#find('h1').textContent = sentence;
    this.#find('h-egg').toggleAttribute('waiting', true);
    this.#find('.readout').replaceChildren(
      make('p', { class: 'now' }, sentence),
      make(
        'p',
        { class: 'row' },
        make('a', { class: 'btn warm', href: '/' }, 'Hatch'),
        make('a', { class: 'btn quiet', href: '/nest' }, 'To the nest'),
      ),
    );
    this.#main.classList.remove('loading');
  }

  #showEgg(state, seen) {
    const egg = this.#find('h-egg');
    egg.toggleAttribute('waiting', seen.mood === 'queued');
    egg.toggleAttribute('cold', seen.mood === 'cold');
    egg.toggleAttribute('hatched', seen.mood === 'succeeded');
    egg.toggleAttribute('estimated', seen.estimated);
    egg.toggleAttribute('stale', seen.stale);
    if (state.number) egg.setAttribute('number', state.number);
    if (seen.egg.picture) egg.setAttribute('preview', seen.egg.picture);
  }

  #showBench(state, seen) {
    const waits = state.status === 'queued';
    const ruler = this.#find('h-ruler');
    ruler.hidden = waits;
    showRuler(ruler, seen);
    ruler.skipped = state.skipped;
    const queue = this.#find('h-queue');
    queue.hidden = !waits;
    queue.setAttribute('ahead', state.ahead ?? 0);
    this.#find('h-tag').persona = state.persona;
    this.#find('h-journal').rows = state.journal;
    this.#planned = seen.note;
    this.#note();
  }

  #note() {
    const refusal = this.#refusal && { lead: this.#refusal, rest: '' };
    const said = refusal ?? this.#planned;
    this.#action = this.#planned?.action ?? null;
    this.#find('h-note').show(said && { ...said, action: ACTIONS[this.#action] });
  }

  #showActions(state) {
    showActions(this.#main, state.status);
    if (state.agent) this.#link(state.agent);
  }

  #link({ id, name }) {
    const link = this.#find('#open');
    link.href = `/agents/${id}`;
    say(link, `Open ${name}’s page`);
  }

  #find(selector) {
    return this.#main.querySelector(selector);
  }
}
