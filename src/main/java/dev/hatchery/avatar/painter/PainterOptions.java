package dev.hatchery.avatar.painter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the painter is asked for on its command line, each option one {@code --name=value} argument.
 *
 * @param prompt the words the picture follows, 1 to 20,000 characters
 * @param output the PNG file to make; it must not exist
 * @param seed decides where the words are silent
 * @param steps in how many stages to paint, 1..80
 * @param size width and height in pixels, 64..2048
 * @param pace the shortest time that a stage takes
 * @param previews the folder for the steps' pictures, or null
 */
record PainterOptions(
    String prompt,
    Path output,
    long seed,
    int steps,
    int size,
    Duration pace,
    @Nullable Path previews) {
  private static final Set<String> NAMES =
      Set.of("prompt", "output", "seed", "steps", "width", "height", "pace", "previews");
  private static final int LONGEST_PROMPT = 20_000;

  /** An option that this painter does not know or cannot take; the message is a sentence. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1;

    Invalid(String message) {
      super(message);
    }
  }

  /** Reads the arguments. */
  static PainterOptions of(String... arguments) throws Invalid {
    Map<String, String> given = given(arguments);
    int width = number(given, "width", 768, 64, 2048);
    int height = number(given, "height", 768, 64, 2048);
    if (width != height) {
      throw new Invalid("The picture is square: --width and --height must be the same.");
    }
    return new PainterOptions(
        prompt(given),
        path(given, "output"),
        seed(given),
        number(given, "steps", 40, 1, 80),
        width,
        pace(given),
        given.containsKey("previews") ? path(given, "previews") : null);
  }

  private static Map<String, String> given(String... arguments) throws Invalid {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals > 2 && argument.startsWith("--") ? argument.substring(2, equals) : "";
      if (!NAMES.contains(name)) {
        throw new Invalid(
            "There is no option \"" + shown(argument) + "\"; options are --name=value.");
      }
      if (given.put(name, argument.substring(equals + 1)) != null) {
        throw new Invalid("--" + name + " is given twice.");
      }
    }
    return given;
  }

  private static String prompt(Map<String, String> given) throws Invalid {
    String prompt = given.getOrDefault("prompt", "").strip();
    if (prompt.isEmpty() || prompt.length() > LONGEST_PROMPT) {
      throw new Invalid("--prompt must have 1 to 20,000 characters.");
    }
    return prompt;
  }

  private static Path path(Map<String, String> given, String name) throws Invalid {
    String value = given.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new Invalid("--" + name + " must name a place in the file system.");
    }
    return parsed(name, value, Path::of);
  }

  private static long seed(Map<String, String> given) throws Invalid {
    return parsed("seed", given.getOrDefault("seed", "0"), Long::parseLong);
  }

  private static int number(Map<String, String> given, String name, int usual, int least, int most)
      throws Invalid {
    int value = parsed(name, given.getOrDefault(name, Integer.toString(usual)), Integer::parseInt);
    if (value < least || value > most) {
      throw new Invalid("--" + name + " must be " + least + " to " + most + ", was " + value + ".");
    }
    return value;
  }

  /** A pace as {@code 40ms}, {@code 1s} or {@code 0}. */
  private static Duration pace(Map<String, String> given) throws Invalid {
    String text = given.getOrDefault("pace", "40ms");
    Duration pace = parsed("pace", text, PainterOptions::duration);
    if (pace.isNegative() || pace.toSeconds() >= 60) {
      throw new Invalid("--pace must be 0 to 60 s, was " + shown(text) + ".");
    }
    return pace;
  }

  private static Duration duration(String text) {
    if (text.endsWith("ms")) {
      return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
    }
    return text.endsWith("s")
        ? Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)))
        : Duration.ofMillis(Long.parseLong(text));
  }

  private static <T> T parsed(String name, String text, Function<String, T> reader) throws Invalid {
    try {
      return reader.apply(text);
    } catch (NumberFormatException | InvalidPathException | ArithmeticException e) {
      throw new Invalid("--" + name + " cannot be \"" + shown(text) + "\".");
    }
  }

  /** What of a stranger's text may be printed: short, and nothing a terminal would obey. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(40, text.length()); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c < 127 ? c : '?');
    }
    return shown.toString();
  }
}
