package dev.hatchery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node whose database answers when the test says so. */
class TenureTest {
  private static final Duration APART = Duration.ofSeconds(2);
  private static final Leasing.Renew RENEWAL =
      new Leasing.Renew("a", "1", "http://a", false, Leasing.Load.NONE, 0);

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Lease lease = Lease.among(System::nanoTime);
  private final Tenure tenure =
      new Tenure(vertx, bus, Identity.among("a", "1"), lease, () -> RENEWAL, new Metrics());
  private final Promise<Leasing.Renewed> firstRenewal = Promise.promise();
  private final Promise<Leasing.Entered> entrance = Promise.promise();
  private final Queue<Long> renewedAt = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    soon(bus.answerLater(Addresses.RENEW, this::renew));
    soon(bus.answerLater(Addresses.ENTER, asked -> entrance.future()));
    soon(bus.answer(Addresses.RELEASE_RUNS, asked -> new Storage.Saved()));
    soon(bus.answer(Addresses.RECALL_NODES, asked -> new Leasing.Nodes(List.of())));
  }

  @AfterEach
  void close() {
    soon(vertx.close());
  }

  @Test
  void whoComesBackRenewsInOneRowWhateverWasUnderWayBefore() {
    // A little of the first lease is left.
    lease.begin(lease.now() - Lease.TRUSTED.minusMillis(200).toNanos());
    vertx.runOnContext(
        on -> {
          tenure.begin();
          tenure.tell();
        });
    await().until(() -> renewedAt.size() == 1 && !lease.valid());
    firstRenewal.fail(new ProblemException(new Problem.Unavailable("away", "It is away.")));
    renewedAt.clear();

    var back = System.nanoTime();
    entrance.complete(new Leasing.Entered(null));
    await().until(() -> !renewedAt.isEmpty());

    assertThat(Duration.ofNanos(renewedAt.element() - back)).isGreaterThanOrEqualTo(APART);
  }

  private Future<Leasing.Renewed> renew(Leasing.Renew asked) {
    renewedAt.add(System.nanoTime());
    return firstRenewal.future().isComplete()
        ? Future.succeededFuture(new Leasing.Renewed(true, List.of()))
        : firstRenewal.future();
  }

  private static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
