import * as client from '../api/client.js';
import { RunFeed } from '../api/run-feed.js';
import { apply, begin, ended, meet } from '../models/run-model.js';
import { Room } from './room.js';

const AGE_TOLD_EVERY = 1_000; // ms

const id = client.idFromPath();
const room = new Room(document.querySelector('main'));
const connection = document.querySelector('h-connection');

let state;
let feed;
let heardAt = Date.now();

/* The true state first, in one paint: what happened so far is folded before anything is shown. */
async function open() {
  try {
    const [run, events] = await Promise.all([client.run(id), client.eventsAfter(id)]);
    state = meet(events.reduce(apply, begin(run)), run);
  } catch (problem) {
    room.missing(problem.status === 404 ? 'There is no run at this address.' : problem.message);
    return;
  }
  room.enter(state);
  connect('live');
  if (!ended(state)) follow();
}

function follow() {
  feed = new RunFeed(id, state.lastId, { hear, connection: connect });
  feed.start();
}

function hear(event) {
  heardAt = Date.now();
  state = apply(state, event);
  room.show(state);
  if (ended(state)) feed.stop();
}

let telling = null;
function connect(word) {
  connection.setAttribute('state', word);
  clearInterval(telling);
  if (word === 'offline') telling = setInterval(tellAge, AGE_TOLD_EVERY);
  else heardAt = Date.now();
  tellAge();
}

function tellAge() {
  const offline = connection.getAttribute('state') === 'offline';
  room.show(state, offline ? Date.now() - heardAt : null);
}

/* Whatever cannot be done is said in the sentence the server gave for it. */
async function attempt(action) {
  room.refuse(null);
  try {
    await action();
  } catch (problem) {
    room.refuse(problem.message);
  }
}

async function goTo(run) {
  location.assign(`/runs/${(await run).id}`);
}

/* That it is over already is what was wished for. */
async function cancel() {
  await client.cancel(id).catch((problem) => {
    if (problem.status !== 409) throw problem;
  });
}

room.on('cancel', () => attempt(cancel));
room.on('retry', () => attempt(() => goTo(client.retry(id))));
const key = client.freshKey();
room.on('again', () => attempt(() => goTo(client.hatch(state.description, key))));
open();
