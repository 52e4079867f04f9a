import { glyph, make, say } from '../dom.js';

/**
 * What a mission is at, in word and shape.
 *
 * Usage: badge.show({ word: 'Executing', glyph: 'in work' }), as badge() of models/mission-view.js makes it.
 */
class Badge extends HTMLElement {
  #word = make('span');
  #shape = null;

  show({ word, glyph: shape }) {
    if (shape !== this.#shape) {
      const drawing = glyph(shape);
      // The word beside it says the same.
      drawing.setAttribute('aria-hidden', 'true');
      this.replaceChildren(drawing, this.#word);
    }
    this.#shape = shape;
    this.dataset.is = shape;
    say(this.#word, word);
  }
}

customElements.define('h-badge', Badge);
