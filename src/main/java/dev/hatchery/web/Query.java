package dev.hatchery.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of a request's address. */
final class Query {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Query() {}

  /** One parameter, or nothing where there is none; the same one twice is refused. */
  static Optional<String> text(RoutingContext ctx, String name) {
    var values = ctx.queryParam(name);
    if (values.size() > 1) {
      throw Refusal.malformed("repeated_parameter", name, name + " may be given once.");
    }
    return values.stream().findFirst();
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
}
