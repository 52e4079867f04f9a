import { bar, chart, label, line } from './chart.js';

const WIDTH = 340;
const MIDDLE = WIDTH / 2;
const BASE = 100;
const TALLEST = 82;
const GAP = 3;
const LEAST = 1; // so that one of many is seen

/**
 * How far from the remaining times that were said the ends came: sooner on the left, later on the right.
 *
 * Usage: hist.show(panel.hist), as in models/eta-panels.js.
 */
class ErrorHist extends HTMLElement {
  show({ heights, few, ends, sentence }) {
    const step = WIDTH / heights.length;
    this.replaceChildren(
      chart(
        { width: WIDTH, height: 130, sentence },
        ...heights
          .map((height, i) => ({ height, x: i * step + GAP / 2, width: step - GAP, few }))
          .filter(({ height }) => height > 0)
          .map(drawBar),
        line('ground', `M0 ${BASE + 0.5}H${WIDTH}`),
        line('said', `M${MIDDLE} 8V106`),
        label(MIDDLE, 122, 'as said', { anchor: 'middle', strong: true }),
        label(0, 122, ends[0]),
        label(WIDTH, 122, ends[1], { anchor: 'end' }),
      ),
    );
  }
}

/* What came as it was said stands out. */
function drawBar(error) {
  const { x, width } = error;
  return bar({
    ...error,
    base: BASE,
    height: Math.max(LEAST, error.height * TALLEST),
    beside: Math.abs(x + width / 2 - MIDDLE) > width,
  });
}

customElements.define('h-error-hist', ErrorHist);
