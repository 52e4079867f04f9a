import '../elements/h-artifact.js';
import '../elements/h-badge.js';
import '../elements/h-ranking.js';
import '../elements/h-seven.js';
import { make, say } from '../dom.js';
import { artifact } from '../models/artifact-view.js';
import { ended, estimated } from '../models/mission-model.js';
import { rows, told } from '../models/mission-steps.js';
import { actions, badge, ending, figure, subtitle } from '../models/mission-view.js';
import { ranked } from '../models/ranking-view.js';

const ACTIONS = {
  cancel: 'Cancel',
  rate: 'Rate it',
  keep: 'Make a recipe',
  schedule: 'Schedule it',
};

/** The panel of one mission: its seven steps, what came of it, how its tools were ranked. */
export class MissionPanel {
  #panel;
  #act;
  #id = null;
  #offered = '';

  /** `act` is called with {id, action} for a button, `judge` with {id, tool, verdict}. */
  constructor(panel, { act, judge }) {
    this.#panel = panel;
    this.#act = act;
    this.#find('h-ranking').addEventListener('judge', ({ detail }) => judge({ id: this.#id, ...detail }));
  }

  /** `found` is its artifact, if it is known; `verdicts` a Map of tool to verdict. Without a mission it hides. */
  show(mission, { found, verdicts, now }) {
    this.#panel.hidden = !mission;
    if (!mission) return;
    this.#id = mission.mission_id;
    this.#showHead(mission, now);
    this.#showSteps(mission, now);
    say(this.#find('#ending'), ending(mission) ?? '');
    this.#find('h-artifact').show(found ? artifact(found) : null);
    this.#offer(actions(mission));
    const tools = ranked(mission);
    this.#find('#ranking').hidden = tools.length === 0;
    this.#find('h-ranking').show(tools, verdicts);
  }

  #showHead(mission, now) {
    const link = this.#find('h2 a');
    link.href = `/runs/${mission.mission_id}`;
    say(link, mission.objective);
    say(this.#find('#mission-facts'), subtitle(mission, now));
    this.#find('h-badge').show(badge(mission));
    const number = this.#find('#mission-figure');
    number.toggleAttribute('data-estimated', estimated(mission));
    say(number, figure(mission));
  }

  #showSteps(mission, now) {
    const { progress, measured, status } = mission;
    this.#find('h-seven').show({
      rows: rows(mission, now),
      progress,
      measured,
      text: `${figure(mission).replace('≈', 'about').replace('%', 'percent')}. ${told(mission)}.`,
      estimated: estimated(mission),
      cold: ended(mission) && status !== 'completed',
    });
  }

  #offer(offered) {
    const words = `${this.#id} ${offered}`;
    if (words === this.#offered) return;
    this.#offered = words;
    const place = this.#find('#mission-actions');
    const focused = place.contains(document.activeElement);
    place.replaceChildren(...offered.map((action) => this.#button(action)));
    if (focused) (place.querySelector('button') ?? this.#find('h2 a')).focus();
  }

  #button(action) {
    const button = make('button', { class: 'btn', type: 'button' }, ACTIONS[action]);
    button.addEventListener('click', () => this.#act({ id: this.#id, action }));
    return button;
  }

  #find(selector) {
    return this.#panel.querySelector(selector);
  }
}
