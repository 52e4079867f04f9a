import '../elements/h-top.js';
import '../elements/h-note.js';
import '../elements/h-strip.js';
import '../elements/h-bars.js';
import '../elements/h-error-hist.js';
import * as client from '../api/client.js';
import { keepFresh } from '../api/keep-fresh.js';
import { make } from '../dom.js';
import { nothingYet, sections, sentence } from '../models/numbers-model.js';

const note = document.querySelector('h-note');
const connection = document.querySelector('h-connection');
const find = (selector) => document.querySelector(selector);

let read = '';

async function refresh() {
  const numbers = await client.analytics();
  const text = JSON.stringify(numbers);
  if (text === read) return;
  read = text;
  show(numbers);
}

function show(numbers) {
  const nothing = nothingYet(numbers);
  find('#nothing').hidden = !nothing;
  find('#counted').hidden = nothing;
  if (nothing) return;
  find('#sentence').replaceChildren(...sentence(numbers).map(piece));
  find('#sections').replaceChildren(...sections(numbers).map(section));
}

function piece({ text, figure, few }) {
  return figure ? make('b', few ? { class: 'few' } : {}, text) : text;
}

function section({ title, four, panels, none }) {
  const body = panels.length
    ? make('div', { class: four ? 'multi four' : 'multi' }, ...panels.map(panel))
    : make('p', { class: 'soft' }, none);
  return make('section', { class: 'counts' }, make('h2', {}, title), body);
}

function panel({ title, note: words, strip, bars, hist }) {
  return make(
    'div',
    { class: 'panel' },
    make('h3', {}, title),
    make('p', {}, words),
    strip ? shown('h-strip', strip) : null,
    bars ? shown('h-bars', bars) : null,
    hist ? shown('h-error-hist', hist) : null,
  );
}

function shown(tag, data) {
  const element = make(tag);
  element.show(data);
  return element;
}

function told(state, problem) {
  connection.setAttribute('state', state);
  note.show(problem && { lead: problem.message });
}

keepFresh(refresh, told);
