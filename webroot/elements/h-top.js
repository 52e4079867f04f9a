import { egg, icon, make } from '../dom.js';
import './h-connection.js';

const PAGES = [
  { href: '/', name: 'Hatch' },
  { href: '/nest', name: 'Nest' },
  { href: '/numbers', name: 'Numbers' },
];

/**
 * The head of every page: the mark, the pages, the connection, and the change between morning and night.
 *
 * Usage: <h-top class="wrap" here="/nest"></h-top>; `here` is the page of PAGES that this one belongs to.
 */
class Top extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(
      make('a', { class: 'mark', href: '/' }, egg('mark'), 'Hatchery'),
      make('nav', { 'aria-label': 'Main' }, make('ul', {}, ...PAGES.map((page) => this.#link(page)))),
      make('div', { class: 'end' }, make('h-connection'), this.#switch()),
    );
  }

  #link({ href, name }) {
    const current = href === this.getAttribute('here') ? { 'aria-current': 'page' } : {};
    return make('li', {}, make('a', { href, ...current }, name));
  }

  #switch() {
    const button = make(
      'button',
      { class: 'round', type: 'button', 'aria-label': 'Change between morning and night' },
      make('span', { class: 'to-night' }, icon('moon')),
      make('span', { class: 'to-day' }, icon('sun')),
    );
    button.addEventListener('click', changeTheme);
    return button;
  }
}

function changeTheme() {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage may be forbidden: the choice then lasts for this page.
  }
}

customElements.define('h-top', Top);
