import * as client from '../api/client.js';
import { leavingTogether } from '../api/leaving.js';
import { egg, icon, make } from '../dom.js';
import { signInFrom } from '../models/way-back.js';
import './h-connection.js';

const PAGES = [
  { href: '/', name: 'Hatch' },
  { href: '/nest', name: 'Nest' },
  { href: '/watch', name: 'Watch' },
  { href: '/missions', name: 'Missions' },
  { href: '/numbers', name: 'Numbers' },
];

/**
 * The head of every page: the mark, the pages, the connection, who is signed in, and the change between
 * morning and night.
 *
 * Usage: <h-top class="wrap" here="/nest"></h-top>; `here` is the page of PAGES that this one belongs to,
 * and with `stranger` nobody is signed in yet.
 */
class Top extends HTMLElement {
  static observedAttributes = ['here'];

  #pages = make('nav', { 'aria-label': 'Main' });
  #who = make('div', { class: 'who' });
  #leave = leavingTogether(() => this.hasAttribute('stranger') || location.assign('/sign-in'));

  connectedCallback() {
    this.#pages.replaceChildren(make('ul', {}, ...PAGES.map((page) => this.#link(page))));
    this.replaceChildren(
      make('a', { class: 'mark', href: '/' }, egg('mark'), 'Hatchery'),
      this.#pages,
      make('div', { class: 'end' }, make('h-connection'), this.#who, this.#switch()),
    );
    this.#pages.hidden = this.hasAttribute('stranger');
    if (!this.#pages.hidden) this.#tellWho();
  }

  /* Where there are no users nobody is told who they are. A visitor has but the one page they see. */
  async #tellWho() {
    const me = await client.me().catch(() => null);
    if (!me?.users) return;
    this.#pages.hidden = me.user === null;
    document.documentElement.toggleAttribute('data-only-looks', me.read_only);
    document.documentElement.toggleAttribute('data-visits', me.user === null);
    this.#who.replaceChildren(
      ...(me.user === null ? [signInLink()] : [make('b', {}, me.user), this.#signOutButton()]),
    );
  }

  attributeChangedCallback(name, before, here) {
    for (const link of this.querySelectorAll('nav a')) mark(link, here);
  }

  #link({ href, name }) {
    const link = make('a', { href }, name);
    mark(link, this.getAttribute('here'));
    return make('li', {}, link);
  }

  #signOutButton() {
    const button = make(
      'button',
      { class: 'btn quiet', type: 'button' },
      icon('leave'),
      make('span', {}, 'Sign out'),
    );
    button.addEventListener('click', () => this.#leave(client.signOut));
    return button;
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

function signInLink() {
  return make('a', { class: 'btn quiet', href: signInFrom(location.pathname) }, 'Sign in');
}

function mark(link, here) {
  if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
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
