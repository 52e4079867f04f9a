import '../elements/h-checklist.js';
import '../elements/h-ruler.js';
import { say, vary } from '../dom.js';
import { begun, place, stories } from '../models/task-view.js';
import { figureOf, kindOf, row } from '../models/watch-view.js';
import { estimated } from '../models/watch-model.js';

/** The panel of one task: how far it is, and its checklist. */
export class TaskPanel {
  #panel;

  constructor(panel) {
    this.#panel = panel;
  }

  /** `depth` is the task looked into, `run` what is known of it now; without both the panel is hidden. */
  show(depth, run, now) {
    const task = depth?.run?.task;
    this.#panel.hidden = !task || !run;
    if (this.#panel.hidden) return;
    const link = this.#find('h2 a');
    link.href = `/runs/${run.id}`;
    say(link, run.title);
    say(this.#find('#task-name'), kindOf(run));
    this.#showFigure(run);
    this.#showRuler(run, task);
    this.#find('h-checklist').stories = stories(task, { since: begun(depth.events), now });
  }

  #showFigure(run) {
    const figure = this.#find('#task-figure');
    figure.toggleAttribute('data-estimated', estimated(run));
    say(figure, figureOf(run));
  }

  #showRuler(run, task) {
    const { title, progress, measured, spoken } = row(run);
    const ruler = this.#find('#task-ruler');
    vary(ruler, { p: progress, m: measured });
    ruler.setAttribute('aria-label', title);
    ruler.setAttribute('percent', progress);
    ruler.setAttribute('text', place(task) ? `${spoken} ${place(task)}.` : spoken);
    ruler.toggleAttribute('solid', !estimated(run));
    ruler.toggleAttribute('cold', run.status === 'cancelled' || run.status === 'failed');
  }

  #find(selector) {
    return this.#panel.querySelector(selector);
  }
}
