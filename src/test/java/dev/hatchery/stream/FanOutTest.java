package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes on one journal, and a bus between them that keeps no promise. */
@SuppressWarnings("NullAway.Init")
class FanOutTest {
  private final List<Event> journal = new CopyOnWriteArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  /** Where events are told that others commit, too. */
  private final class Node {
    final Vertx vertx = Vertx.vertx();
    final Bus bus = Bus.open(vertx);
    final List<Long> fed = new CopyOnWriteArrayList<>();

    Node() {
      soon(bus.answer(Addresses.READ, FanOutTest.this::read));
      soon(
          bus.listen(
              Addresses.FED, told -> told.frames().forEach(frame -> fed.add(frame.event().id()))));
      soon(vertx.deployVerticle(new SseFanOutVerticle(bus, false)));
    }

    void hear(List<Event> events) {
      bus.announce(Addresses.COMMITTED, new Journal.Committed(events));
    }

    List<Long> after(long place) {
      var read = new Journal.Read(place, Filter.EVERYTHING, 1000);
      return soon(bus.ask(Addresses.FOLLOW, new Streaming.Follow(read))).frames().stream()
          .map(frame -> frame.event().id())
          .toList();
    }
  }

  @BeforeEach
  void open() {
    nodes.add(new Node());
    nodes.add(new Node());
  }

  @AfterEach
  void close() {
    nodes.forEach(node -> soon(node.vertx.close()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheBusLosesDoublesAndDisordersEachNodeTellsEveryEventOnceAndInOrder(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 20; round++) {
      var committed = commit(1 + random.nextInt(8));
      nodes.forEach(node -> unreliable(node, committed, random));
    }

    nodes.forEach(node -> await().until(() -> node.fed.size() >= journal.size()));
    nodes.forEach(node -> assertThat(node.fed).isEqualTo(ids(1, journal.size())));
  }

  @Test
  void theLossOfTheLastMessageIsNoticedWithoutAnother() {
    var node = nodes.getFirst();
    node.hear(commit(3));
    commit(2);

    await().atMost(Duration.ofSeconds(3)).until(() -> node.fed.equals(ids(1, 5)));
  }

  @Test
  void whatWasRemovedBeforeItWasHeardOfIsPassedOver() {
    var node = nodes.getFirst();
    commit(4);
    var last = commit(1);
    journal.subList(0, 4).clear();
    node.hear(last);

    await().until(() -> node.fed.equals(List.of(5L)));
    commit(1);
    await().until(() -> node.fed.equals(List.of(5L, 6L)));
  }

  @Test
  void whoeverChangesTheNodeGoesOnFromTheSamePlaceAlsoWhereThatIsNotHeardOfYet() {
    nodes.getFirst().hear(commit(5));
    await().until(() -> nodes.getFirst().fed.size() == 5);
    var before = nodes.getFirst().after(2);

    assertThat(nodes.getLast().after(2)).isEqualTo(before).isEqualTo(ids(3, 5));
    assertThat(nodes.getLast().after(5)).isEmpty();
  }

  private List<Event> commit(int count) {
    var last = journal.isEmpty() ? 0 : journal.getLast().id();
    var events = ids(last + 1, last + count).stream().map(id -> Events.tick(id, id)).toList();
    journal.addAll(events);
    return events;
  }

  private static void unreliable(Node node, List<Event> committed, Random random) {
    var messages = new ArrayList<List<Event>>();
    for (var event : committed) {
      var copies = random.nextInt(3);
      messages.addAll(Collections.nCopies(copies, List.of(event)));
    }
    Collections.shuffle(messages, random);
    messages.forEach(node::hear);
  }

  private Journal.Stretch read(Journal.Read read) {
    var head = journal.isEmpty() ? 0 : journal.getLast().id();
    var events =
        journal.stream().filter(event -> event.id() > read.after()).limit(read.limit()).toList();
    return new Journal.Stretch(events, head, 0);
  }

  private static List<Long> ids(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
