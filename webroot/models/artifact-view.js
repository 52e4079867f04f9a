/* What came of a mission, and how it may be taken along. */

const KINDS = {
  cards: 'Findings',
  equation: 'Calculation',
  table: 'Table',
  chart: 'Chart',
  words: 'Text',
};
const FORMATS = { chart: ['json', 'csv', 'svg', 'png'] };
const USUAL = ['json', 'csv'];

/** An artifact as {title, kind, isLine, preview, exports: [{name, href}]}. */
export function artifact({ artifact_id: id, title, kind, links = {} }) {
  const base = `/artifacts/${encodeURIComponent(id)}`;
  return {
    title,
    kind: KINDS[kind] ?? 'Artifact',
    isLine: kind === 'equation',
    preview: own(links.preview) ?? `${base}/preview`,
    exports: (FORMATS[kind] ?? USUAL).map((format) => ({
      name: format.toUpperCase(),
      href: `${base}/export?format=${format}`,
    })),
  };
}

/* Only a place on this server is ever put into a frame. */
function own(href) {
  return /^\/(?![/\\])/.test(href ?? '') ? href : null;
}
