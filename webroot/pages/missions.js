import '../elements/h-top.js';
import { Feed } from '../api/feed.js';
import { KnownMissions } from '../api/known-missions.js';
import { looked } from '../models/choice.js';
import { announced } from '../models/mission-view.js';
import { MissionWishes } from './mission-wishes.js';
import { Surroundings } from './surroundings.js';
import { Whiteboard } from './whiteboard.js';

const EVERY_SECOND = 1_000; // ms; "Elapsed: 12 s" goes on even if nothing happens

const main = document.querySelector('main');
const connection = document.querySelector('h-connection');
const whiteboard = new Whiteboard(main);
const surroundings = new Surroundings(main, (id) => known.state.get(id)?.objective);
const known = new KnownMissions(schedule);
const wishes = new MissionWishes(main, { known, around: surroundings, choose });

let chosen = new URLSearchParams(location.search).get('mission');
let before = null;

async function readAll() {
  await known.read();
  surroundings.readSoon();
}

function hear(event) {
  const mission = known.hear(event);
  const words = announced(mission.before, mission.after);
  if (words) tell(words, mission.after);
  schedule();
}

function tell(words, mission) {
  whiteboard.announce(words);
  surroundings.readLater();
  const onlyLooks = document.documentElement.hasAttribute('data-only-looks');
  if (mission.status === 'completed' && !onlyLooks) wishes.inquire(mission);
}

function choose(id) {
  chosen = id;
  history.replaceState(null, '', `${location.pathname}?mission=${encodeURIComponent(id)}`);
  schedule();
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
  if (!known.isRead) return;
  const mission = looked(known.state, { chosen, before });
  before = mission?.mission_id ?? null;
  const found = mission ? known.lookInto(mission) : null;
  whiteboard.show(known.state, { chosen: mission, found, verdicts: wishes.verdicts, now: Date.now() });
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
  whiteboard.connected(connection.getAttribute('state'), age);
}

for (const wish of ['propose', 'act', 'judge', 'answer'])
  whiteboard.on(wish, (detail) => wishes[wish](detail));
for (const wish of ['start', 'unschedule']) surroundings.on(wish, (detail) => wishes[wish](detail));
whiteboard.on('choose', choose);
setInterval(() => {
  tellConnection();
  schedule();
}, EVERY_SECOND);
readAll().catch(() => {}); // at once; what the feed asks for is read again
new Feed({ read: readAll, hear, connection: connect }).start();
