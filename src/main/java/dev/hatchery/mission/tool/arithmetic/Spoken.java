package dev.hatchery.mission.tool.arithmetic;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns of phrase for calculations, put as people write them on paper: {@code 17 % of 2,400}. */
final class Spoken {
  private static final String N = "(-?\\d+(?:\\.\\d+)?)";
  private static final String LIST = "(-?[\\d.]+(?:(?:\\s*,\\s*|\\s+)(?:and\\s+)?-?[\\d.]*\\d)+)";
  private static final Pattern COMMAS =
      Pattern.compile("(?<![\\d.]|[a-z]\\()\\d{1,3}(,\\d{3})+(?!\\d)");
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+(?:and\\s+)?");

  /** In order: each sees what those before it made. */
  private static final List<Phrase> PHRASES =
      List.of(
          phrase("[×·⋅∗]|\\*(?!\\*)", "*"),
          phrase("[÷∕]", "/"),
          phrase("[−–—]", "-"),
          phrase("²", " ^ 2"),
          phrase("³", " ^ 3"),
          phrase("√", "sqrt "),
          phrase("\\*\\*", "^"),
          phrase("[$€£¥]|\\b(?:dollars?|euros?|usd|eur)\\b", " "),
          phrase("\\b(?:percent|per cent)\\b", "%"),
          phrase("\\bplus\\b", "+"),
          phrase("\\bminus\\b", "-"),
          phrase("\\b(?:times|multiplied by)\\b|(?<=[\\d)]) ?x ?(?=[\\d(])", "*"),
          phrase("\\b(?:divided by|over)\\b", "/"),
          phrase("\\b(?:raised )?to the power of\\b|\\braised to\\b", "^"),
          phrase("\\bsquared\\b", "^ 2"),
          phrase("\\bcubed\\b", "^ 3"),
          phrase("\\b(?:the )?(?:square )?root of\\b", "sqrt "),
          phrase("\\bsqrt\\s+" + N, "sqrt($1)"),
          phrase("\\bhalf (?:of )?(?=[\\d(])", "0.5 * "),
          phrase("\\ba third of\\b", "1 / 3 *"),
          phrase("\\ba quarter of\\b", "0.25 *"),
          phrase("\\b(?:double|twice) (?=[\\d(])", "2 * "),
          phrase(
              "(?<![-+*/^%(] ?)\\b" + N + " ?([-+]) ?" + N + " ?%(?! ?[*\\do(])",
              "$1 * (1 $2 $3 %)"),
          phrase("\\b(?:increase|raise) " + N + " by " + N + " ?%", "$1 * (1 + $2 %)"),
          phrase("\\b(?:decrease|reduce|lower) " + N + " by " + N + " ?%", "$1 * (1 - $2 %)"),
          phrase(N + " ?% off (?:of )?" + N, "$2 * (1 - $1 %)"),
          phrase(N + " ?% (?:[a-z]+ )?(?:of|on) ", "$1 % * "),
          phrase("\\b(?:sum|total) of " + LIST, "sum($1)"),
          phrase("\\b(?:average|mean) of " + LIST, "average($1)"),
          phrase("\\b(?:largest|greatest|maximum|highest) of " + LIST, "max($1)"),
          phrase("\\b(?:smallest|least|minimum|lowest) of " + LIST, "min($1)"),
          phrase("\\bproduct of " + N + " and " + N, "$1 * $2"),
          phrase("\\bdifference (?:between|of) " + N + " and " + N, "$1 - $2"),
          phrase("\\badd " + N + " (?:and|to) " + N, "$1 + $2"),
          phrase("\\bsubtract " + N + " from " + N, "$2 - $1"),
          phrase("\\bmultiply " + N + " (?:by|and|with) " + N, "$1 * $2"),
          phrase("\\bdivide " + N + " by " + N, "$1 / $2"));

  private Spoken() {}

  /** The same words with their calculations on paper; what is none stays. */
  static String onPaper(String words) {
    var text = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    text = COMMAS.matcher(text).replaceAll(number -> number.group().replace(",", ""));
    text = NumberWords.digits(text);
    for (var phrase : PHRASES) {
      text = phrase.put(text);
    }
    return text;
  }

  private static Phrase phrase(String said, String written) {
    return new Phrase(Pattern.compile(said), written);
  }

  private record Phrase(Pattern said, String written) {
    String put(String text) {
      return said.matcher(text).replaceAll(this::put);
    }

    private String put(MatchResult found) {
      var put = written;
      for (int group = 1; group <= found.groupCount(); group++) {
        put = put.replace("$" + group, BETWEEN.matcher(found.group(group)).replaceAll(", "));
      }
      return put;
    }
  }
}
