import * as client from '../api/client.js';
import { glyph, make, say } from '../dom.js';
import { line, several } from '../models/node-view.js';
import { KeyedList } from './keyed-list.js';

const EVERY = 5_000; // ms; that a node comes or goes is no event

/** Keeps a panel up to date that shows the nodes, where there are several. */
export function showNodes(panel) {
  const list = new KeyedList(panel.querySelector('ul'), entry);
  const read = () => client.nodes().then((nodes) => show(panel, list, nodes), unread);
  setInterval(() => document.hidden || read(), EVERY);
  read();
}

function show(panel, list, nodes) {
  panel.hidden = !several(nodes);
  const now = Date.now();
  list.show(
    nodes.map((node) => ({ id: node.name, ...line(node, now) })),
    (item, { name, glyph: sign, says, since }) => {
      if (item.dataset.is !== sign) item.firstChild.replaceWith(unspoken(sign));
      item.dataset.is = sign;
      say(item.children[1].firstChild, name);
      say(item.children[1].lastChild, says);
      say(item.children[2], since);
    },
  );
}

function entry() {
  const words = make('div', {}, make('b', {}), make('span', { class: 'small faint says' }));
  return make('li', {}, unspoken('waiting'), words, make('span', { class: 'time' }));
}

/* The words beside it say the same. */
function unspoken(sign) {
  const drawn = glyph(sign);
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}

/* What cannot be read stays as it is; the connection says why. */
function unread() {}
