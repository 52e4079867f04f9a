package dev.hatchery.journey;

import static org.awaitility.Awaitility.await;

import dev.hatchery.support.FreePorts;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three processes over one PostgreSQL, which are killed, put to sleep and stopped, and come back.
 * Each has its data below a folder of its own name, and is known to the database by that name.
 */
public final class Cluster implements AutoCloseable {
  static final List<String> NODES = List.of("ada", "bea", "cleo");

  /** Three of them share a small machine, and nobody is refused for being one of many. */
  private static final Map<String, String> USUAL =
      Map.of(
          "JDK_JAVA_OPTIONS", "-Xmx256m -XX:+UseSerialGC",
          "HATCHERY_CLUSTER_GRACE", "5s",
          "HATCHERY_QUEUE_CAPACITY", "10000",
          "HATCHERY_QUEUE_PER_USER", "10000",
          "HATCHERY_QUEUE_ACTIVE_PER_USER", "100");

  private static final int BUS_ABOVE = 100;
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Map<String, Revived> nodes = new LinkedHashMap<>();
  private final List<Nap> naps = new CopyOnWriteArrayList<>();
  private final Books books;

  /**
   * Starts all three on an empty database.
   *
   * @param folder has a folder for each
   * @param settings environment variables of each, by its name and the address of its database
   * @param flags further words of their command line
   */
  public Cluster(
      Path folder,
      Postgres postgres,
      BiFunction<String, URI, Map<String, String>> settings,
      String... flags) {
    var database = postgres.database();
    books = new Books(database);
    // Each finds the others by one port, and has one above it for messages.
    var ports = FreePorts.some(NODES.size(), BUS_ABOVE);
    var join = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    var starting = new LinkedHashMap<String, CompletableFuture<Revived>>();
    for (var n = 0; n < NODES.size(); n++) {
      var name = NODES.get(n);
      postgres.execute(
          "CREATE ROLE %1$s LOGIN PASSWORD '%1$s' IN ROLE hatchery; ALTER ROLE %1$s SET role = 'hatchery'"
              .formatted(name));
      var address = as(name, database);
      var own = new HashMap<>(USUAL);
      own.put("HATCHERY_DATABASE", address.toString());
      own.put("HATCHERY_CLUSTER_JOIN", join);
      own.putAll(settings.apply(name, address));
      var words = new ArrayList<>(List.of("--cluster", "--node", name));
      words.addAll(List.of("--cluster-port", "" + ports.get(n)));
      words.addAll(List.of(flags));
      var data = folder.resolve(name).resolve("data");
      starting.put(
          name,
          CompletableFuture.supplyAsync(
              () -> new Revived(() -> Server.start(data, own, words.toArray(String[]::new)))));
    }
    try {
      starting.forEach((name, node) -> nodes.put(name, node.join()));
    } catch (CompletionException e) {
      for (var node : starting.values()) {
        node.thenAccept(Revived::close).exceptionally(failure -> null).join();
      }
      throw e;
    }
  }

  private static URI as(String user, URI database) {
    return URI.create(
        "postgresql://%1$s:%1$s@%2$s:%3$d%4$s"
            .formatted(user, database.getHost(), database.getPort(), database.getPath()));
  }

  Books books() {
    return books;
  }

  Revived node(String name) {
    return Objects.requireNonNull(nodes.get(name));
  }

  /** The servers of all nodes, in the order of their names. */
  public List<Server> servers() {
    return nodes.values().stream().map(Revived::current).toList();
  }

  /** One by chance, whether or not it lives. */
  Server any(Random random) {
    return node(NODES.get(random.nextInt(NODES.size()))).current();
  }

  /** The names of all but one. */
  static Stream<String> others(String name) {
    return NODES.stream().filter(other -> !other.equals(name));
  }

  /** Puts a node to sleep until its lease ran out and others hold what it held, and wakes it. */
  void nap(String name) {
    var from = System.nanoTime();
    node(name).sleep();
    await()
        .atMost(SOON)
        .until(
            () ->
                System.nanoTime() - from > LEASE.plusSeconds(1).toNanos()
                    && books.heldBy(name).isEmpty());
    var to = System.nanoTime();
    naps.add(new Nap(name, from, to));
    node(name).wake();
  }

  /** All of them, once they are over. */
  List<Nap> naps() {
    return List.copyOf(naps);
  }

  @Override
  public void close() {
    var closing =
        nodes.values().stream().map(node -> CompletableFuture.runAsync(node::close)).toList();
    closing.forEach(CompletableFuture::join);
  }
}
