/* Building pieces of a page without ever parsing text as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; strings become text, null and undefined children are left out. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** One of the icons of img/icons.svg, beside a word that says the same. */
export function icon(name) {
  return draw(
    'svg',
    { class: 'icon', 'aria-hidden': 'true' },
    draw('use', { href: `/img/icons.svg#${name}` }),
  );
}

/** One of the drawings of img/eggs.svg. */
export function egg(name) {
  return draw('svg', { 'aria-hidden': 'true' }, draw('use', { href: `/img/eggs.svg#${name}` }));
}

/** A verdict of img/glyphs.svg, named to those who listen: "met", "in work", "waiting", "not met"… */
export function glyph(name) {
  return draw(
    'svg',
    { class: 'glyph', role: 'img', 'aria-label': name },
    draw('use', { href: `/img/glyphs.svg#${name.replace(' ', '-')}` }),
  );
}

/** Sets custom properties: `vary(shard, {at: 25})` gives it `--at: 25`. */
export function vary(element, values) {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--${name}`, value);
  return element;
}

/** Writes only what changed, so that a listener or a selection is not disturbed. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child != null));
  return element;
}
