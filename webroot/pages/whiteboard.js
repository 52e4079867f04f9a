import '../elements/h-agent.js';
import '../elements/h-proposal.js';
import '../elements/h-propose.js';
import '../elements/h-question.js';
import { glyph, make, say } from '../dom.js';
import { ended, pipeline, withStatus } from '../models/mission-model.js';
import { line, live, proposal } from '../models/mission-view.js';
import { connectionWords } from '../models/watch-view.js';
import { KeyedList } from './keyed-list.js';
import { MissionPanel } from './mission-panel.js';

const LAST = 5; // missions

/** The page "Missions": puts what is known of them into its panels. Wishes go to whoever asked for them. */
export class Whiteboard {
  #main;
  #wishes = {};
  #questions;
  #proposals;
  #agents;
  #panel;
  #lines = '';

  constructor(main) {
    this.#main = main;
    const wish = (name) => (detail) => this.#wishes[name](detail);
    this.#questions = new KeyedList(this.#find('#questions'), () =>
      heard('h-question', 'answer', wish('answer')),
    );
    this.#proposals = new KeyedList(this.#find('#proposals'), () => entry('h-proposal', 'act', wish('act')));
    this.#agents = new KeyedList(this.#find('#agents'), (id) =>
      entry('h-agent', 'choose', () => this.#wishes.choose(id)),
    );
    this.#panel = new MissionPanel(this.#find('#mission'), { act: wish('act'), judge: wish('judge') });
    this.#find('h-propose').addEventListener('propose', ({ detail }) => this.#wishes.propose(detail));
  }

  on(wish, action) {
    this.#wishes[wish] = action;
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

  /** `chosen` is the mission looked at, `found` its artifact, `verdicts` those of its tools. */
  show(state, { chosen, found, verdicts, now }) {
    const focused = this.#main.contains(document.activeElement);
    this.#showQuestions(withStatus(state, 'clarification_needed'));
    this.#showProposals(withStatus(state, 'proposed', 'approved'));
    const busy = withStatus(state, 'executing', 'clarification_needed');
    this.#showAgents(busy, chosen, now);
    const last = pipeline(state, LAST);
    this.#showPipeline(last, now);
    this.#find('#live').hidden = busy.length + last.length === 0;
    this.#find('#nothing').hidden = Boolean(chosen);
    this.#panel.show(chosen, { found, verdicts, now });
    if (focused && !this.#main.contains(document.activeElement)) this.#handOn();
  }

  /* What had the focus has gone, for its mission went on: so does the keyboard. */
  #handOn() {
    const heading = this.#find('#mission h2 a');
    (heading.checkVisibility() ? heading : this.#main).focus({ preventScroll: true });
  }

  #showQuestions(missions) {
    this.#find('#asking').hidden = missions.length === 0;
    const views = missions.map((mission) => ({
      id: mission.mission_id,
      title: mission.objective,
      question: mission.question ?? mission.message,
    }));
    this.#questions.show(views, (element, view) => element.show(view));
  }

  #showProposals(missions) {
    this.#find('#proposed').hidden = missions.length === 0;
    say(this.#find('#proposed-count'), String(missions.length));
    this.#proposals.show(missions.map(proposal), (item, view) => item.firstChild.show(view));
  }

  #showAgents(missions, chosen, now) {
    say(this.#find('#live-count'), missions.length ? String(missions.length) : '');
    this.#find('#none').hidden = missions.length > 0;
    this.#agents.show(
      missions.map((mission) => live(mission, now)),
      (item, view) => item.firstChild.show(view, { chosen: view.id === chosen?.mission_id }),
    );
  }

  #showPipeline(missions, now) {
    this.#find('#pipeline').hidden = missions.length === 0;
    const views = missions.map((mission) => ({ ...line(mission, now), over: ended(mission) }));
    const told = JSON.stringify(views);
    if (told === this.#lines) return;
    this.#lines = told;
    const focused = document.activeElement?.closest('#lines li')?.dataset.id;
    this.#find('#lines').replaceChildren(...views.map((view) => this.#line(view)));
    if (focused) this.#find(`#lines [data-id="${CSS.escape(focused)}"] button`)?.focus();
  }

  #line({ id, glyph: shape, words, tool, figure, estimated, took }) {
    const choose = make('button', { type: 'button', class: 'choose' }, words);
    choose.addEventListener('click', () => this.#wishes.choose(id));
    const number = make(
      'span',
      estimated ? { class: 'figure', 'data-estimated': '' } : { class: 'figure' },
      figure,
    );
    return make(
      'li',
      { 'data-id': id },
      glyph(shape),
      choose,
      make('span', { class: 'tool' }, tool),
      number,
      make('span', { class: 'time' }, took),
    );
  }

  #find(selector) {
    return this.#main.querySelector(selector);
  }
}

function entry(tag, event, hear) {
  return make('li', {}, heard(tag, event, hear));
}

function heard(tag, event, hear) {
  const element = make(tag);
  element.addEventListener(event, ({ detail }) => hear(detail));
  return element;
}
