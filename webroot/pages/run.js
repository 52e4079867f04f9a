import * as client from '../api/client.js';
import { Feed } from '../api/feed.js';
import { InDepth } from '../api/in-depth.js';
import '../elements/h-share.js';
import { apply, begin, meet } from '../models/run-model.js';
import { mayShare } from '../models/share-view.js';
import { Room } from './room.js';
import { Work } from './work.js';

const READ_AGAIN = 1_000; // ms
const AGE_TOLD_EVERY = 1_000; // ms
const WAITING_TOLD_EVERY = 5_000; // ms

const id = client.idFromPath();
const connection = document.querySelector('h-connection');
const depth = new InDepth(id, show);
const rooms = {
  hatch: new Room(document.querySelector('#main')),
  other: new Work(document.querySelector('#work')),
};

let me = null;
let state = null;
let room = null;
let folded = 0; // events
let heardAt = Date.now();

/* The true state first, in one paint: what happened so far is folded before anything is shown. */
async function open() {
  try {
    await atLast(() => depth.read());
  } catch (problem) {
    if (problem.status === 404) rooms.hatch.missing('There is no run at this address.');
    return;
  }
  me = await atLast(client.me).catch(() => null);
  const shown = await isShown();
  if (!shown && mayShare(me)) document.querySelector('h-share')?.offer(depth.run.id);
  new Feed({
    run: depth.run.id,
    alone: shown,
    read: () => depth.read(),
    hear,
    connection: connect,
  }).start();
}

/* The server may be away, or have no time for us, when the page is opened. */
async function atLast(read) {
  for (;;) {
    try {
      return await read();
    } catch (problem) {
      if (!problem.passing) throw problem;
      connect('offline');
      await new Promise((resolve) => setTimeout(resolve, READ_AGAIN));
    }
  }
}

/* Whether it is somebody else's run, shown to this visitor or user by a link. */
async function isShown() {
  if (!me?.users) return false;
  return me.user === null || !(await atLast(() => client.isOwn(depth.run)));
}

function show() {
  state ??= begin(depth.run);
  while (folded < depth.events.length) state = apply(state, depth.events[folded++]);
  state = meet(state, depth.run);
  if (!room) enter();
  room.show(state, depth, age());
}

function enter() {
  room = rooms[depth.run.kind] ?? rooms.other;
  room.on('cancel', () => attempt(cancel));
  room.on('retry', () => attempt(() => goTo(client.retry(state.id))));
  room.on('again', () => attempt(() => goTo(client.hatch(state.description, key))));
  room.enter(state, depth);
}

function hear(event) {
  heardAt = Date.now();
  depth.hear(event);
}

let telling = null;
function connect(word) {
  connection.setAttribute('state', word);
  clearInterval(telling);
  telling = word === 'offline' ? setInterval(tellAge, AGE_TOLD_EVERY) : null;
  if (!telling) heardAt = Date.now();
  tellAge();
}

function tellAge() {
  room?.show(state, depth, age());
}

function age() {
  return telling ? Date.now() - heardAt : null;
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
  await client.cancel(state.id).catch((problem) => {
    if (problem.status !== 409) throw problem;
  });
}

/* In the queue nothing may happen for long; the waiting goes on. */
function wait() {
  if (state?.status !== 'queued') return;
  const seconds = (Date.now() - state.createdAt) / 1000;
  state = apply(state, { type: 'beat', data: { elapsed_seconds: seconds } });
  tellAge();
}

const key = client.freshKey();
setInterval(wait, WAITING_TOLD_EVERY);
open();
