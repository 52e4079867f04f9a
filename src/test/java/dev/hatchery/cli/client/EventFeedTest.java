package dev.hatchery.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.cli.FakeHatchery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventFeedTest {
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          Duration.ofMillis(300));

  private final FakeHatchery server = new FakeHatchery();
  private final Client client = new Client(server::address, "");

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aCutStreamGoesOnAfterTheLastEventAndNoneComesTwice() throws Exception {
    server.streams.add(tick(1) + tick(2) + "id: 3\nevent: llm_progress\ndata: {torn");
    server.streams.add(tick(2) + tick(3));
    server.streams.add(FakeHatchery.complete(4));
    assertThat(ids(follow(SHORT))).containsExactly("1", "2", "3", "4");
    assertThat(server.cursors).containsExactly("", "2", "3");
  }

  @Test
  void aCutIsToldAndItsEndToo() throws Exception {
    server.streams.add(tick(1));
    server.streams.add(FakeHatchery.complete(2));
    assertThat(follow(SHORT))
        .extracting(signal -> signal.getClass().getSimpleName())
        .containsExactly("Arrived", "Cut", "Restored", "Arrived");
  }

  @Test
  void whoIsToldWhenToComeBackDoesNotComeBefore() throws Exception {
    var patient =
        new Patience(
            Duration.ofMillis(1),
            Duration.ofSeconds(9),
            Duration.ofSeconds(9),
            Duration.ofHours(1));
    server.streams.add(tick(1) + "retry: 600\n\n");
    server.streams.add(FakeHatchery.complete(2));
    try (var feed = new EventFeed(client, Source.run(FakeHatchery.RUN), patient)) {
      assertThat(next(feed)).isInstanceOf(Signal.Arrived.class);
      assertThat(next(feed)).isInstanceOf(Signal.Cut.class);
      var cut = System.nanoTime();
      assertThat(next(feed)).isInstanceOf(Signal.Restored.class);
      assertThat(Duration.ofNanos(System.nanoTime() - cut)).isGreaterThan(Duration.ofMillis(500));
    }
  }

  @Test
  void aSilentConnectionIsCut() throws Exception {
    server.send(tick(1));
    var silent =
        new Patience(
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(9));
    try (var feed = new EventFeed(client, Source.run(FakeHatchery.RUN), silent)) {
      assertThat(next(feed)).isInstanceOf(Signal.Arrived.class);
      server.streams.add(FakeHatchery.complete(2));
      assertThat(next(feed)).isInstanceOf(Signal.Cut.class);
    }
  }

  @Test
  void whoWaitsIsWoken() throws Exception {
    try (var feed = new EventFeed(client, Source.run(FakeHatchery.RUN), SHORT)) {
      feed.wake();
      assertThat(feed.next(Duration.ofMinutes(10))).isNull();
      server.send(tick(1));
      assertThat(next(feed)).isInstanceOf(Signal.Arrived.class);
    }
  }

  @Test
  void withoutServerItGivesUpAfterAWhile() throws Exception {
    server.send(tick(1));
    try (var feed = new EventFeed(client, Source.run(FakeHatchery.RUN), SHORT)) {
      assertThat(next(feed)).isInstanceOf(Signal.Arrived.class);
      server.close();
      assertThat(next(feed)).isInstanceOf(Signal.Cut.class);
      assertThat(next(feed)).isInstanceOf(Signal.GaveUp.class);
    }
  }

  @Test
  void whatShouldNeverHappenToItIsToldToWhoeverFollows() throws Exception {
    var bug = new IllegalStateException("no address");
    try (var lost =
            new Client(
                () -> {
                  throw bug;
                },
                "");
        var feed = new EventFeed(lost, Source.run(FakeHatchery.RUN), SHORT)) {
      assertThat(next(feed)).isEqualTo(new Signal.Broke(bug));
    }
  }

  @Test
  void aRunThatDoesNotExistIsRefused() throws Exception {
    try (var feed = new EventFeed(client, Source.run("other"), SHORT)) {
      assertThat(next(feed))
          .isInstanceOfSatisfying(
              Signal.Refused.class, refused -> assertThat(refused.refusal().notFound()).isTrue());
    }
  }

  @Test
  void afterAGapTheNumbersCountFromWhereItEnds() throws Exception {
    server.streams.add(
        tick(900)
            + "event: gap\ndata: {\"from\":900,\"to\":50}\n\n"
            + tick(50)
            + FakeHatchery.complete(51));
    assertThat(ids(follow(SHORT))).containsExactly("900", "51");
  }

  private List<Signal> follow(Patience patience) throws Exception {
    var all = new ArrayList<Signal>();
    try (var feed = new EventFeed(client, Source.run(FakeHatchery.RUN), patience)) {
      do {
        all.add(next(feed));
      } while (!(all.get(all.size() - 1) instanceof Signal.Arrived last)
          || !last.event().type().equals("complete"));
    }
    return all;
  }

  private static Signal next(EventFeed feed) throws Exception {
    while (true) {
      var signal = feed.next(Duration.ofMillis(20));
      if (signal != null) {
        return signal;
      }
    }
  }

  private static List<String> ids(List<Signal> signals) {
    var ids = new ArrayList<String>();
    for (var signal : signals) {
      if (signal instanceof Signal.Arrived arrived && arrived.event().id() != null) {
        ids.add(arrived.event().id());
      }
    }
    return ids;
  }

  private static String tick(long id) {
    return FakeHatchery.frame(id, "llm_progress", "{\"progress\":1}");
  }
}
