package dev.hatchery.mission.tool.arithmetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The calculations that stand in a text, as expressions for the {@link Calculator}. */
public final class Calculations {
  /** How many characters of a text are looked at. */
  static final int LOOKED_AT = 2_000;

  private static final int TOKENS_MOST = 200;
  private static final Pattern TOKEN =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d|\\d+(?:\\.\\d+)?(?:e[-+]?\\d{1,3}\\b)?|[a-z]\\w*|\\S");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,60}(?:\\.\\d{1,60})?(?:e.*)?|pi");
  private static final Set<String> BEFORE_AN_OPERAND = Set.of("+", "-", "*", "/", "^", "(", ",");
  private static final Set<String> NOT_AT_THE_START = Set.of("+", "*", "/", "^", "%", ")", ",");

  private Calculations() {}

  /** Those in {@code words}, the longest first; none that is but a number. */
  public static List<String> in(String words) {
    var text = Spoken.onPaper(words.substring(0, Math.min(words.length(), LOOKED_AT)));
    return runs(TOKEN.matcher(text).results().map(found -> found.group()).toList()).stream()
        .map(Calculations::trimmed)
        .filter(Calculations::isMoreThanANumber)
        .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
        .map(Calculations::written)
        .toList();
  }

  /** Stretches of arithmetic without two operands side by side. */
  private static List<List<String>> runs(List<String> tokens) {
    var runs = new ArrayList<List<String>>();
    var run = new ArrayList<String>();
    for (var token : tokens) {
      if (!isArithmetic(token) || (startsAnOperand(token) && !run.isEmpty() && isOver(run))) {
        runs.add(List.copyOf(run));
        run.clear();
      }
      if (isArithmetic(token)) {
        run.add(token);
      }
    }
    runs.add(run);
    return runs.stream().filter(some -> some.size() <= TOKENS_MOST).toList();
  }

  private static boolean isArithmetic(String token) {
    return token.equals("%")
        || token.equals(")")
        || BEFORE_AN_OPERAND.contains(token)
        || startsAnOperand(token);
  }

  private static boolean startsAnOperand(String token) {
    return NUMBER.matcher(token).matches() || Calculator.FUNCTIONS.contains(token);
  }

  private static boolean isOver(List<String> run) {
    var last = run.getLast();
    return !BEFORE_AN_OPERAND.contains(last) && !Calculator.FUNCTIONS.contains(last);
  }

  private static List<String> trimmed(List<String> run) {
    int from = 0;
    int to = run.size();
    while (from < to && NOT_AT_THE_START.contains(run.get(from))) {
      from++;
    }
    while (to > from && !isOver(run.subList(from, to))) {
      to--;
    }
    return run.subList(from, to);
  }

  private static boolean isMoreThanANumber(List<String> run) {
    var numbers = run.stream().filter(token -> NUMBER.matcher(token).matches()).count();
    var functions = run.stream().filter(Calculator.FUNCTIONS::contains).count();
    return numbers + functions > 1;
  }

  private static String written(List<String> run) {
    return String.join(" ", run)
        .replace("( ", "(")
        .replace(" )", ")")
        .replace(" ,", ",")
        .replaceAll("([a-z]) \\(", "$1(")
        .replaceAll("\\^ - ([\\w.]+)(?!\\()", "^ (-$1)");
  }
}
