import { draw, say } from '../dom.js';
import { flag } from '../models/timeline.js';
import { label } from './chart.js';

const BASE = 190; // px, where the egg stands
const BESIDE = 16; // px from the line to the flag
const FLAG = { height: 46, low: 132, high: 40 }; // px
const PADDING = 13; // px
const EGG = 'M0 0c7 0 10 9 10 15a10 10 0 0 1-20 0c0-6 3-15 10-15Z';

/**
 * The line with an egg for a thumb that says which moment of the replay is seen.
 *
 * Usage: chart.append(playhead.drawing); playhead.show(moment, at, place), `place` as layOut() makes it.
 */
export class Playhead {
  #dot = draw('circle', { class: 'here', r: 6 });
  #what = label(PADDING, 19, '', { strong: true });
  #where = label(PADDING, 36, '');
  #box = draw('rect', { class: 'flag', height: FLAG.height, rx: 8 });
  #flag = draw('g', {}, this.#box, this.#what, this.#where);
  #stick = draw(
    'g',
    {},
    draw('path', { class: 'stick', d: `M0 16V${BASE + 4}` }),
    draw('path', { class: 'thumb', d: EGG, transform: `translate(0 ${BASE})` }),
  );
  drawing = draw('g', { class: 'playhead', 'aria-hidden': 'true' }, this.#stick, this.#dot, this.#flag);

  show(moment, at, { x, y, width }) {
    const [here, level] = [x(at), y(moment.progress)];
    this.#stick.setAttribute('transform', `translate(${here} 0)`);
    this.#dot.setAttribute('cx', here);
    this.#dot.setAttribute('cy', level);
    this.#dot.dataset.basis = moment.basis;
    const [what, where] = flag(moment);
    say(this.#what, what);
    say(this.#where, where);
    const wide =
      Math.max(this.#what.getComputedTextLength(), this.#where.getComputedTextLength()) + 2 * PADDING;
    this.#box.setAttribute('width', wide);
    // Beside the line, on the side where there is room, and not over the course itself.
    const right = here + BESIDE + wide <= width;
    const left = Math.max(0, right ? here + BESIDE : here - BESIDE - wide);
    this.#flag.setAttribute('transform', `translate(${left} ${level > 110 ? FLAG.high : FLAG.low})`);
  }
}
