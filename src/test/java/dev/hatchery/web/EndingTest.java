package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.bus.Bus;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Streaming;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class EndingTest {
  private static final Run RUN =
      FakeRun.queued(1, Owner.LOCAL, new Order.Hatch("a dragon", 1), null, 1, null);
  private static final Filter ITS = Filter.of(RUN.owner(), RUN.id());

  /** What the feed was asked for; who watches begins with that. */
  private final List<Filter> followed = new CopyOnWriteArrayList<>();

  private Vertx vertx;
  private Feed feed;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    var bus = Bus.open(vertx);
    await(bus.answer(Addresses.FOLLOW, this::follow));
    feed = new Feed(vertx, bus, new Metrics());
  }

  private Streaming.Followed follow(Streaming.Follow asked) {
    followed.add(asked.read().filter());
    return new Streaming.Followed(List.of(), 0, 0);
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void whoWaitsIsFed() {
    Ending.of(feed, RUN).reached();
    assertThat(followedBeforeEverything()).containsExactly(ITS);
  }

  @Test
  void whoLeftBeforeTheyWaitedIsNotFed() {
    var ending = Ending.of(feed, RUN);
    ending.leave();
    assertThat(ending.reached().failed()).isTrue();
    assertThat(followedBeforeEverything()).isEmpty();
  }

  /** Questions are answered in their order, so that of those before none is still to come. */
  private List<Filter> followedBeforeEverything() {
    await(feed.follow(new Journal.Read(0, Filter.EVERYTHING, 1)));
    assertThat(followed).last().isEqualTo(Filter.EVERYTHING);
    return followed.subList(0, followed.size() - 1);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
