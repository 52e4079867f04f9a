package dev.hatchery.mission.tool.arithmetic;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers in English words: {@code twenty-one}, {@code two hundred}, {@code 2.4 million}. */
final class NumberWords {
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          entry("hundred", BigDecimal.valueOf(100)),
          entry("thousand", BigDecimal.valueOf(1_000)),
          entry("million", BigDecimal.valueOf(1_000_000)),
          entry("billion", BigDecimal.valueOf(1_000_000_000)));

  private static final Pattern IN_WORDS =
      Pattern.compile(
          "\\b(?:(%s)(?:[- ](%s))?|(%s))\\b"
              .formatted(
                  String.join("|", TENS),
                  String.join("|", SMALL.subList(1, 10)),
                  String.join("|", SMALL)));
  private static final Pattern SCALED =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?) (hundred|thousand|million|billion)\\b");

  private NumberWords() {}

  /** The same text with digits for its numbers. */
  static String digits(String text) {
    return SCALED
        .matcher(IN_WORDS.matcher(text).replaceAll(NumberWords::small))
        .replaceAll(NumberWords::scaled);
  }

  private static String small(MatchResult words) {
    if (words.group(1) == null) {
      return String.valueOf(SMALL.indexOf(words.group(3)));
    }
    var ones = words.group(2) == null ? 0 : SMALL.indexOf(words.group(2));
    return String.valueOf((TENS.indexOf(words.group(1)) + 2) * 10 + ones);
  }

  private static String scaled(MatchResult words) {
    var scale = SCALES.getOrDefault(words.group(2), BigDecimal.ONE);
    return new BigDecimal(words.group(1)).multiply(scale).stripTrailingZeros().toPlainString();
  }
}
