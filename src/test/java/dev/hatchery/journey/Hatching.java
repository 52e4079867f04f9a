package dev.hatchery.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Somebody who orders a companion from any node of a cluster until one accepts, and watches it. */
final class Hatching {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int CREATED = 201;

  /** It was ordered before, by an answer that did not arrive. */
  private static final int ORDERED = 200;

  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 500;

  private final Cluster cluster;
  private final String words;
  private final Random random;
  private final Wanderer wanderer;

  /** A hatching that is known by this number wherever it is spoken of. */
  Hatching(Cluster cluster, int number) {
    this.cluster = cluster;
    this.words = "Companion number " + number;
    this.random = new Random(number);
    this.wanderer = new Wanderer(this::anybody, random);
  }

  /** All that was seen of it, from its acceptance to its ending. */
  List<Told> watched() {
    return wanderer.watch(ordered());
  }

  /** All that was seen until now. */
  List<Told> told() {
    return wanderer.told();
  }

  /** Its run. Who asks again by the same key after no answer has ordered once. */
  private String ordered() {
    var body = JSON.valueToTree(Map.of("kind", "hatch", "description", words)).toString();
    while (true) {
      try {
        var answer = anybody().send("POST", "/api/runs", body, "Idempotency-Key", words);
        if (answer.statusCode() == CREATED || answer.statusCode() == ORDERED) {
          return JSON.readTree(answer.body()).path("id").asText();
        }
        if (answer.statusCode() < UNAVAILABLE && answer.statusCode() != TOO_MANY) {
          throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
      } catch (UncheckedIOException cut) {
        // Its node is gone, and may have heard of the order or not.
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Some node, whether or not it lives. */
  Client anybody() {
    return new Client(cluster.any(random));
  }
}
