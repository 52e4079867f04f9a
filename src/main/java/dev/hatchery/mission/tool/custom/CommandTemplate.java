package dev.hatchery.mission.tool.custom;

import dev.hatchery.mission.tool.Call;
import dev.hatchery.terminal.ScriptOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A configured command whose arguments have places to fill: {@code {objective} {scope} {output}}.
 * What is filled in stays within its argument: nothing is split, no shell is asked.
 */
final class CommandTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Set<String> PLACES = Set.of("objective", "scope", "output");

  private final List<String> arguments;

  /**
   * Checks a command.
   *
   * @throws IllegalArgumentException with a sentence when it can never work
   */
  CommandTemplate(List<String> command) {
    arguments = List.copyOf(command);
    require(!arguments.isEmpty(), "a tool's command must not be empty");
    require(
        places(arguments.getFirst()).isEmpty(),
        "a tool's program must not be taken from the objective");
    require(
        arguments.stream().noneMatch(argument -> argument.indexOf('\0') >= 0),
        "a tool's command must not contain NUL");
    require(
        IntStream.range(1, arguments.size()).noneMatch(this::isScriptOfStrangers),
        "a tool's command must not have {objective} within a script; give it an argument of its"
            + " own behind it, as in: sh -c 'echo \"$1\"' sh {objective}");
    var unknown =
        arguments.stream()
            .flatMap(argument -> places(argument).stream())
            .filter(place -> !PLACES.contains(place))
            .map(place -> "{" + place + "}")
            .collect(Collectors.joining(", "));
    require(unknown.isEmpty(), "a tool's command has places nobody fills: " + unknown);
  }

  /** The program, as it is configured. */
  String program() {
    return arguments.getFirst();
  }

  /** Whether the command writes its answer into a file. */
  boolean hasOutput() {
    return arguments.stream().anyMatch(argument -> places(argument).contains("output"));
  }

  /** The program and its arguments for one call. */
  List<String> argv(Call call, Path output) {
    var values =
        Map.of(
            "objective", plain(call.objective()),
            "scope", plain(Objects.requireNonNullElse(call.scope(), "")),
            "output", output.toString());
    return arguments.stream().map(argument -> fill(argument, values)).toList();
  }

  // One pass: an objective that says {output} stays words.
  private static String fill(String argument, Map<String, String> values) {
    var filled =
        PLACE
            .matcher(argument)
            .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    // An objective that begins with a dash would be taken for an option.
    var option = argument.startsWith("{") && !argument.startsWith("{output}");
    return option && filled.startsWith("-") ? " " + filled : filled;
  }

  private static String plain(String words) {
    return words.replaceAll("[\\p{Cc}&&[^\n\t]]", " ");
  }

  private boolean isScriptOfStrangers(int at) {
    return ScriptOption.is(arguments.get(at - 1))
        && places(arguments.get(at)).stream().anyMatch(place -> !place.equals("output"));
  }

  private static List<String> places(String argument) {
    return PLACE.matcher(argument).results().map(place -> place.group(1)).toList();
  }

  private static void require(boolean valid, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
