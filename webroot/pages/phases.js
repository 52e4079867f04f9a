import { draw } from '../dom.js';
import '../elements/patterns.js';
import { exactly } from '../models/words.js';

const WIDTH = 480;
const GAP = 3;
const NARROWEST = 92; // so that the words above and below fit
const BASES = { estimated: 'estimated', skipped: 'stand-in, skipped' };

/**
 * The two phases of a hatching, as wide as they took long, in the house's three styles. Spans as in
 * models/hatch-story.js.
 */
export function drawPhases({ persona, picture }) {
  const share = (WIDTH * persona.ms) / Math.max(1, persona.ms + picture.ms);
  const split = Math.min(WIDTH - NARROWEST * 2, Math.max(NARROWEST, share));
  const words = phaseFacts({ persona, picture })
    .map(([name, text]) => `${name}: ${text}`)
    .join('; ');
  return draw(
    'svg',
    { class: 'phases', viewBox: '0 0 480 74', role: 'img', 'aria-label': words },
    ...bar(persona, 0, split, `Persona, ${exactly(persona.ms)}`),
    ...bar(
      picture,
      split + GAP,
      WIDTH - split - GAP,
      `Picture, ${exactly(picture.ms)}${picture.steps ? ` in ${picture.steps} steps` : ''}`,
    ),
  );
}

/** The same in words, for where the drawing has no room for them. */
export function phaseFacts({ persona, picture }) {
  return [
    ['Persona', `${exactly(persona.ms)}, ${ground(persona)}`, 'phone'],
    ['Picture', `${exactly(picture.ms)}, ${ground(picture)}`, 'phone'],
  ];
}

function bar({ basis, steps }, x, width, words) {
  const textAt = x === 0 ? 0 : x + 13;
  return [
    draw('rect', { class: basis, x, y: 20, width, height: 20, rx: 4 }),
    draw('text', { class: 'strong', x: textAt, y: 12 }, words),
    draw('text', { x: textAt, y: 60 }, ground({ basis, steps })),
  ];
}

function ground({ basis, steps }) {
  return BASES[basis] ?? (steps ? 'measured at every step' : 'measured');
}
