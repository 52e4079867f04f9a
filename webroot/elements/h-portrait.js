import { make, vary } from '../dom.js';

const SAMPLE = 12; // px to a side, enough for a tint

/**
 * A companion's picture in the shape of an egg. Decorative: its name stands beside it.
 *
 * Usage: <h-portrait src="/api/agents/…/avatar"></h-portrait>. The <li> it is in gets --tint, the
 * picture's liveliest colour.
 */
class Portrait extends HTMLElement {
  static observedAttributes = ['src'];

  #image = make('img', { alt: '', loading: 'lazy', decoding: 'async' });

  connectedCallback() {
    this.#image.addEventListener('load', () => this.#tint());
    this.replaceChildren(this.#image);
  }

  attributeChangedCallback(name, before, src) {
    if (src) this.#image.src = src;
  }

  #tint() {
    const cell = this.closest('li');
    const canvas = make('canvas', { width: SAMPLE, height: SAMPLE });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.drawImage(this.#image, 0, 0, SAMPLE, SAMPLE);
    if (cell) vary(cell, { tint: `rgb(${liveliest(pen.getImageData(0, 0, SAMPLE, SAMPLE).data)})` });
  }
}

/** The portrait of an agent; of one without a picture, the dark inside of an egg. */
export function portrait({ avatar_url: src }) {
  return make('h-portrait', src ? { src } : {});
}

/** The pixel whose channels differ most. */
function liveliest(pixels) {
  let best = [0, 0, 0];
  for (let i = 0; i < pixels.length; i += 4) {
    const pixel = [...pixels.slice(i, i + 3)];
    if (spread(pixel) > spread(best)) best = pixel;
  }
  return best.join(' ');
}

function spread(pixel) {
  return Math.max(...pixel) - Math.min(...pixel);
}

customElements.define('h-portrait', Portrait);
