/* Money as people read it. US dollars in, words out. */

const CENT = 0.01;
const SMALLEST = 0.000_001; // what the server counts in

/** 5.23 → "$5.23", 0.0042 → "$0.0042": never less than whole cents, never more than it takes. */
export function usd(dollars) {
  if (dollars > 0 && dollars < SMALLEST) return `under ${usd(SMALLEST)}`;
  if (dollars <= 0 || dollars >= CENT) return `$${grouped(dollars.toFixed(2))}`;
  return `$${dollars.toFixed(6).replace(/0+$/, '')}`;
}

function grouped(figure) {
  return figure.replace(/\B(?=(\d{3})+\.)/g, ',');
}
