package dev.hatchery.cli;

/** Where a hatching stands, in the words of its display. */
enum Stage {
  WAITING("Waiting for its turn"),
  WRITING("Writing who it is"),
  PAINTING("Painting its picture"),
  SAVING("Saving"),
  HATCHED("Hatched"),
  FAILED("Failed"),
  CANCELLED("Cancelled");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether nothing more will happen. */
  boolean ended() {
    return compareTo(HATCHED) >= 0;
  }
}
