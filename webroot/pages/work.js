import '../elements/h-percent.js';
import '../elements/h-ruler.js';
import '../elements/h-checklist.js';
import '../elements/h-journal.js';
import '../elements/h-note.js';
import '../elements/h-seven.js';
import '../elements/h-timeline.js';
import { say, vary } from '../dom.js';
import { rows } from '../models/mission-steps.js';
import { milestone, view } from '../models/run-view.js';
import { leadsTo } from '../models/run-words.js';
import { begun, place, stories } from '../models/task-view.js';
import { kindOf, titleOf } from '../models/watch-view.js';
import { showCommands } from './commands.js';
import { showActions, showReadout, showRuler } from './readout.js';

/** The page of a task, a command or a mission: puts what its view says into its places. The wish is `cancel`. */
export class Work {
  #main;
  #wishes = {};
  #refusal = null;
  #planned = null;

  constructor(main) {
    this.#main = main;
    this.#find('#stop').addEventListener('click', () => this.#wishes.cancel());
  }

  on(wish, action) {
    this.#wishes[wish] = action;
  }

  /** The first paint, in place of the room of a hatching: nothing moves. */
  enter(state, depth) {
    const { run } = depth;
    document.querySelector('#main').remove();
    document.querySelector('.skip').href = '#work';
    document.querySelector('h-top').setAttribute('here', '/watch');
    this.#main.hidden = false;
    say(this.#find('h1'), run.title);
    say(this.#find('#work-kind'), kindOf(run));
    showCommands(this.#find('.cmds'), run.number);
    this.show(state, depth);
    setTimeout(() => this.#main.classList.remove('still'), 100);
  }

  /** `age` in ms: how old the state is while there is no connection. */
  show(state, depth, age = null) {
    const { run, events, moments } = depth;
    const seen = view(state, age);
    vary(this.#main, { p: state.progress, m: Math.min(state.measured, state.progress) });
    showReadout(this.#main, seen);
    showRuler(this.#find(':scope > h-ruler'), seen);
    if (state.kind === 'mission') this.#showMission(state, seen);
    showActions(this.#main, state.status);
    this.#find('h-journal').rows = state.journal;
    this.#showStories(run.task, events);
    this.#find('h-timeline').show({ id: run.id, number: run.number, moments });
    this.#planned = seen.note;
    this.#note();
    document.title = `${seen.title} ${titleOf(run)} · Hatchery`;
    say(this.#find('#work-milestone'), milestone(state));
  }

  /** Says why a wish could not be fulfilled; null takes it back. */
  refuse(sentence) {
    this.#refusal = sentence && { lead: sentence };
    this.#note();
  }

  /* Its seven steps stand in the place of the bar. */
  #showMission(state, seen) {
    const seven = this.#find('h-seven');
    this.#find(':scope > h-ruler').hidden = true;
    seven.hidden = false;
    seven.show({
      rows: rows(state, Date.now()),
      progress: state.progress,
      measured: Math.min(state.measured, state.progress),
      text: `${seen.title.replace('%', 'percent')}. ${seen.now}`,
      estimated: seen.estimated,
      cold: seen.mood === 'cold',
    });
    const link = this.#find('#mission-link');
    link.hidden = false;
    link.href = `/missions?mission=${state.id}`;
    say(link, leadsTo(state));
  }

  #showStories(task, events) {
    const told = task?.stories.length > 0;
    this.#find('#stories').hidden = !told;
    if (!told) return;
    say(this.#find('#stories-place'), place(task));
    this.#find('h-checklist').stories = stories(task, { since: begun(events), now: Date.now() });
  }

  #note() {
    this.#find('h-note').show(this.#refusal ?? this.#planned);
  }

  #find(selector) {
    return this.#main.querySelector(selector);
  }
}
