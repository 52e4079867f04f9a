import '../elements/h-top.js';
import '../elements/h-egg.js';
import '../elements/h-compose.js';
import { portrait } from '../elements/h-portrait.js';
import * as client from '../api/client.js';
import { keepFresh } from '../api/keep-fresh.js';
import { make } from '../dom.js';
import { expectation, refusal } from '../models/description.js';
import { chosen } from '../models/nest-model.js';

const LATELY = 6; // companions

const compose = document.querySelector('h-compose');
const connection = document.querySelector('h-connection');

/* One key for one submit: kept while the same words are tried again, so that there is one run however often. */
const submit = { words: null, key: null };

async function hatch({ detail: { words } }) {
  if (submit.words !== words) Object.assign(submit, { words, key: client.freshKey() });
  compose.busy = true;
  compose.note(null);
  try {
    const run = await client.hatch(words, submit.key);
    submit.words = null;
    location.assign(`/runs/${run.id}`);
  } catch (problem) {
    ready();
    refused(problem);
  }
}

/* Also after the back button, which may bring this page back as it was left. */
function ready() {
  compose.busy = false;
}

function refused(problem) {
  if (problem.field === 'description') compose.wrong(problem.message);
  else compose.note(refusal(problem));
}

async function refresh() {
  const [queued, running, agents] = await Promise.all([
    client.runs('queued', { kind: 'hatch' }),
    client.runs('running', { kind: 'hatch' }),
    client.agents(),
  ]);
  compose.expectation = expectation({ queued, running });
  showLately(agents);
}

let shown = '';
function showLately(agents) {
  const newest = chosen(agents, { order: 'newest' }).slice(0, LATELY);
  const ids = newest.map(({ id }) => id).join() + agents.length;
  if (ids === shown) return;
  shown = ids;
  document.querySelector('.lately').hidden = newest.length === 0;
  document.querySelector('#all').textContent = `All ${agents.length} in the nest`;
  document.querySelector('#lately').replaceChildren(...newest.map(companion));
}

function companion(agent) {
  return make(
    'li',
    {},
    make('a', { href: `/agents/${agent.id}` }, portrait(agent), make('b', {}, agent.name)),
  );
}

compose.addEventListener('hatch', hatch);
compose.words = new URLSearchParams(location.search).get('words') ?? '';
addEventListener('pageshow', ready);
keepFresh(refresh, (state) => connection.setAttribute('state', state));
