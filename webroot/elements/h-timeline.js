import { draw, icon, make, say } from '../dom.js';
import { atTheEnd, faster, grown, moved, passed, toggled } from '../models/playback.js';
import { indexAt, spoken } from '../models/timeline.js';
import { Playhead } from './playhead.js';
import { HEIGHT, layOut, still } from './timeline-chart.js';

const PAGE = 10; // events
const LEAST_WIDTH = 280; // px
const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE };

/**
 * A run over time, and its replay: arrows step by event, Home and End go to the ends.
 *
 * Usage: <h-timeline>what stands beside the buttons</h-timeline>; timeline.show({ id, number, moments }) with
 * moments as models/timeline.js makes them, again whenever there are more. `touch` is
 * dispatched when somebody moves it.
 */
class Timeline extends HTMLElement {
  #title = make('h2');
  #note = make('p', { class: 'small faint' });
  #icons = [icon('play'), icon('pause')];
  #word = make('span');
  #play = make('button', { class: 'btn', type: 'button' }, ...this.#icons, this.#word);
  #speed = make('button', { class: 'btn quiet', type: 'button' });
  #range = make('input', {
    class: 'scrub',
    type: 'range',
    min: '0',
    step: 'any',
    'aria-label': 'Place in the replay',
  });
  #chart = draw('svg', { class: 'chart', role: 'img' });
  #plot = make('div', { class: 'plot' }, this.#range, this.#chart);
  #head = new Playhead();
  #run = { id: null, number: null, moments: [] };
  #state = atTheEnd(0);
  #index = null; // of the moment that was stepped to; several may happen at one time
  #shown = 0; // moments
  #place = null;
  #last = null; // when the frame before was, while it plays

  connectedCallback() {
    const beside = [...this.childNodes];
    this.replaceChildren(
      make(
        'div',
        { class: 'ph' },
        make('div', {}, this.#title, this.#note),
        make('div', { class: 'row' }, ...beside, this.#play, this.#speed),
      ),
      this.#plot,
    );
    this.#play.addEventListener('click', () => this.#toggle());
    this.#speed.addEventListener('click', () => this.#change(faster(this.#state)));
    this.#range.addEventListener('input', () => this.#goTo(Number(this.#range.value)));
    this.#range.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe(this.#plot);
  }

  show(run) {
    const same = run.id === this.#run.id;
    const count = run.moments.length;
    if (same && count === this.#shown) return;
    this.#run = run;
    this.#shown = count;
    this.#state = same ? grown(this.#state, this.#duration) : atTheEnd(this.#duration);
    if (!same || this.#state.follows) this.#index = null;
    say(this.#title, `Replay of run No. ${run.number}`);
    say(this.#note, `${count} ${count === 1 ? 'event' : 'events'}, exactly as every watcher saw them`);
    this.#draw();
  }

  get #duration() {
    return this.#run.moments.at(-1)?.at ?? 0;
  }

  #draw() {
    const width = Math.max(LEAST_WIDTH, this.#plot.clientWidth);
    const { moments, number } = this.#run;
    if (moments.length === 0) return;
    this.#place = layOut(moments, width);
    this.#chart.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    this.#chart.setAttribute('aria-label', `Percentage over time of run No. ${number}`);
    this.#chart.replaceChildren(...still(moments, this.#place), this.#head.drawing);
    this.#range.max = this.#place.max;
    this.#render();
  }

  #change(state, index = null) {
    this.#state = state;
    this.#index = index;
    this.#render();
  }

  #goTo(at, index = null) {
    this.#change(moved(this.#state, at, this.#duration), index);
    this.dispatchEvent(new Event('touch'));
  }

  #toggle() {
    this.#last = null;
    this.#change(toggled(this.#state, this.#duration));
    if (this.#state.playing) requestAnimationFrame((now) => this.#frame(now));
  }

  #frame(now) {
    if (!this.#state.playing || !this.isConnected) return;
    this.#change(passed(this.#state, this.#last === null ? 0 : now - this.#last, this.#duration));
    this.#last = now;
    requestAnimationFrame((next) => this.#frame(next));
  }

  #key(event) {
    const { moments } = this.#run;
    const last = moments.length - 1;
    const wanted = { Home: 0, End: last }[event.key] ?? this.#here + STEPS[event.key];
    if (!Number.isFinite(wanted) || last < 0) return;
    event.preventDefault();
    const index = Math.min(last, Math.max(0, wanted));
    this.#goTo(moments[index].at, index);
  }

  get #here() {
    return this.#index ?? indexAt(this.#run.moments, this.#state.at);
  }

  #render() {
    const { playing, speed, at } = this.#state;
    const moment = this.#run.moments[this.#here];
    if (!moment) return;
    const shown = calm.matches ? moment.at : at;
    this.#head.show(moment, shown, this.#place);
    this.#range.value = shown;
    // While it plays by itself, nobody is to be talked at with every number.
    if (!playing) this.#range.setAttribute('aria-valuetext', spoken(moment));
    this.#showButtons(playing, speed);
  }

  #showButtons(playing, speed) {
    const [play, pause] = this.#icons;
    play.toggleAttribute('hidden', playing);
    pause.toggleAttribute('hidden', !playing);
    say(this.#word, playing ? 'Pause' : 'Play');
    say(this.#speed, `${speed}×`);
    this.#speed.setAttribute('aria-label', `Speed: ${speed} times`);
  }
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

customElements.define('h-timeline', Timeline);
