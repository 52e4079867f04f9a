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
    this.#arrange([...entries.values()]);
    views.forEach((view) => fill(entries.get(view.id), view));
  }

  /* What stays is not moved for what comes or goes: whoever types in it goes on typing. */
  #arrange(shown) {
    const { children } = this.#list;
    for (const entry of [...children]) if (!shown.includes(entry)) entry.remove();
    shown.forEach((entry, i) => {
      if (children[i] !== entry) this.#list.insertBefore(entry, children[i] ?? null);
    });
  }
}
