import { make, say } from '../dom.js';
import { RECURRENCES, body, complaint } from '../models/schedule-view.js';
import { buttons, entry } from './entries.js';

const AHEAD = 3_600_000; // ms; what is offered first

/**
 * A dialog that says when a mission is to begin by itself.
 *
 * Usage: schedule.open(mission, async (body) => …), with body as `POST /missions/{id}/schedule` takes it; what that
 * throws is said in the dialog, and it stays.
 */
class Schedule extends HTMLElement {
  #send = null;
  #title = make('p');
  #wrong = make('p', { class: 'wrong', role: 'alert' });
  #at = entry('It begins', make('input', { type: 'datetime-local', name: 'at' }));
  #cron = entry(
    'Cron expression',
    make('input', { name: 'cron', placeholder: '0 9 * * MON', autocomplete: 'off' }),
  );
  #recurrence = make('select', { name: 'recurrence' }, ...RECURRENCES.map(option));
  #form = make(
    'form',
    { novalidate: '' },
    entry('How often', this.#recurrence),
    this.#at,
    this.#cron,
    entry('Time zone', make('input', { name: 'zone', autocomplete: 'off' })),
    this.#wrong,
    buttons('Schedule'),
  );
  #dialog = make(
    'dialog',
    { 'aria-label': 'Schedule this mission' },
    make('h2', {}, 'Schedule this mission'),
    this.#title,
    this.#form,
  );

  connectedCallback() {
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.#recurrence.addEventListener('change', () => this.#turn());
    this.replaceChildren(this.#dialog);
  }

  open(mission, send) {
    this.#send = send;
    this.#form.reset();
    const { at, zone } = this.#form.elements;
    at.value = local(Date.now() + AHEAD);
    zone.value = ownZone();
    say(this.#title, mission.objective);
    say(this.#wrong, '');
    this.#turn();
    this.#dialog.showModal();
  }

  #turn() {
    const cron = this.#recurrence.value === 'cron';
    this.#at.hidden = cron;
    this.#cron.hidden = !cron;
  }

  async #submit(event) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(this.#form));
    const wanted = fields.recurrence === 'cron' ? { ...fields, at: '' } : fields;
    const sentence = complaint(wanted, { now: Date.now(), own: ownZone() });
    if (sentence) return say(this.#wrong, sentence);
    try {
      await this.#send(body(wanted));
      this.#dialog.close();
    } catch (problem) {
      say(this.#wrong, problem.message);
    }
  }
}

function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function option([value, words]) {
  return make('option', { value }, words);
}

/* As a field for a local time takes it: "2026-11-28T09:30". */
function local(time) {
  const moment = new Date(time);
  return new Date(time - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

customElements.define('h-schedule', Schedule);
