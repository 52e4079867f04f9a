package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.Call;
import java.util.regex.Pattern;

/** What to type into a search engine for an objective. */
final class SearchWords {
  private static final int LONGEST = 300;
  private static final Pattern ASKING =
      Pattern.compile(
          "^(?:please\\s+|can you\\s+|could you\\s+)*"
              + "(?:(?:search|look)(?: the (?:web|internet))?(?: for| up)?|find(?: out| me)?|google"
              + "|research|show me)\\s+(?:information (?:about|on)\\s+|pages about\\s+)?",
          Pattern.CASE_INSENSITIVE);

  private SearchWords() {}

  /** The objective without its asking, and its scope; one line of at most 300 characters. */
  static String of(Call call) {
    var asked = call.objective().strip();
    var topic = ASKING.matcher(asked).replaceFirst("").replaceFirst("[.!?]+$", "");
    var words =
        (topic.isBlank() ? asked : topic) + (call.scope() == null ? "" : " " + call.scope());
    return Shortened.to(LONGEST, words.replaceAll("\\s+", " ").strip());
  }
}
