package dev.hatchery.mission.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a message apart into the steps that it lists or strings together. */
final class Steps {
  private static final Pattern LISTED =
      Pattern.compile("^\\s*(?:\\d{1,2}[.)]|[-*•])\\s+(.+?)\\s*$");

  /** Words that begin an order; only before them does an "and" part two steps. */
  private static final String ORDER =
      "(?:find|search|look|google|research|read|fetch|open|extract|get|calculate|compute|work|add|"
          + "multiply|divide|write|draft|compose|summari[sz]e|translate|explain|describe|list|"
          + "compare|tell|make)";

  private static final Pattern STRUNG =
      Pattern.compile(
          "(?:[,;.]?\\s+(?:and\\s+)?(?:then|after that|afterwards|finally|next)[,:]?\\s+"
              + "|[,;]?\\s+and\\s+(?=%s\\b)".formatted(ORDER)
              + "|[.!?;]\\s+(?=%s\\b))".formatted(ORDER),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FIRST =
      Pattern.compile("^(?:(?:first(?:ly)?|to begin with)[,:]?)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDERED =
      Pattern.compile(
          "^(?:please\\s+)?%s\\b.*".formatted(ORDER), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Steps() {}

  /** Its steps in order; one where it is but one. */
  static List<String> of(String message) {
    var listed = listed(message);
    return listed.size() > 1
        ? List.copyOf(listed)
        : strung(FIRST.matcher(message).replaceFirst(""));
  }

  /** Lines before the list, such as "Please do this:", are no steps. */
  private static List<String> listed(String message) {
    var steps = new ArrayList<String>();
    for (var line : message.lines().toList()) {
      var item = LISTED.matcher(line);
      if (item.matches()) {
        steps.add(item.group(1));
      }
    }
    return steps;
  }

  private static List<String> strung(String message) {
    var steps = new ArrayList<String>();
    var between = STRUNG.matcher(message);
    var start = 0;
    while (between.find()) {
      if (!quoted(message, between.start())) {
        steps.add(message.substring(start, between.start()).strip());
        start = between.end();
      }
    }
    steps.add(message.substring(start).strip());
    // What only looks like a string of orders ("salt, then pepper") is one step as it stands.
    return steps.stream().allMatch(step -> ORDERED.matcher(step).matches())
        ? steps
        : List.of(message.strip());
  }

  private static boolean quoted(String message, int at) {
    return message.substring(0, at).chars().filter(sign -> sign == '"').count() % 2 == 1;
  }
}
