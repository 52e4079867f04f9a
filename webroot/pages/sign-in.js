import '../elements/h-top.js';
import '../elements/h-egg.js';
import * as client from '../api/client.js';
import { say } from '../dom.js';
import { wayBack } from '../models/way-back.js';

const form = document.querySelector('form');
const field = document.querySelector('#token');
const wrong = document.querySelector('#wrong');
const hint = document.querySelector('#hint');
const button = form.querySelector('button');

/* What was typed stays out of the history and of the page once it is accepted. */
async function signIn(event) {
  event.preventDefault();
  if (button.getAttribute('aria-disabled') === 'true') return;
  const token = field.value.trim();
  if (!token) return complain('Put your token in first.');
  busy(true);
  complain(null);
  try {
    await client.signIn(token);
    field.value = '';
    goBack();
  } catch (problem) {
    busy(false);
    complain(sentence(problem));
  }
}

function sentence(problem) {
  if (problem.status === 401) return 'Nobody has this token. It may have been revoked; ask for another.';
  if (problem.status === 429) return `Too many wrong tokens. Try again in ${problem.retryAfter ?? 60} s.`;
  return problem.message;
}

function complain(sentence) {
  say(wrong, sentence ?? '');
  wrong.hidden = !sentence;
  hint.hidden = Boolean(sentence);
  field.setAttribute('aria-invalid', String(Boolean(sentence)));
  if (sentence) field.focus();
}

function busy(is) {
  button.setAttribute('aria-disabled', String(is));
  say(button, is ? 'Looking…' : 'Sign in');
}

function goBack() {
  location.replace(wayBack(location.search));
}

/* Whoever is known already, or needs not be, has nothing to do here; the visitor of a link has. */
async function passOn() {
  const me = await client.me().catch(() => null);
  if (me?.user) goBack();
}

form.addEventListener('submit', signIn);
addEventListener('pageshow', () => busy(false));
passOn();
field.focus();
