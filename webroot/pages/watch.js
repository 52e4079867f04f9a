import '../elements/h-top.js';
import '../elements/h-note.js';
import * as client from '../api/client.js';
import { Feed } from '../api/feed.js';
import { fromQuery, toQuery } from '../models/filters.js';
import { apply, find, forget, meet, named, nothingKnown } from '../models/watch-model.js';
import { announced } from '../models/watch-view.js';
import { Desk } from './desk.js';
import { Depths } from './depths.js';
import { showNodes } from './nodes.js';

const KNOWN = 300; // runs
const STRANGERS_WAIT = 100; // ms, so that those that start together are met together
const STRANGERS_MOST = 20; // asked for at once
const AGE_TOLD_EVERY = 1_000; // ms
const ALIVE_EVERY = 20_000; // ms; "since 2 min" goes on even if nothing happens

const connection = document.querySelector('h-connection');
const note = document.querySelector('h-note');
const desk = new Desk(document.querySelector('main'));
const depths = new Depths(schedule);

let state = nothingKnown();
let filters = fromQuery(location.search);
let read = false;
let readings = 0;
let meeting = null;

async function readAll() {
  const reading = ++readings;
  const lists = [client.runs(null, { limit: KNOWN }), client.runs('running'), client.runs('queued')];
  const [agents, ...found] = await Promise.all([client.agents(), ...lists]);
  const runs = named(found.flat(), agents);
  const asked = filters.run ? await meetOne(filters.run) : null;
  if (reading !== readings) return; // another has begun meanwhile
  state = meet(nothingKnown(), asked ? [...runs, asked] : runs);
  read = true;
  await depths.readAgain();
  schedule();
}

/* A run that is not there is no reason to show nothing. */
function gone(problem) {
  if (problem.status !== 404 && problem.status !== 400) throw problem;
  return null;
}

function hear(event) {
  const id = event.data.run_id;
  const before = state.runs.get(id);
  state = apply(state, event);
  if (!before) meetStrangers();
  const words = announced(before, state.runs.get(id));
  if (words) desk.announce(words);
  depths.hear(event);
  schedule();
}

function meetStrangers() {
  meeting ??= setTimeout(async () => {
    const ids = [...state.strangers.keys()].slice(0, STRANGERS_MOST);
    const met = await Promise.all(ids.map(meetOne)).catch(() => []); // unreachable: the next event asks again
    const nobody = met.flatMap((run, i) => (run ? [] : [ids[i]]));
    state = meet(forget(state, nobody), met.filter(Boolean));
    meeting = null;
    if (met.length > 0 && state.strangers.size > 0) meetStrangers();
    schedule();
  }, STRANGERS_WAIT);
}

function meetOne(id) {
  return client.run(encodeURIComponent(id)).catch(gone);
}

let scheduled = false;
function schedule() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    show();
  });
}

function show() {
  if (!read) return;
  const chosen = filters.run ? find(state, filters.run) : null;
  desk.show(state, filters, depths.choose(state, chosen));
  note.show(
    filters.run && !chosen
      ? { lead: `There is no run “${filters.run}”.`, rest: 'It may have been removed.' }
      : null,
  );
}

function filter(changes) {
  filters = { ...filters, ...changes };
  history.replaceState(null, '', location.pathname + toQuery(filters));
  schedule();
}

let offlineSince = null;
function connect(word) {
  connection.setAttribute('state', word);
  if (word !== 'offline') offlineSince = null;
  else offlineSince ??= Date.now();
  tellConnection();
}

function tellConnection() {
  const age = offlineSince === null ? null : Date.now() - offlineSince;
  desk.connected(connection.getAttribute('state'), age);
}

desk.on('filter', filter);
desk.on('choose', (run) => filter({ run: run.name ?? String(run.number) }));
desk.fill(filters);
showNodes(document.querySelector('#nodes'));
setInterval(schedule, ALIVE_EVERY);
setInterval(tellConnection, AGE_TOLD_EVERY);
readAll().catch(() => {}); // at once; what the feed asks for is read again
new Feed({
  read: readAll,
  hear,
  connection: connect,
}).start();
