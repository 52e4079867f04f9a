/**
 * The entries of a list, each kept as it is while what it shows stays in the list.
 *
 * Usage: const list = new KeyedList(ul, (id) => element); list.show(views, (element, view) => …), each view with an
 * `id`.
 */
export class KeyedList {
  #list;
  #create;
  #entries = new Map();

  constructor(list, create) {
    this.#list = list;
    this.#create = create;
  }

  show(views, fill) {
    const entries = new Map(views.map(({ id }) => [id, this.#entries.get(id) ?? this.#create(id)]));
    this.#entries = entries;
    const shown = [...entries.values()];
    const { children } = this.#list;
    if (shown.length !== children.length || shown.some((entry, i) => entry !== children[i]))
      this.#list.replaceChildren(...shown);
    views.forEach((view) => fill(entries.get(view.id), view));
  }
}
