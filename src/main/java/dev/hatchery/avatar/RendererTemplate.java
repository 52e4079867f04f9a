package dev.hatchery.avatar;

import dev.hatchery.terminal.ScriptOption;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A configured command whose arguments have places to fill: {@code {prompt} {output} {steps} {seed}
 * {width} {height} {previews}}, and {@code {java} {classpath}} for programs of our own. What is
 * filled in stays within its argument: nothing is split, no shell is asked.
 */
public final class RendererTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  private static final Set<String> PLACES =
      Set.of("prompt", "output", "steps", "seed", "width", "height", "previews");

  private final List<String> arguments;
  private final Map<String, String> constants;

  private RendererTemplate(List<String> arguments, Map<String, String> constants) {
    this.arguments = List.copyOf(arguments);
    this.constants = Map.copyOf(constants);
  }

  /**
   * Checks a command.
   *
   * @param constants further places and what fills them for every picture
   * @throws IllegalArgumentException with a sentence when it can never work
   */
  public static RendererTemplate of(List<String> command, Map<String, String> constants) {
    RendererTemplate template = new RendererTemplate(command, withOurs(constants));
    template.check();
    return template;
  }

  /** The program and its arguments for one picture. */
  public List<String> argv(Map<String, String> values) {
    return arguments.stream().map(argument -> fill(argument, values)).toList();
  }

  /** The program, as it is configured. */
  String program() {
    return fill(arguments.getFirst(), Map.of());
  }

  private boolean isScriptOfStrangers(int at) {
    return ScriptOption.is(arguments.get(at - 1)) && arguments.get(at).contains("{prompt}");
  }

  private static Map<String, String> withOurs(Map<String, String> constants) {
    Map<String, String> all = new HashMap<>(constants);
    all.put("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The child runs in a directory of its own, where a relative entry would mean something else.
    all.put(
        "classpath",
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    return all;
  }

  private void check() {
    Set<String> named = new TreeSet<>();
    arguments.forEach(a -> PLACE.matcher(a).results().forEach(place -> named.add(place.group(1))));
    require(!arguments.isEmpty(), "a renderer's command must not be empty");
    require(
        !arguments.getFirst().contains("{prompt}"),
        "a renderer's program must not be taken from the prompt");
    require(
        IntStream.range(1, arguments.size()).noneMatch(this::isScriptOfStrangers),
        "a renderer's command must not have {prompt} within a script; give it an argument of its"
            + " own behind it, as in: sh -c 'paint \"$1\"' sh {prompt}");
    require(named.contains("output"), "a renderer's command must say where {output} goes");
    named.removeAll(PLACES);
    named.removeAll(constants.keySet());
    require(
        named.isEmpty(),
        "a renderer's command has places nobody fills: "
            + named.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", ")));
    require(
        arguments.stream().noneMatch(argument -> argument.indexOf('\0') >= 0),
        "a renderer's command must not contain NUL");
  }

  private static void require(boolean valid, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(sentence);
    }
  }

  // One pass: a prompt that says {output} stays words.
  private String fill(String argument, Map<String, String> values) {
    String filled = PLACE.matcher(argument).replaceAll(place -> quoted(place.group(1), values));
    boolean option = argument.startsWith("{prompt}") && filled.startsWith("-");
    return option ? " " + filled : filled;
  }

  private String quoted(String place, Map<String, String> values) {
    String value = values.containsKey(place) ? values.get(place) : constants.get(place);
    return Matcher.quoteReplacement(Objects.requireNonNull(value, place));
  }
}
