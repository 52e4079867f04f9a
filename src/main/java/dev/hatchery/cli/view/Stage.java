package dev.hatchery.cli.view;

/** Where a run stands, in the words of its display. */
public enum Stage {
  WAITING("Waiting for its turn"),
  WORKING("In work"),
  WRITING("Writing who it is"),
  PAINTING("Painting its picture"),
  SAVING("Saving"),
  SUCCEEDED("Done"),
  FAILED("Failed"),
  CANCELLED("Cancelled");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  /** Such as "Painting its picture". */
  public String words() {
    return words;
  }

  /** Whether nothing more will happen. */
  public boolean ended() {
    return compareTo(SUCCEEDED) >= 0;
  }

  /** Where a run is whose state a server gives in its own word. */
  static Stage of(String status) {
    return switch (status) {
      case "queued" -> WAITING;
      case "succeeded" -> SUCCEEDED;
      case "failed" -> FAILED;
      case "cancelled" -> CANCELLED;
      default -> WORKING;
    };
  }
}
