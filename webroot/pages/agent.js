import '../elements/h-top.js';
import '../elements/h-note.js';
import { traits } from '../elements/h-tag.js';
import * as client from '../api/client.js';
import { keepFresh } from '../api/keep-fresh.js';
import { make } from '../dom.js';
import { hatchStory } from '../models/hatch-story.js';
import { isStandIn } from '../models/nest-model.js';
import { clock, date, exactly } from '../models/words.js';
import { drawPhases, phaseFacts } from './phases.js';

const id = client.idFromPath();
const note = document.querySelector('h-note');
const connection = document.querySelector('h-connection');
const find = (selector) => document.querySelector(selector);

let shown = false;

async function refresh() {
  const agent = await client.agent(id);
  if (!shown) await show(agent);
  shown = true;
}

function told(state, problem) {
  connection.setAttribute('state', state);
  const gone = problem?.status === 404;
  find('#nobody').hidden = !gone;
  if (gone) find('#agent').hidden = true;
  note.show(problem && !gone ? { lead: problem.message } : null);
}

async function show(agent) {
  document.title = `${agent.name} · Hatchery`;
  showPersona(agent);
  showLinks(agent);
  find('#agent').hidden = false;
  const [run, events] = await history(agent.run_id);
  showHistory(agent, run, hatchStory(events));
}

function showPersona(agent) {
  find('#name').textContent = agent.name;
  find('#picture').hidden = !agent.avatar_url;
  if (agent.avatar_url) find('#picture').src = agent.avatar_url;
  find('#picture').alt =
    `${isStandIn(agent) ? 'A stand-in drawing' : 'A portrait'} of ${agent.name}. ${agent.avatar_prompt ?? ''}`;
  find('#traits').replaceChildren(traits(agent));
  find('#story').textContent = agent.backstory;
  find('#standin').hidden = !isStandIn(agent) && !agent.fallback?.persona;
  find('#standin').textContent = standInWords(agent);
}

function standInWords({ fallback }) {
  if (fallback?.avatar && fallback.persona)
    return 'Persona and drawing are stand-ins, made from your words alone.';
  return fallback?.avatar
    ? 'The drawing is a stand-in made from the persona.'
    : 'This persona was made from your words alone.';
}

function showLinks(agent) {
  if (agent.description) find('#another').href = `/?words=${encodeURIComponent(agent.description)}`;
  find('#json').href = `/api/agents/${id}/export`;
  find('#png').href = `/api/agents/${id}/export?format=png`;
  find('#sure-title').textContent = `Delete ${agent.name}?`;
  find('#sure-delete').textContent = `Delete ${agent.name}`;
}

/* Its run may be gone, or there never was one: the page then says less. */
async function history(run) {
  if (!run) return [null, []];
  return Promise.all([client.run(run), client.eventsAfter(run)]).catch(() => [null, []]);
}

function showHistory(agent, run, story) {
  find('#how').textContent = `How ${agent.name} hatched`;
  if (story) find('#phases').replaceChildren(drawPhases(story));
  const facts = [
    ...(story ? phaseFacts(story) : []),
    ['Your words', agent.description],
    [
      'Hatched',
      `${date(Date.parse(agent.created_at))}, ${clock(Date.parse(agent.created_at))}${duration(run)}`,
    ],
    [
      'Run',
      run &&
        make(
          'a',
          { href: `/runs/${run.id}` },
          run.number ? `No. ${run.number}, its whole journal` : 'Its whole journal',
        ),
    ],
  ];
  find('#facts').replaceChildren(...facts.filter(([, text]) => text).flatMap(row));
}

function row([term, text, only = '']) {
  return [make('dt', { class: only }, term), make('dd', { class: only }, text)];
}

function duration(run) {
  const took = run && Date.parse(run.finished_at) - Date.parse(run.started_at);
  return took > 0 ? `, in ${exactly(took)}` : '';
}

async function remove() {
  try {
    await client.remove(id);
    location.replace('/nest');
  } catch (problem) {
    note.show({ lead: problem.message });
  }
}

const sure = find('#sure');
find('#delete').addEventListener('click', () => sure.showModal());
sure.addEventListener('close', () => sure.returnValue === 'delete' && remove());
keepFresh(refresh, told);
