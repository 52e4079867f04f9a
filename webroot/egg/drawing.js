import { draw, vary } from '../dom.js';
import { CHIPS, CRACKS, HALO, RIM, SHARDS, WHOLE } from './geometry.js';

/*
 * Draws the egg on its lamp, once, back to front. css/egg.css moves it by --p and --m; nothing here
 * changes afterwards.
 * One per page: gradients and cracks are found by their ids.
 */
export function drawEgg({ previews, plate }) {
  return draw(
    'svg',
    { class: 'egg', viewBox: '0 0 560 620', 'aria-hidden': 'true', focusable: 'false' },
    definitions(),
    halo(),
    lamp(),
    inside(previews),
    draw('path', { class: 'rim', d: RIM }),
    draw('path', { class: 'whole', d: WHOLE }),
    shards(),
    layer('leaks'),
    layer('edges'),
    layer('cores'),
    pencil(),
    chips(),
    collar(plate),
  );
}

function definitions() {
  return draw(
    'defs',
    {},
    draw('clipPath', { id: 'egg-clip' }, draw('path', { d: WHOLE })),
    light('shell', [0, 0.45, 1], { cx: 222, cy: 196, r: 330 }),
    light('glow', [0, 0.35, 0.75, 1], { cx: 300, cy: 290, r: 230 }),
    light('inner', [0.55, 0.86, 1], { cx: 280, cy: 286, r: 215 }),
    light('beam', [0, 0.4, 1], { cx: 280, cy: 400, r: 300 }),
    brass(),
    draw('g', { id: 'egg-cracks' }, ...CRACKS.map(crack)),
    draw(
      'mask',
      { id: 'egg-reveal', maskUnits: 'userSpaceOnUse', x: 80, y: 40, width: 400, height: 500 },
      layer('reveals'),
    ),
  );
}

function light(name, offsets, place) {
  return draw(
    'radialGradient',
    { id: `egg-${name}`, gradientUnits: 'userSpaceOnUse', ...place },
    ...offsets.map((offset, i) => draw('stop', { offset, class: `stop-${name}-${i + 1}` })),
  );
}

function brass() {
  const tones = [
    [0, 3],
    [0.22, 2],
    [0.38, 1],
    [0.62, 2],
    [1, 3],
  ];
  return draw(
    'linearGradient',
    { id: 'egg-brass' },
    ...tones.map(([offset, tone]) => draw('stop', { offset, class: `stop-brass-${tone}` })),
  );
}

function crack({ d, from, to, until, width }) {
  return vary(draw('path', { class: 'crack', pathLength: 100, d }), { from, to, until, width });
}

function layer(name) {
  return draw('g', { class: name }, draw('use', { href: '#egg-cracks' }));
}

function halo() {
  return draw(
    'g',
    { class: 'halo' },
    ...HALO.map(({ d, strength, lift }) =>
      vary(draw('path', { d, transform: `translate(0 ${lift})` }), { strength }),
    ),
  );
}

function lamp() {
  return draw(
    'g',
    {},
    draw('ellipse', { class: 'shadow', cx: 280, cy: 590, rx: 165, ry: 11 }),
    draw('circle', { class: 'beam', cx: 280, cy: 400, r: 300 }),
    draw('path', { class: 'mouth-back', d: 'M176 482A104 22 0 0 1 384 482Z' }),
    draw('ellipse', { class: 'mouth', cx: 280, cy: 482, rx: 104, ry: 22 }),
    draw('ellipse', { class: 'flame', cx: 280, cy: 482, rx: 96, ry: 18 }),
  );
}

function inside(previews) {
  return draw(
    'g',
    { 'clip-path': 'url(#egg-clip)' },
    draw('path', { class: 'dark', d: WHOLE }),
    draw('path', { class: 'glow', d: WHOLE }),
    draw('g', { class: 'previews' }, ...previews),
    draw('path', { class: 'inner', d: WHOLE }),
  );
}

function shards() {
  return draw(
    'g',
    { class: 'shards' },
    ...SHARDS.map(({ d, specks, at, dx, dy, turn, lift }) =>
      vary(
        draw(
          'g',
          { class: 'shard' },
          draw('path', { d }),
          ...specks.map(([cx, cy, r]) => draw('circle', { cx, cy, r })),
        ),
        { at, dx, dy, turn, 'lift-by': lift },
      ),
    ),
  );
}

/* Dashes keep their length only in a line without pathLength: one line, revealed crack by crack. */
function pencil() {
  return draw(
    'g',
    { mask: 'url(#egg-reveal)' },
    draw('path', { class: 'pencil', d: CRACKS.map(({ d }) => d).join('') }),
  );
}

function chips() {
  return draw(
    'g',
    {},
    ...CHIPS.map(({ shard, place }) => {
      const { d, at } = SHARDS[shard];
      const edge = draw('path', { d, transform: 'translate(0 16)' });
      return vary(draw('g', { class: 'chip', transform: place }, edge, draw('path', { d })), { at });
    }),
  );
}

function collar(plate) {
  return draw(
    'g',
    {},
    draw('path', {
      class: 'brass',
      d: 'M176 482A104 22 0 0 0 384 482C384 512 366 528 352 546H208C194 528 176 512 176 482Z',
    }),
    draw('path', { class: 'brass-light', d: 'M176 482A104 22 0 0 0 384 482' }),
    draw('path', { class: 'brass-line', d: 'M186 508A96 19 0 0 0 374 508' }),
    draw('path', {
      class: 'brass',
      d: 'M172 560C172 546 200 542 280 542C360 542 388 546 388 560V578C388 590 340 594 280 594C220 594 172 590 172 578Z',
    }),
    draw('path', { class: 'brass-light fine', d: 'M173 559C190 571 370 571 387 559' }),
    plate,
  );
}
