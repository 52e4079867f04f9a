package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;

/**
 * One acceptance criterion of a story.
 *
 * @param text empty where nobody said it
 * @param index by which number it was reported as met, -1 when by none
 */
record Criterion(String text, boolean met, int index) {
  static final int NO_INDEX = -1;

  /** One that is not met. */
  static Criterion open(String text) {
    return new Criterion(text, false, NO_INDEX);
  }

  /** As a server tells it. */
  static Criterion of(Facts criterion) {
    return new Criterion(
        criterion.text("text"), Mark.of(criterion.text("status")) == Mark.MET, NO_INDEX);
  }
}
