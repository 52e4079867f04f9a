package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which events a request is about: its {@code run}, {@code kind}, {@code type} and owner. */
final class FilterQuery {
  private static final int TYPES_MOST = 50;
  private static final int REPLAY_USUAL = 100;
  private static final int REPLAY_MOST = 1000;

  private FilterQuery() {}

  /**
   * The filter of a request, always within what the caller may see.
   *
   * @throws Refusal when a part of it can name nothing
   */
  static Filter of(RoutingContext ctx) {
    var caller = Caller.of(ctx);
    Query.text(ctx, "owner")
        .filter(owner -> !owner.equals(caller.name()))
        .ifPresent(
            stranger -> {
              throw new ProblemException(new Problem.NotFound("There is no such owner."));
            });
    return new Filter(
        caller,
        Query.text(ctx, "run").map(FilterQuery::run).orElse(null),
        Query.constant(ctx, "kind", RunKind.values()),
        types(Query.text(ctx, "type")));
  }

  private static RunRef run(String text) {
    try {
      return new RunRef(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(
          "invalid_run", "run", "run must be an id, a number or a name of up to 200 characters.");
    }
  }

  private static Set<String> types(Optional<String> given) {
    if (given.isEmpty()) {
      return Set.of();
    }
    var types = Set.copyOf(Arrays.asList(given.get().split(",", -1)));
    if (types.size() > TYPES_MOST || !types.stream().allMatch(EventType::wellFormed)) {
      throw Refusal.malformed(
          "invalid_type", "type", "type must be up to 50 types of events, separated by commas.");
    }
    return types;
  }

  /** How many of the newest events somebody begins with. */
  static int replay(RoutingContext ctx) {
    var replay = Query.number(ctx, "replay", REPLAY_USUAL);
    if (replay > REPLAY_MOST) {
      throw Refusal.malformed("invalid_replay", "replay", "replay must be 0 to 1,000.");
    }
    return (int) replay;
  }
}
