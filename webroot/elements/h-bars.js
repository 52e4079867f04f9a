import { bar, chart, label, line } from './chart.js';

const WIDTH = 240;
const BASE = 90;
const TOP = 10;
const GAP = 6;
const LEAST = 1.5; // so that one of many is seen

/**
 * Shares week by week; what is made of few, and the week that is not over, is hatched.
 *
 * Usage: bars.show(panel.bars), as in models/stand-in-panels.js.
 */
class Bars extends HTMLElement {
  show({ bars, max, ends, sentence }) {
    const step = WIDTH / Math.max(1, bars.length);
    this.replaceChildren(
      chart(
        { width: WIDTH, height: 112, sentence },
        line('axis', `M0 ${BASE}H${WIDTH}M0 ${TOP}H${WIDTH}`),
        label(WIDTH, TOP - 4, `${max} %`, { anchor: 'end' }),
        ...bars
          .map((week, i) => ({ ...week, x: i * step + GAP / 2, width: step - GAP }))
          .filter(({ share }) => share > 0)
          .map((week) => bar({ ...week, base: BASE, height: heightOf(week.share, max) })),
        label(3, 107, ends[0]),
        label(WIDTH - 3, 107, ends[1], { anchor: 'end' }),
      ),
    );
  }
}

function heightOf(share, max) {
  return Math.max(LEAST, ((share * 100) / max) * (BASE - TOP));
}

customElements.define('h-bars', Bars);
