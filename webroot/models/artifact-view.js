/* What came of a mission, and how it may be taken along. */

const KINDS = {
  cards: 'Findings',
  equation: 'Calculation',
  table: 'Table',
  chart: 'Chart',
  words: 'Text',
};
const FORMATS = {
  cards: ['json', 'csv'],
  equation: ['json', 'csv'],
  table: ['json', 'csv'],
  chart: ['json', 'csv', 'svg', 'png'],
  words: ['json'],
};

/** An artifact as {title, kind, preview, exports: [{name, href}]}. */
export function artifact({ artifact_id: id, title, kind, links = {} }) {
  const base = `/artifacts/${encodeURIComponent(id)}`;
  return {
    title,
    kind: KINDS[kind] ?? 'Artifact',
    preview: own(links.preview) ?? `${base}/preview`,
    exports: (FORMATS[kind] ?? ['json']).map((format) => ({
      name: format.toUpperCase(),
      href: `${base}/export?format=${format}`,
    })),
  };
}

/* Only a place on this server is ever put into a frame. */
function own(href) {
  return /^\/(?![/\\])/.test(href ?? '') ? href : null;
}
