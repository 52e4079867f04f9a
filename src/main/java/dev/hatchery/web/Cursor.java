package dev.hatchery.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Where a client stopped reading: the id of the last event it saw. */
final class Cursor {
  private static final String HEADER = "Last-Event-ID";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int DIGITS_SAFE = 18;

  private Cursor() {}

  /**
   * The cursor of a request: its header wins, since that is what a reconnecting browser keeps up to
   * date; its address still has the one of its first connection.
   *
   * @throws Refusal when it is no number
   */
  static OptionalLong of(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getHeader(HEADER))
        .or(() -> Query.text(ctx, "last_event_id"))
        .or(() -> Query.text(ctx, "lastEventId"))
        .map(text -> of("last_event_id", Optional.of(text)))
        .orElse(OptionalLong.empty());
  }

  /**
   * A cursor that came in this field, or none.
   *
   * @throws Refusal when it is no number
   */
  static OptionalLong of(String field, Optional<String> given) {
    return given.isEmpty() ? OptionalLong.empty() : OptionalLong.of(parse(field, given.get()));
  }

  private static long parse(String field, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw Refusal.malformed(
          "invalid_cursor", field, "The id of the last event must be a number from 0.");
    }
    var digits = text.replaceFirst("^0+(?=.)", "");
    // No journal grows so long; whatever its digits, it lies ahead of ours.
    return digits.length() > DIGITS_SAFE ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
