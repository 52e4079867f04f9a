import { make } from '../dom.js';

/**
 * Tools in the order of their score, with what made it and a verdict on each.
 *
 * Usage: ranking.show(tools), as ranked() of models/ranking-view.js makes them; a verdict dispatches `judge` with
 * detail {tool, verdict: approved | rejected}.
 */
class Ranking extends HTMLElement {
  #told = '';
  #verdicts = new Map();

  show(tools, verdicts = new Map()) {
    const told = JSON.stringify([tools, [...verdicts]]);
    if (told === this.#told) return;
    this.#told = told;
    this.#verdicts = verdicts;
    const focused = document.activeElement?.dataset.judges;
    this.replaceChildren(make('ol', {}, ...tools.map((tool) => this.#tool(tool))));
    // Drawn anew, the button that was pressed has the focus still.
    if (focused) this.querySelector(`[data-judges="${CSS.escape(focused)}"]`)?.focus();
  }

  #tool({ tool, score, says, adjustments, chosen, excluded }) {
    return make(
      'li',
      excluded ? { class: 'excluded' } : {},
      make('b', {}, tool, chosen ? make('span', { class: 'small faint' }, ' was chosen') : null),
      make('span', { class: 'figure' }, score),
      make(
        'div',
        { class: 'why' },
        make('p', {}, says),
        ...adjustments.map((words) => make('p', { class: 'adjustment' }, words)),
      ),
      make(
        'div',
        { class: 'row', 'data-changes': '' },
        this.#button(tool, 'approved', 'Approve'),
        this.#button(tool, 'rejected', 'Reject', excluded),
      ),
    );
  }

  #button(tool, verdict, word, given = false) {
    const button = make(
      'button',
      {
        class: 'btn small',
        type: 'button',
        'aria-label': `${word} ${tool}`,
        'aria-pressed': String((this.#verdicts.get(tool) ?? (given && verdict)) === verdict),
        'data-judges': `${verdict} ${tool}`,
      },
      word,
    );
    button.addEventListener('click', () =>
      this.dispatchEvent(new CustomEvent('judge', { detail: { tool, verdict } })),
    );
    return button;
  }
}

customElements.define('h-ranking', Ranking);
