import '../elements/h-timeline.js';
import { showCommands } from './commands.js';
import { RunList } from './run-list.js';
import { TaskPanel } from './task-panel.js';
import { glyph, make, say } from '../dom.js';
import { fits, narrowed } from '../models/filters.js';
import { all, finishedSince, running, waiting } from '../models/watch-model.js';
import { connectionWords, count, line, titleOf } from '../models/watch-view.js';

const ENDED = { usual: 5, asked: 30 }; // rows
const TO_REPLAY = 100; // runs

/** The page "Watch": puts what is known of the runs into its panels. */
export class Desk {
  #main;
  #wishes = {};
  #list;
  #task;
  #options = new Map(); // runs to replay, by id
  #told = { options: '', ended: '' };

  constructor(main) {
    this.#main = main;
    this.#list = new RunList(this.#find('#runs'), (run) => this.#wishes.choose(run));
    this.#task = new TaskPanel(this.#find('#task'));
    const form = this.#find('#filters');
    form.addEventListener('input', () => this.#wishes.filter(Object.fromEntries(new FormData(form))));
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#find('#replayed').addEventListener('change', ({ target }) =>
      this.#wishes.choose(this.#options.get(target.value)),
    );
  }

  on(wish, action) {
    this.#wishes[wish] = action;
  }

  fill(filters) {
    for (const name of ['kind', 'state', 'text']) this.#find(`[name=${name}]`).value = filters[name];
  }

  /** `age` in ms: for how long there has been no connection, otherwise null. */
  connected(state, age) {
    const words = connectionWords(state, age);
    this.#find('#connected').hidden = words === '';
    say(this.#find('#connected'), words);
    this.#main.classList.toggle('stale', state === 'offline');
  }

  announce(words) {
    say(this.#find('#milestone'), words);
  }

  /** `depths` are the runs that are looked into: {replay, task}. */
  show(state, filters, { replay, task }) {
    const runs = all(state);
    this.#find('#nothing').hidden = runs.length > 0;
    this.#find('#filters').hidden = runs.length === 0;
    this.#showRunning(state, filters, replay);
    this.#showEnded(state, filters);
    this.#task.show(task, state.runs.get(task?.id), Date.now());
    this.#showCommands(state.runs.get(replay?.id));
    this.#showReplay(replay, runs);
    this.#arrange();
  }

  #showRunning(state, filters, replay) {
    const shown = (runs) => runs.filter((run) => fits(run, filters));
    const [busy, queued] = [shown(running(state)), shown(waiting(state))];
    this.#find('#running').hidden = filters.state === 'finished' || state.runs.size === 0;
    say(this.#find('#count'), count(busy.length, queued.length));
    this.#list.show(busy, queued, replay?.id);
    this.#find('#none').hidden = busy.length + queued.length > 0;
    say(
      this.#find('#none'),
      narrowed(filters) ? 'Nothing that runs fits these filters.' : 'Nothing is running.',
    );
  }

  #showEnded(state, filters) {
    const today = new Date().setHours(0, 0, 0, 0);
    const asked = narrowed(filters);
    const ended = finishedSince(state, asked ? 0 : today).filter((run) => fits(run, filters));
    this.#find('#finished').hidden = ended.length === 0 || filters.state === 'running';
    say(this.#find('#finished-title'), asked ? 'Finished' : 'Finished today');
    say(this.#find('#finished-count'), `${ended.length} ${ended.length === 1 ? 'run' : 'runs'}`);
    const lines = ended.slice(0, asked ? ENDED.asked : ENDED.usual).map(line);
    if (this.#news('ended', lines)) this.#find('#ended').replaceChildren(...lines.map(drawLine));
  }

  #showCommands(run) {
    this.#find('#elsewhere').hidden = false;
    showCommands(this.#find('#commands'), run?.number ?? null);
  }

  #showReplay(replay, runs) {
    const timeline = this.#find('#replay');
    timeline.hidden = !replay?.run || replay.events.length === 0;
    if (timeline.hidden) return;
    const { run, moments } = replay;
    this.#offer(runs, run);
    timeline.show({ id: run.id, number: run.number, moments });
  }

  #offer(runs, shown) {
    const newest = runs.slice(0, TO_REPLAY);
    const offered = newest.some(({ id }) => id === shown.id) ? newest : [...newest, shown];
    this.#options = new Map(offered.map((run) => [run.id, run]));
    const select = this.#find('#replayed');
    const words = offered.map((run) => [run.id, `No. ${run.number}, ${titleOf(run)}`]);
    if (this.#news('options', words))
      select.replaceChildren(...words.map(([value, text]) => make('option', { value }, text)));
    select.value = shown.id;
  }

  /* The columns are to be about as long as each other. */
  #arrange() {
    const [left, right] = [this.#find('#left'), this.#find('#right')];
    const alone = this.#find('#task').hidden;
    move(this.#find('#finished'), alone && !this.#find('#running').hidden ? right : left);
    move(this.#find('#elsewhere'), right);
  }

  #news(name, data) {
    const text = JSON.stringify(data);
    const changed = text !== this.#told[name];
    this.#told[name] = text;
    return changed;
  }

  #find(selector) {
    return this.#main.querySelector(selector);
  }
}

function drawLine({ href, glyph: name, words, took }) {
  return make('li', {}, glyph(name), make('a', { href }, words), make('span', { class: 'time' }, took));
}

function move(panel, column) {
  if (panel.parentElement !== column) column.append(panel);
}
