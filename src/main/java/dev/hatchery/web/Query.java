package dev.hatchery.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's address. */
final class Query {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private static final char REPLACED = '\uFFFD';

  private Query() {}

  /** One parameter, or nothing where there is none; the same one twice is refused. */
  static Optional<String> text(RoutingContext ctx, String name) {
    var values = ctx.queryParam(name);
    if (values.size() > 1) {
      throw Refusal.malformed("repeated_parameter", name, name + " may be given once.");
    }
    var value = values.stream().findFirst();
    value.ifPresent(text -> requireWhole(name, text));
    return value;
  }

  /** Bytes that are no UTF-8 arrive as the sign for "there was something else here". */
  private static void requireWhole(String name, String text) {
    if (text.indexOf(REPLACED) >= 0) {
      throw Refusal.malformed(
          "malformed_parameter", name, name + " must be UTF-8, percent-encoded.");
    }
  }

  /** A whole number from 0 to 18 digits; {@code absent} where there is none. */
  static long number(RoutingContext ctx, String name, long absent) {
    return text(ctx, name)
        .map(
            text -> {
              if (!NUMBER.matcher(text).matches()) {
                throw Refusal.malformed(
                    "invalid_" + name, name, name + " must be a whole number from 0.");
              }
              return Long.parseLong(text);
            })
        .orElse(absent);
  }

  /** One of these by its name on the wire, or null where there is none. */
  static <E extends Enum<E>> @Nullable E constant(RoutingContext ctx, String field, E[] constants) {
    var given = text(ctx, field);
    if (given.isEmpty()) {
      return null;
    }
    return Arrays.stream(constants)
        .filter(constant -> RunJson.name(constant).equals(given.get()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "invalid_" + field,
                    field,
                    field + " must be one of " + names(constants) + "."));
  }

  private static String names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(RunJson::name).collect(Collectors.joining(", "));
  }
}
