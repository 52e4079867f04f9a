/* Why stand-ins were needed, week by week. */

import { month, reason } from './numbers-words.js';
import { shareScale } from './scales.js';
import { isFew } from './trust.js';

/** The panels, the most frequent reason first: {title, note, bars} with bars {bars, max, ends, sentence}. */
export function standInPanels({ stand_ins: standIns }) {
  const known = standIns.filter(({ n, weeks }) => n > 0 || weeks.some((week) => week.n > 0));
  const max = shareScale(known.flatMap(({ weeks }) => weeks.map(share)));
  return known.sort((a, b) => b.n - a.n).map((standIn) => panel(standIn, max));
}

function panel({ code, n, of, weeks }, max) {
  const title = reason(code);
  return {
    title,
    note: `${n} of ${of}, by week`,
    bars: {
      max,
      bars: weeks.map((week, i) => ({ share: share(week), few: i === weeks.length - 1 || isFew(week.of) })),
      ends: [weeks.length ? month(weeks[0].from) : '', 'this week'],
      sentence: `${title}: ${n} of ${of} hatchings. ${course(weeks)}`,
    },
  };
}

/* "By week: 2 of 30, 0 of 28, 1 of 12. The last week is not over." */
function course(weeks) {
  if (weeks.length === 0) return '';
  return `By week: ${weeks.map(({ n, of }) => `${n} of ${of}`).join(', ')}. The last week is not over.`;
}

function share({ n, of }) {
  return of > 0 ? n / of : 0;
}
