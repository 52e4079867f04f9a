package dev.hatchery.cli.client;

/**
 * Where events are read.
 *
 * @param path of the stream, with its query
 * @param after the id after which they begin, or 0 from where the server begins
 * @param ends whether it is over with the ending of a run
 */
public record Source(String path, long after, boolean ends) {
  /** All events of one run, named by its id, its owner's name for it or its number. */
  public static Source run(String ref) throws Refusal {
    return new Source("/api/runs/" + Reference.encoded(ref) + "/events", 0, true);
  }

  /**
   * The events of all runs.
   *
   * @param after the id after which they begin, or 0 for those to come
   * @param replay how many older ones come first where {@code after} is 0
   */
  public static Source all(long after, int replay) {
    return new Source("/stream/progress?replay=" + replay, after, false);
  }
}
