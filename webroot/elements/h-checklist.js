import { glyph, make, say } from '../dom.js';

/**
 * The stories of a task with their criteria; those of the story in work are open, the others open when asked.
 *
 * Usage: checklist.stories = stories(…), as models/task-view.js makes them.
 */
class Checklist extends HTMLElement {
  #stories = new Map();

  set stories(stories) {
    const shown = stories.map((story) => this.#story(story));
    const changed =
      shown.length !== this.childElementCount || shown.some((each, i) => each !== this.children[i]);
    if (changed) this.replaceChildren(...shown);
  }

  #story(story) {
    const known = this.#stories.get(story.id) ?? new Story();
    this.#stories.set(story.id, known);
    known.show(story);
    return known.element;
  }
}

class Story {
  #title = make('span');
  #note = make('span', { class: 'note' });
  #list = make('ul', { class: 'criteria' });
  #shown = '';
  #current = false;
  element = make(
    'details',
    { class: 'story' },
    make('summary', {}, make('h3', {}, this.#title, this.#note)),
    this.#list,
  );

  show({ title, note, current, criteria }) {
    say(this.#title, title);
    say(this.#note, note);
    this.element.toggleAttribute('data-empty', criteria.length === 0);
    // The story in work opens when it becomes that; what somebody opens or closes stays so.
    if (current !== this.#current) this.element.open = current;
    this.#current = current;
    const said = JSON.stringify(criteria);
    if (said !== this.#shown) this.#list.replaceChildren(...criteria.map(criterion));
    this.#shown = said;
  }
}

function criterion({ glyph: name, text, time }) {
  return make(
    'li',
    { 'data-is': name },
    glyph(name),
    make('span', {}, text),
    make('span', { class: 'time' }, time),
  );
}

customElements.define('h-checklist', Checklist);
