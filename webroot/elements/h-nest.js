import { egg, make } from '../dom.js';
import { isStandIn, opening } from '../models/nest-model.js';
import { ago, roughly } from '../models/words.js';
import { portrait } from './h-portrait.js';

/**
 * The collector's drawer: a cell and one link for each companion, and room for one more.
 *
 * Usage: nest.show(agents, {total}); agents in the order to show, of `total` that there are.
 */
class Nest extends HTMLElement {
  #list = make('ul', { class: 'drawer' });

  connectedCallback() {
    this.replaceChildren(this.#list);
  }

  show(agents, { total }) {
    this.#list.replaceChildren(...agents.map(cell), vacancy(agents.length, total));
  }
}

function cell(agent) {
  return make(
    'li',
    {},
    portrait(agent),
    make(
      'div',
      {},
      make('h2', {}, make('a', { href: `/agents/${agent.id}` }, agent.name)),
      make('p', { class: 'tale' }, opening(agent.backstory ?? '')),
      make(
        'p',
        { class: 'meta' },
        make('span', {}, ago(Date.parse(agent.created_at), Date.now())),
        remark(agent),
      ),
    ),
  );
}

function remark(agent) {
  if (isStandIn(agent)) return make('span', { class: 'stand-in' }, 'stand-in drawing');
  return agent.took ? make('span', { class: 'took' }, `hatched in ${roughly(agent.took)}`) : null;
}

function vacancy(shown, total) {
  if (total > 0 && shown === 0)
    return make('li', { class: 'empty' }, egg('nobody'), make('p', {}, 'Nobody by that word.'));
  const words = total ? 'Room for one more.' : 'Nobody here yet. Describe the first one.';
  return make(
    'li',
    { class: 'empty' },
    egg('nobody'),
    make('p', {}, words),
    make('a', { class: 'btn', href: '/' }, 'Hatch'),
  );
}

customElements.define('h-nest', Nest);
