import { make } from '../dom.js';

/**
 * The paper tag on the egg's string: the words it came from, and the persona as soon as there is one,
 * read out once.
 *
 * Usage: tag.words = 'A shy fire lizard'; tag.nameComesAt = 25 (%);
 * tag.persona = {name, backstory, personality_traits}.
 */
class Tag extends HTMLElement {
  #words = make('blockquote');
  #persona = make('div', { class: 'part', 'aria-live': 'polite' });
  #known = null;

  connectedCallback() {
    this.replaceChildren(make('div', { class: 'part' }, key('Your words'), this.#words), this.#persona);
  }

  set words(text) {
    this.#words.textContent = text;
  }

  set nameComesAt(percent) {
    const lines = make('div', { class: 'lines', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
    this.#persona.replaceChildren(
      key('Persona'),
      lines,
      make('p', { class: 'small faint' }, `The name comes at ${percent} %.`),
    );
  }

  set persona(persona) {
    if (!persona || this.#known === persona.name) return;
    this.#known = persona.name;
    this.#persona.replaceChildren(
      key('Persona'),
      make('h2', {}, persona.name),
      make('p', { class: 'story' }, persona.backstory),
      traits(persona),
    );
  }
}

/** What a companion is like, as a list. */
export function traits({ personality_traits: words }) {
  return make('ul', { class: 'traits' }, ...(words ?? []).map((word) => make('li', {}, word)));
}

function key(text) {
  return make('p', { class: 'key' }, text);
}

customElements.define('h-tag', Tag);
