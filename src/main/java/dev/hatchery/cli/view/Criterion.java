package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;

/** One acceptance criterion of a story. */
public record Criterion(String text, Mark mark) {
  /** As a server tells it. */
  static Criterion of(Facts criterion) {
    return new Criterion(criterion.text("text"), Mark.of(criterion.text("status")));
  }

  /** One of which only its place is known, 0, 1, 2 …. */
  static Criterion unnamed(int index) {
    return new Criterion("Criterion " + (index + 1), Mark.WAITING);
  }

  Criterion marked(Mark other) {
    return new Criterion(text, other);
  }
}
