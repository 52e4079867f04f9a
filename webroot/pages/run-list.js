import '../elements/h-run-row.js';
import { make } from '../dom.js';
import { row } from '../models/watch-view.js';

const MOST = { running: 50, waiting: 5 }; // rows

/** The rows of the runs in work and in the queue; a row stays the same element as long as its run is there. */
export class RunList {
  #list;
  #choose;
  #rows = new Map();
  #more = make('li', { class: 'more faint' });

  constructor(list, choose) {
    this.#list = list;
    this.#choose = choose;
  }

  show(running, waiting, chosen) {
    const shown = [...running.slice(0, MOST.running), ...waiting.slice(0, MOST.waiting)];
    const rows = new Map(shown.map((run) => [run.id, this.#rows.get(run.id) ?? this.#row()]));
    this.#rows = rows;
    const items = shown.map((run) => this.#filled(rows.get(run.id), run, chosen));
    const left = running.length + waiting.length - shown.length;
    if (left > 0) items.push(this.#more);
    this.#more.textContent = `and ${left} more`;
    if (
      items.length !== this.#list.childElementCount ||
      items.some((item, i) => item !== this.#list.children[i])
    )
      this.#list.replaceChildren(...items);
  }

  #row() {
    const item = { run: null, row: make('h-run-row') };
    item.row.addEventListener('choose', () => this.#choose(item.run));
    item.element = make('li', {}, item.row);
    return item;
  }

  #filled(item, run, chosen) {
    item.run = run;
    item.row.show(row(run), { chosen: run.id === chosen });
    return item.element;
  }
}
