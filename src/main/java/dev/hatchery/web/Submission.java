package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.SUBMIT;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asking for a hatching so that it is created at most once. */
final class Submission {
  /** What the body of an order may have. */
  static final Set<String> KEYS = Set.of("kind", "description");

  /** How long after its ending a hatching is still meant by the same words. */
  private static final Duration JUST_ENDED = Duration.ofSeconds(60);

  /** A key that a client made up means the same run for good. */
  private static final Duration FOR_GOOD = Duration.ofDays(36_500);

  private final Bus bus;
  private final SecureRandom random = new SecureRandom();

  Submission(Bus bus) {
    this.bus = bus;
  }

  /**
   * The run that a body orders.
   *
   * @param body with {@link #KEYS}
   * @param idempotencyKey the same one with the same words gives the same run
   */
  Future<Running.Submitted> ordered(Owner owner, Body body, Optional<String> idempotencyKey) {
    requireHatch(body.text("kind"));
    return alone(owner, body.text("description"), idempotencyKey);
  }

  /** A run of its own; the same {@code Idempotency-Key} with the same words gives the same one. */
  Future<Running.Submitted> alone(RoutingContext ctx, Optional<String> description) {
    return alone(Caller.changing(ctx), description, key(ctx));
  }

  /** The key that a request brings. */
  static Optional<String> key(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getHeader("Idempotency-Key"));
  }

  private Future<Running.Submitted> alone(
      Owner owner, Optional<String> description, Optional<String> idempotencyKey) {
    var words = Words.description(description);
    var key = Words.key("idempotency_key", idempotencyKey);
    // The order must be the same when it comes again, so its seed follows from the key.
    var seed = key.map(text -> seed(digest(text, words))).orElseGet(random::nextLong);
    return submit(owner, words, seed, null, Duration.ZERO, key.orElse(null));
  }

  /** The run that these words and this key mean: an unfinished or just ended one, or a new one. */
  Future<Running.Submitted> joined(RoutingContext ctx, String words, Optional<String> key) {
    return submit(
        Caller.changing(ctx),
        words,
        random.nextLong(),
        meaning(words, key),
        key.isPresent() ? FOR_GOOD : JUST_ENDED,
        null);
  }

  /** What a run is called that is to be joined by these words and this key. */
  static String meaning(String words, Optional<String> key) {
    return HexFormat.of().formatHex(digest(key.orElse(""), Words.normalized(words)));
  }

  private Future<Running.Submitted> submit(
      Owner owner,
      String words,
      long seed,
      @Nullable String key,
      Duration joinWithin,
      @Nullable String idempotencyKey) {
    return bus.ask(
        SUBMIT,
        new Running.Submit(owner, new Order.Hatch(words, seed), key, joinWithin, idempotencyKey));
  }

  private static void requireHatch(Optional<String> kind) {
    kind.filter(given -> !given.equals(RunJson.name(RunKind.HATCH)))
        .ifPresent(
            other -> {
              throw Refusal.invalid(
                  "invalid_kind", "kind", "A run of kind \"hatch\" can be started.");
            });
  }

  private static long seed(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  /** Keys hold no line feed, so two different pairs never make the same text. */
  private static byte[] digest(String key, String words) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((key + "\n" + words).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
