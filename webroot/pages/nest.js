import '../elements/h-top.js';
import '../elements/h-nest.js';
import '../elements/h-note.js';
import * as client from '../api/client.js';
import { keepFresh } from '../api/keep-fresh.js';
import { say } from '../dom.js';
import { chosen, summary, timed } from '../models/nest-model.js';

const nest = document.querySelector('h-nest');
const note = document.querySelector('h-note');
const search = document.querySelector('#search');
const connection = document.querySelector('h-connection');

let agents = [];
let read = '';

async function refresh() {
  const [all, runs] = await Promise.all([client.agents(), client.runs('succeeded')]);
  const text = JSON.stringify([all, runs]);
  if (text === read) return;
  read = text;
  agents = timed(all, runs);
  show();
}

function show() {
  const form = new FormData(search);
  nest.show(chosen(agents, { word: form.get('word'), order: form.get('order') }), { total: agents.length });
  say(document.querySelector('#summary'), summary(agents));
}

function told(state, problem) {
  connection.setAttribute('state', state);
  note.show(problem && { lead: problem.message });
}

search.addEventListener('input', show);
search.addEventListener('submit', (event) => event.preventDefault());
keepFresh(refresh, told);
