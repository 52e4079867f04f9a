import { draw } from '../dom.js';

/* The hatching that means "estimated", for all drawings of the page: they are filled with url(#hatching). */
const PATTERN = { width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(38)' };

document.body.append(
  draw(
    'svg',
    { class: 'patterns', width: 0, height: 0, 'aria-hidden': 'true' },
    draw('pattern', { id: 'hatching', ...PATTERN }, draw('path', { d: 'M1 0v6' })),
  ),
);
