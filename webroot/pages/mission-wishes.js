import '../elements/h-change.js';
import '../elements/h-note.js';
import '../elements/h-schedule.js';
import '../elements/h-survey.js';
import * as client from '../api/client.js';
import * as missions from '../api/missions.js';
import { thanks } from '../models/survey.js';

/**
 * Everything that can be done on the page "Missions". Whatever cannot be done is said in the sentence the server gave
 * for it.
 */
export class MissionWishes {
  /* One key for one submit: kept while the same is tried again, so that there is one mission however often. */
  #submit = { words: null, key: null };
  #rated = new Set(); // missions
  #known;
  #around;
  #choose;
  #find;
  #actions = {
    approve: ({ mission_id: id }) => missions.approve(id),
    execute: ({ mission_id: id }) => this.#execute(id),
    cancel: ({ mission_id: id }) => missions.cancel(id),
    change: (mission) => this.#find('h-change').open(mission, (body) => this.#change(mission, body)),
    schedule: (mission) => this.#find('h-schedule').open(mission, (body) => this.#schedule(mission, body)),
    keep: (mission) => this.#keep(mission),
    rate: (mission) => this.inquire(mission, { stays: true }),
  };
  verdicts = new Map(); // of tool to verdict, as far as given here

  /** `known` are the missions, `around` what surrounds them; `choose` is told which one is to be looked at. */
  constructor(main, { known, around, choose }) {
    this.#find = (selector) => main.querySelector(selector);
    this.#known = known;
    this.#around = around;
    this.#choose = choose;
    this.#find('h-survey').addEventListener('rate', ({ detail }) => this.#rate(detail));
  }

  async propose(body) {
    const form = this.#find('h-propose');
    const words = JSON.stringify(body);
    if (this.#submit.words !== words) this.#submit = { words, key: client.freshKey() };
    form.busy = true;
    form.note(null);
    try {
      const mission = await missions.create(body, this.#submit.key);
      this.#submit.words = null;
      form.clear();
      this.#known.ask(mission.mission_id);
    } catch (problem) {
      if (problem.field) form.wrong({ field: problem.field.replace('_usd', ''), sentence: problem.message });
      else form.note({ lead: problem.message, rest: 'Your words stay here.' });
    }
    form.busy = false;
  }

  act({ id, action }) {
    return this.#attempt(id, () => this.#actions[action](this.#known.state.get(id)));
  }

  answer({ id, answer }) {
    return this.#attempt(id, () => missions.clarify(id, answer));
  }

  judge({ id, tool, verdict }) {
    return this.#attempt(id, async () => {
      await missions.judge(id, tool, verdict);
      this.verdicts.set(tool, verdict);
      this.#around.readSoon();
    });
  }

  start({ id, parameters }) {
    return this.#attempt(null, async () => {
      const mission = await missions.fromRecipe(id, parameters);
      this.#known.ask(mission.mission_id);
    });
  }

  unschedule({ mission }) {
    return this.#attempt(mission, async () => {
      await missions.unschedule(mission);
      this.#around.readSoon();
    });
  }

  /** Asks how a mission went, unless that was said already. */
  inquire({ mission_id: id, objective }, options) {
    if (!this.#rated.has(id)) this.#find('h-survey').ask({ id, title: objective }, options);
  }

  async #execute(id) {
    await missions.execute(id);
    this.#choose(id);
  }

  async #change({ mission_id: id }, body) {
    await missions.update(id, body);
    this.#known.ask(id);
  }

  async #schedule({ mission_id: id }, body) {
    await missions.schedule(id, body);
    this.#around.readSoon();
  }

  async #keep({ mission_id: id, objective }) {
    await missions.keep(id, objective);
    this.#around.readSoon();
  }

  async #rate({ id, ...answers }) {
    const survey = this.#find('h-survey');
    try {
      const told = await missions.rate(id, answers);
      this.#rated.add(id);
      survey.thank(thanks(told, this.#known.state.get(id)?.tool_used));
      this.#known.ask(id);
      this.#around.readSoon();
    } catch (problem) {
      survey.wrong(problem.message);
    }
  }

  async #attempt(id, action) {
    const note = this.#find(':scope > h-note');
    note.show(null);
    try {
      await action();
      if (id) this.#known.ask(id);
    } catch (problem) {
      note.show({ lead: problem.message });
    }
  }
}
