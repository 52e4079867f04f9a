package dev.hatchery.cluster;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.nio.serialization.HazelcastSerializationException;
import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.config.Cluster;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.config.Endpoint;
import dev.hatchery.config.Secret;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import dev.hatchery.support.FreePorts;
import io.vertx.core.Promise;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes in one process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembershipTest {
  private static final DatabaseUrl DATABASE = database("nest");
  private static final Running.Halt HALT = new Running.Halt(RunId.random());

  private final List<Integer> ports = FreePorts.some(6);
  private final Queue<List<String>> seen = new ConcurrentLinkedQueue<>();
  private Membership a;
  private Membership b;
  private Bus busA;
  private Bus busB;

  @BeforeAll
  void join() {
    a = Membership.join(settings("a", 0), DATABASE);
    busA = Bus.open(a.vertx());
    busA.listen(Addresses.PRESENT, present -> seen.add(present.nodes())).await();
    a.tell(busA);
    b = Membership.join(settings("b", 2), DATABASE);
    busB = Bus.open(b.vertx());
  }

  @AfterAll
  void leave() {
    b.leave().await();
    a.leave().await();
  }

  private static DatabaseUrl database(String host) {
    return new DatabaseUrl(host, 5432, "h", "me", Secret.NONE, DatabaseUrl.Encryption.NONE);
  }

  private Cluster settings(String node, int port) {
    return new Cluster(
        true,
        node,
        "127.0.0.1",
        ports.get(port),
        ports.get(port + 1),
        List.of(0, 2, 4).stream().map(i -> new Endpoint("127.0.0.1", ports.get(i))).toList(),
        Duration.ZERO,
        new Cluster.MutualTls("", "", ""));
  }

  @Test
  void eachSeesTheOther() {
    assertThat(a.present()).containsExactly("a", "b");
    assertThat(b.present()).containsExactly("a", "b");
    await().until(() -> seen.contains(List.of("a", "b")));
  }

  @Test
  void aQuestionToOneNodeIsAnsweredThereWithTheSameValues() {
    busB.answer(Addresses.DRAIN.at("b"), drain -> new Running.Done()).await();

    assertThat(
            busA.ask(Addresses.DRAIN.at("b"), new Leasing.Drain(Duration.ofMillis(1500))).await())
        .isEqualTo(new Running.Done());
  }

  @Test
  void aProblemCrossesAsWhatItIs() {
    var problem = new Problem.NotFound("No such run.");
    busB.answer(
            Addresses.HALT_HATCHING.at("b"),
            halt -> {
              throw new ProblemException(problem);
            })
        .await();

    assertThatThrownBy(() -> busA.ask(Addresses.HALT_HATCHING.at("b"), HALT).await())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void whatAnyNodeAnswersIsAnsweredByTheOneThatAsks() {
    var asked = new ConcurrentLinkedQueue<String>();
    answer(busA, "a", asked);
    answer(busB, "b", asked);
    for (int i = 0; i < 4; i++) {
      busB.ask(Addresses.HALT_TASK, HALT).await();
    }

    assertThat(asked).containsOnly("b");
  }

  private static void answer(Bus bus, String name, Queue<String> asked) {
    bus.answer(
            Addresses.HALT_TASK,
            halt -> {
              asked.add(name);
              return new Running.Done();
            })
        .await();
  }

  @Test
  void whatIsToldToAllIsHeardByAllAndTheRestStays() {
    var waiting = new ConcurrentLinkedQueue<String>();
    busA.listen(Addresses.RUNS_WAIT, told -> waiting.add("a")).await();
    busB.listen(Addresses.RUNS_WAIT, told -> waiting.add("b")).await();
    busA.listen(Addresses.LEAVING, told -> waiting.add("never")).await();

    busB.announce(Addresses.LEAVING, new Leasing.Leaving());
    busB.announce(Addresses.RUNS_WAIT, new Leasing.Waiting());

    await().until(() -> waiting.size() == 2);
    assertThat(waiting).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aNodeThatIsNotThereIsUnavailableAtOnce() {
    assertThatThrownBy(() -> busA.ask(Addresses.HALT_MISSION.at("nobody"), HALT).await())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
  }

  @Test
  void whoeverWaitsForANodeThatLeavesIsToldSo() {
    var c = Membership.join(settings("c", 4), DATABASE);
    Bus.open(c.vertx())
        .answerLater(
            Addresses.HALT_MISSION.at("c"), halt -> Promise.<Running.Done>promise().future())
        .await();
    var asked = busA.ask(Addresses.HALT_MISSION.at("c"), HALT);
    await().until(() -> a.present().contains("c"));
    c.leave().await();

    assertThatThrownBy(() -> asked.toCompletionStage().toCompletableFuture().get(5, SECONDS))
        .hasCauseInstanceOf(ProblemException.class);
  }

  @Test
  void anObjectOfJavaIsNotReadFromTheOthers() {
    var map = a.hazelcast().getMap("strangers");
    map.put("stranger", new Stranger("words"));

    assertThatThrownBy(() -> b.hazelcast().getMap("strangers").get("stranger"))
        .isInstanceOf(HazelcastSerializationException.class)
        .hasRootCauseInstanceOf(SecurityException.class);
  }

  /** Something that Java itself would read. */
  record Stranger(String words) implements Serializable {}

  @Test
  void whoHasAnotherDatabaseIsNoneOfThem() {
    var c = Membership.join(settings("c", 4), database("barn"));

    assertThat(c.present()).containsExactly("c");
    await().untilAsserted(() -> assertThat(a.present()).containsExactly("a", "b"));
    c.leave().await();
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    assertThatThrownBy(() -> Membership.join(settings("c", 0), DATABASE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("on the ports %d and %d".formatted(ports.get(0), ports.get(1)));
  }

  @Test
  void theFirstToLeaveIsMissed() {
    var c = Membership.join(settings("c", 4), DATABASE);
    await().until(() -> seen.contains(List.of("a", "b", "c")));
    c.leave().await();

    await().until(() -> a.present().equals(List.of("a", "b")));
  }
}
