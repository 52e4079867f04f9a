import { apart } from '../api/apart.js';
import * as client from '../api/client.js';
import * as missions from '../api/missions.js';
import '../elements/h-confidence.js';
import '../elements/h-recipe.js';
import { make, say, vary } from '../dom.js';
import { courses } from '../models/ranking-view.js';
import { recipe } from '../models/recipe-view.js';
import { scheduled } from '../models/schedule-view.js';
import { tally } from '../models/tally.js';
import { KeyedList } from './keyed-list.js';

const SOON = 400; // ms; what changes together is read together

/**
 * What stands around the missions: how far tools are trusted, what was spent, recipes and schedules.
 *
 * Usage: surroundings.readSoon() at the start and after whatever was changed from here, readLater() after whatever may
 * have changed something of it. The wishes are `start` {id, parameters} of a recipe and `unschedule` {mission}.
 */
export class Surroundings {
  #main;
  #wishes = {};
  #recipes;
  #schedules;
  #counted = '';
  #titleOf;
  #reading = null;

  /** `titleOf` tells the objective of a mission id, if it is known. */
  constructor(main, titleOf) {
    this.#main = main;
    this.#titleOf = titleOf;
    this.#recipes = new KeyedList(this.#find('#recipe-list'), () => this.#recipe());
    this.#schedules = new KeyedList(this.#find('#schedule-list'), () => this.#schedule());
  }

  on(wish, action) {
    this.#wishes[wish] = action;
  }

  readSoon() {
    clearTimeout(this.#reading);
    this.#reading = this.#readAfter(SOON);
  }

  /* What is to be read already will tell of this, too. */
  readLater() {
    this.#reading ??= this.#readAfter(SOON + apart());
  }

  #readAfter(wait) {
    return setTimeout(() => {
      this.#reading = null;
      this.#read();
    }, wait);
  }

  /* What cannot be read stays as it is; the connection says why. */
  #read() {
    client.analytics().then((numbers) => this.#count(numbers.missions), unread);
    missions.recipes().then((recipes) => this.#offer(recipes), unread);
    missions.schedules().then((schedules) => this.#plan(schedules), unread);
  }

  #count(counted) {
    const told = JSON.stringify(counted);
    if (!counted || told === this.#counted) return;
    this.#counted = told;
    const tools = counted.by_tool ?? [];
    this.#find('#trust').hidden = tools.length === 0;
    this.#find('h-confidence').show(courses(tools, Date.now()));
    this.#find('#spending').hidden = false;
    this.#find('#tally').replaceChildren(...tally(counted).map(fact));
  }

  #offer(recipes) {
    this.#find('#recipes').hidden = recipes.length === 0;
    this.#recipes.show(recipes.map(recipe), (item, view) => item.firstChild.show(view));
  }

  #plan(schedules) {
    this.#find('#schedules').hidden = false;
    this.#find('#no-schedule').hidden = schedules.length > 0;
    const views = schedules.map((schedule) => scheduled(schedule, this.#titleOf));
    this.#schedules.show(views, (item, { mission, title, when, next, last }) => {
      say(item.children[0], title);
      say(item.children[1], [when, next, last].filter(Boolean).join('. '));
      item.dataset.mission = mission;
      item.children[2].setAttribute('aria-label', `Cancel the schedule of ${title}`);
    });
  }

  #recipe() {
    const element = make('h-recipe');
    element.addEventListener('start', ({ detail }) => this.#wishes.start(detail));
    return make('li', {}, element);
  }

  #schedule() {
    const cancel = make('button', { class: 'btn small', type: 'button', 'data-changes': '' }, 'Cancel');
    const item = make('li', {}, make('b'), make('span', { class: 'small faint' }), cancel);
    cancel.addEventListener('click', () => this.#wishes.unschedule({ mission: item.dataset.mission }));
    return item;
  }

  #find(selector) {
    return this.#main.querySelector(selector);
  }
}

function unread() {}

function fact({ term, words, few, share }) {
  const bar = share === null ? null : meter(term, words, share);
  return make('div', {}, make('dt', {}, term), make('dd', few ? { class: 'few' } : {}, words, bar));
}

function meter(term, words, share) {
  const named = { 'aria-label': term, 'aria-valuetext': words };
  const range = { 'aria-valuemin': '0', 'aria-valuemax': '1', 'aria-valuenow': share };
  return vary(make('div', { class: 'share', role: 'meter', ...named, ...range }), { share });
}
