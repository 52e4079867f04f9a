package dev.hatchery.protocol;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An objective with gaps such as {@code {topic}}, each of which may stand in it several times. */
public record Gaps(String template) {
  private static final Pattern GAP = Pattern.compile("\\{([a-z][a-z0-9_]{0,31})\\}");

  /** The names of the gaps, in order, each once. */
  public List<String> names() {
    return GAP.matcher(template).results().map(gap -> gap.group(1)).distinct().toList();
  }

  /** The objective with these words in its gaps; gaps in the words are but words. */
  public String filled(Map<String, String> words) {
    return GAP.matcher(template)
        .replaceAll(gap -> Matcher.quoteReplacement(words.getOrDefault(gap.group(1), gap.group())));
  }
}
