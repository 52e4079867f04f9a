import { icon, make, say } from '../dom.js';

/**
 * What came of a mission: its preview in a frame that may do nothing, and its exports.
 *
 * Usage: artifact.show(view), as artifact() of models/artifact-view.js makes it, or null.
 */
class Artifact extends HTMLElement {
  #kind = make('p', { class: 'small faint' });
  #exports = make('p', { class: 'row' });
  #frame = null;

  show(view) {
    this.hidden = view === null;
    if (view === null || view.preview === this.#frame?.getAttribute('src')) return;
    this.#frame = frame(view);
    this.toggleAttribute('line', view.isLine);
    say(this.#kind, view.kind);
    this.#exports.replaceChildren(...view.exports.map(download));
    this.replaceChildren(this.#kind, this.#frame, this.#exports);
  }
}

/* A link may open a page of its own; nothing else is let out, and no script is run. */
function frame({ title, preview }) {
  return make('iframe', {
    src: preview,
    title: `Preview of ${title}`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
    loading: 'lazy',
  });
}

function download({ name, href }) {
  return make('a', { class: 'btn', href, download: '' }, icon('down'), name);
}

customElements.define('h-artifact', Artifact);
