package dev.hatchery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Node;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on one PostgreSQL. */
final class ColleaguesTest {
  private static final Duration TAKEOVER_MOST = Duration.ofSeconds(10);

  /** Sooner than a lease is renewed by itself. */
  private static final Duration SOON = Duration.ofMillis(1500);

  /** Two seconds apart, so that a lease of six would be over without them. */
  private static final int RENEWALS = 4;

  @TempDir Path data;
  private final URI database = Postgres.shared().database();
  private final List<Colleague> all = new ArrayList<>();

  @AfterEach
  void dismiss() {
    all.forEach(Colleague::close);
    Postgres.shared().drop(database);
  }

  @Test
  void aRunOfANodeThatDiedIsGoneOnWithInTime() {
    var ada = node("a");
    var run = ada.submit().id();
    var before = ada.working(run).run();
    var bob = node("b");

    ada.cutOff();
    var since = Instant.now();
    var after = bob.working(run);

    assertThat(Duration.between(since, after.since())).isLessThan(TAKEOVER_MOST);
    assertThat(after.run().epoch()).isGreaterThan(before.epoch());
    assertThat(after.run().crashes()).isEqualTo(1);
    assertThat(after.run().node()).isEqualTo("b");
    assertThat(bob.takeovers()).isEqualTo(1);
  }

  @Test
  void whatIsHandedOverIsNoTakeoverAlsoWhenANodeHadDiedOverItBefore() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");
    ada.cutOff();
    bob.working(run);
    var carl = node("c");

    Colleague.soon(bob.bus.ask(Addresses.DRAIN, new Leasing.Drain(Duration.ofMillis(1))));
    var after = carl.working(run);

    assertThat(after.run().crashes()).isEqualTo(1);
    assertThat(carl.takeovers()).isZero();
    assertThat(bob.takeovers()).isEqualTo(1);
  }

  @Test
  void whoIsCutOffHasLetGoBeforeAnotherGoesOn() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");

    ada.cutOff();
    var after = bob.working(run);

    assertThat(ada.lost.get(run)).isBefore(after.since());
    assertThat(ada.lease.valid()).isFalse();
  }

  @Test
  void whoComesBackWorksAgainAndHasLostWhatAnotherTook() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");
    ada.cutOff();
    bob.working(run);

    ada.reconnect();
    await().until(ada.lease::valid);
    var next = ada.submit().id();

    assertThat(ada.working(next).run().node()).isEqualTo("a");
    assertThat(ada.begun).hasSize(2);
    assertThat(bob.lost).isEmpty();
  }

  /** Where the machine itself stands still a lease may lapse, and only then another follows. */
  @Test
  void whoRenewsIsNeverRobbed() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var inARow = new AtomicInteger();
    var lapses = new AtomicInteger();
    var robberies = new AtomicInteger();
    Colleague.soon(ada.bus.listen(Addresses.RENEWED, told -> inARow.incrementAndGet()));
    Colleague.soon(
        ada.bus.listen(
            Addresses.LEASES_LOST,
            told -> {
              inARow.set(0);
              (told.all() ? lapses : robberies).incrementAndGet();
            }));
    var bob = node("b");

    await().atMost(Duration.ofMinutes(1)).until(() -> inARow.get() >= RENEWALS);

    assertThat(robberies).hasValue(0);
    assertThat(bob.begun).hasSizeLessThanOrEqualTo(lapses.get());
  }

  @Test
  void whatOneHasNoRoomForAnotherTakes() {
    var ada = node("a");
    var first = ada.submit().id();
    ada.working(first);
    var bob = node("b");
    var second = ada.submit().id();

    assertThat(bob.working(second).run().node()).isEqualTo("b");
  }

  @Test
  void noRunIsWorkedOnTwiceHoweverManyWantIt() {
    var nodes = List.of(node("a"), node("b"), node("c"));
    var runs = new ArrayList<RunId>();
    for (var place = 0; place < 12; place++) {
      runs.add(nodes.get(place % 3).submit().id());
    }
    for (var run : runs) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> nodes.stream().anyMatch(node -> endIfBegun(node, run)));
    }

    assertThat(nodes.stream().flatMap(node -> node.begun.stream()).map(work -> work.run().id()))
        .containsExactlyInAnyOrderElementsOf(runs);
  }

  private static boolean endIfBegun(Colleague node, RunId run) {
    var begun = node.begun.stream().anyMatch(work -> work.run().id().equals(run));
    if (begun) {
      node.end(run, new Happening.Cancelled());
    }
    return begun;
  }

  @Test
  void aSecondProcessUnderALivingNameIsRefusedInWords() {
    node("a");

    assertThatThrownBy(() -> node("a"))
        .hasMessageContaining("a node named a lives already, at http://a");
  }

  @Test
  void aNodeThatWasKilledComesBackOnceItsLeaseIsOver() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    ada.cutOff();

    var again = node("a");

    assertThat(again.working(run).run().crashes()).isEqualTo(1);
  }

  @Test
  void whoWaitsIsToldHowTheLineMovesOverAllNodes() {
    var ada = node("a");
    var first = ada.submit().id();
    ada.working(first);
    var bob = node("b");
    var second = bob.submit().id();
    bob.working(second);
    var third = bob.submit().id();
    var fourth = ada.submit().id();
    await().until(() -> ahead(bob, fourth).equals(List.of(3)));

    ada.end(first, new Happening.Cancelled());
    ada.working(third);
    await().until(() -> ahead(bob, fourth).equals(List.of(3, 2)));
    bob.end(second, new Happening.Cancelled());
    bob.working(fourth);
    assertThat(ahead(ada, third)).containsExactly(2);
  }

  @Test
  void aRunIsCancelledFromEveryNode() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");
    bob.meet(ada);

    bob.ask(Addresses.CANCEL, new Running.Cancel(Colleague.ADA, RunRef.of(run)));

    await().until(() -> bob.find(run).status() == RunStatus.CANCELLED);
  }

  @Test
  void aRunOfADeadNodeIsCancelledByWhoeverGoesOnWithIt() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");
    ada.cutOff();

    bob.ask(Addresses.CANCEL, new Running.Cancel(Colleague.ADA, RunRef.of(run)));

    await().until(() -> bob.find(run).status() == RunStatus.CANCELLED);
  }

  @Test
  void aRunThatWasClaimedAMomentAgoIsCancelledToo() {
    var ada = node("a");
    ada.dawdle();
    var run = ada.submit().id();
    // Or the other node might be there first and claim it.
    await().until(ada::dawdles);
    var bob = node("b");
    bob.meet(ada);
    assertThat(bob.find(run).node()).isEqualTo("a");

    var here = ada.bus.ask(Addresses.CANCEL, new Running.Cancel(Colleague.ADA, RunRef.of(run)));
    var there = bob.bus.ask(Addresses.CANCEL, new Running.Cancel(Colleague.ADA, RunRef.of(run)));
    ada.hurry();

    await().until(() -> here.isComplete() && there.isComplete());
    await().until(() -> bob.find(run).status() == RunStatus.CANCELLED);
  }

  @Test
  void aRunThatWaitsIsCancelledFromEveryNode() {
    var ada = node("a");
    ada.working(ada.submit().id());
    var bob = node("b");
    bob.working(bob.submit().id());
    var run = ada.submit().id();

    bob.ask(Addresses.CANCEL, new Running.Cancel(Colleague.ADA, RunRef.of(run)));

    assertThat(ada.find(run).status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void whoLeavesTakesNothingMoreAndFinishesWhatItHas() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");

    var drained = ada.bus.ask(Addresses.DRAIN, new Leasing.Drain(Duration.ofSeconds(30)));
    var next = ada.submit().id();
    assertThat(bob.working(next).run().node()).isEqualTo("b");
    assertThat(drained.isComplete()).isFalse();
    ada.end(run, new Happening.Cancelled());
    Colleague.soon(drained);

    assertThat(ada.begun).hasSize(1);
    assertThat(ada.lost).isEmpty();
    await().until(() -> nodes(bob).stream().anyMatch(Node::leaving));
  }

  @Test
  void whatALeavingNodeCannotFinishIsHandedOver() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");

    Colleague.soon(ada.bus.ask(Addresses.DRAIN, new Leasing.Drain(Duration.ofMillis(100))));
    var after = bob.working(run);

    assertThat(ada.lost).containsKey(run);
    assertThat(ada.lost.get(run)).isBefore(after.since());
    assertThat(after.run().crashes()).isZero();
  }

  @Test
  void whoIsToldAgainToLeaveHandsOverAtOnce() {
    var ada = node("a");
    var run = ada.submit().id();
    ada.working(run);
    var bob = node("b");

    var leaving = ada.bus.ask(Addresses.DRAIN, new Leasing.Drain(Duration.ofMinutes(5)));
    var hurried = ada.bus.ask(Addresses.DRAIN, new Leasing.Drain(Duration.ZERO));

    Colleague.soon(leaving);
    Colleague.soon(hurried);
    assertThat(ada.lease.valid()).isFalse();
    assertThat(bob.working(run).run().crashes()).isZero();
  }

  @Test
  void whereANodeServesAndThatItLeavesIsKnownAtOnce() {
    var ada = node("a");
    var bob = node("b");
    ada.serve("http://a:8000");
    await()
        .atMost(SOON)
        .until(() -> nodes(bob).stream().anyMatch(it -> it.address().equals("http://a:8000")));

    ada.working(ada.submit().id());
    ada.bus.ask(Addresses.DRAIN, new Leasing.Drain(Duration.ofMinutes(5)));
    await().atMost(SOON).until(() -> nodes(bob).stream().anyMatch(Node::leaving));
  }

  @Test
  void aNodeThatLeftIsForgotten() {
    var ada = node("a");
    var bob = node("b");
    await().until(() -> nodes(bob).size() == 2);
    assertThat(nodes(bob)).allMatch(Node::alive);

    all.remove(ada);
    ada.close();

    assertThat(nodes(bob)).extracting(Node::name).containsExactly("b");
  }

  private static List<Node> nodes(Colleague asked) {
    return asked.ask(Addresses.LIST_NODES, new Leasing.ListNodes()).nodes();
  }

  private static List<Integer> ahead(Colleague asked, RunId run) {
    var filter = new Filter(null, RunRef.of(run), null, Set.of("queued"));
    var read = new Journal.Read(0, filter, 100);
    return asked.ask(Addresses.READ, read).events().stream().map(ColleaguesTest::ahead).toList();
  }

  private static Integer ahead(Event event) {
    return Integer.valueOf(event.data().replaceAll(".*\"ahead\":(\\d+).*", "$1"));
  }

  private Colleague node(String name) {
    var node = new Colleague(name, DatabaseUrl.of(database.toString()), data, 1);
    all.add(node);
    return node.start();
  }
}
