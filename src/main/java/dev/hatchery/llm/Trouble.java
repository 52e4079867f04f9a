package dev.hatchery.llm;

/** What can be wrong with a model, in the words that people read. */
public enum Trouble {
  SILENT("model_silent", "did not answer"),
  SLOW("model_slow", "took too long"),
  DOWN("model_down", "is down"),
  OVERLOADED("model_overloaded", "is overloaded"),
  /** The answer ended before the provider said that it was whole. */
  BROKEN_OFF("model_broken_off", "broke off in the middle"),
  /** The answer is as long as the provider lets it be, and not whole. */
  CUT_SHORT("model_unreadable", "sent something we could not read"),
  UNREADABLE("model_unreadable", "sent something we could not read"),
  /** The model does not want to write this. */
  REFUSED("model_refused", "refused to answer"),
  /** The server does not understand the request, or not all of it. */
  REJECTED("model_refused", "refused to answer"),
  /** Asking again cannot help until somebody changes the settings. */
  MISCONFIGURED("model_misconfigured", "is not set up right"),
  /** There is no such model, or nothing at that address. */
  UNKNOWN("model_misconfigured", "is not set up right");

  private final String code;
  private final String words;

  Trouble(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }

  /** What follows "The model". */
  public String words() {
    return words;
  }

  /** Whether it says that the provider is ill, and not our question. */
  boolean illness() {
    return switch (this) {
      case SILENT, SLOW, DOWN, OVERLOADED, BROKEN_OFF -> true;
      case CUT_SHORT, UNREADABLE, REFUSED, REJECTED, MISCONFIGURED, UNKNOWN -> false;
    };
  }
}
