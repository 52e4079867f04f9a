package dev.hatchery.hatching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hatching whose node has lost it is no more told here, whatever its neighbours answer yet. */
class LostHatchingTest {
  private static final Persona FEN =
      new Persona("Fen", "A fox that keeps a lamp.", List.of("shy"), "a small fox with a lamp");
  private static final Generation.Written WRITTEN = new Generation.Written(FEN, "here/fake", 100);
  private static final Rendering.Painted PAINTED =
      new Rendering.Painted(Bytes.wrap(new byte[] {1}), "image/png", null, null);
  private static final long EPOCH = 3;

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final RunId run = RunId.random();
  private final Promise<Generation.Written> writing = Promise.promise();
  private final Promise<Rendering.Painted> painting = Promise.promise();
  private final Promise<Storage.Saved> saving = Promise.promise();

  /** What was asked of the neighbours, in order; milestones by the name of what happened. */
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  /** Why the next milestones are not taken. */
  private final Queue<Problem> refusals = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    answer(Addresses.GENERATE, writing.future());
    answer(Addresses.RENDER, painting.future());
    answer(Addresses.SAVE_PICTURE, saving.future());
    answer(Addresses.KEEP_TIME, Future.succeededFuture(new Storage.Saved()));
    soon(bus.answer(Addresses.REACH, this::reach));
    soon(
        vertx.deployVerticle(
            new HatchingVerticle(
                bus, Clock.systemUTC(), new Providers(new ModelName("here", "fake"), "mine")),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)));
  }

  @AfterEach
  void close() {
    soon(vertx.close());
  }

  @Test
  void aPersonaThatComesTooLateIsNotTold() {
    var work = work("Prompt");
    lose(Leasing.Lost.everything());
    writing.complete(WRITTEN);

    soon(work);
    assertThat(asked).doesNotContain("BackstoryComplete", "Commission");
  }

  @Test
  void noPersonaIsMadeUpForAModelThatWasStopped() {
    var work = work("Prompt");
    lose(held(EPOCH));
    writing.fail(new ProblemException(new Problem.ModelUnavailable("model_down", "It is down.")));

    soon(work);
    assertThat(asked).containsExactly("Prompt");
  }

  @Test
  void aPictureThatComesTooLateIsNotSaved() {
    writing.complete(WRITTEN);
    var work = work("Commission");
    lose(Leasing.Lost.everything());
    painting.complete(PAINTED);

    soon(work);
    assertThat(asked).contains("BackstoryComplete").doesNotContain("Saving", "SavePicture");
  }

  @Test
  void aPainterThatWasStoppedIsNoEnding() {
    writing.complete(WRITTEN);
    var work = work("Commission");
    lose(held(EPOCH));
    painting.fail(new ProblemException(new Problem.Cancelled("The run was cancelled.")));

    soon(work);
    assertThat(asked).doesNotContain("Cancelled", "Failed", "SavePicture");
  }

  @Test
  void aCompanionThatIsBeingSavedDoesNotArriveHere() {
    writing.complete(WRITTEN);
    painting.complete(PAINTED);
    var work = work("SavePicture");
    lose(Leasing.Lost.everything());
    saving.complete(new Storage.Saved());

    soon(work);
    assertThat(asked).doesNotContain("Complete", "Failed");
  }

  @Test
  void whatIsLostOfAnotherClaimOrOfAnotherRunStopsNothing() {
    var work = work("Prompt");
    lose(held(EPOCH - 1));
    lose(new Leasing.Lost(false, List.of(new Leasing.Held(RunId.random(), EPOCH))));
    writing.complete(WRITTEN);
    painting.complete(PAINTED);
    saving.complete(new Storage.Saved());

    soon(work);
    assertThat(asked).contains("BackstoryComplete", "SavePicture", "Complete");
  }

  @Test
  void whyAHatchingFailedThatCannotBeEndedHereIsHandedOn() {
    refusals.add(new Problem.Invalid("too_long", "persona", "It is too long."));
    refusals.add(new Problem.Stale("The run has ended or was claimed anew."));
    writing.complete(WRITTEN);
    var work = work("Failed");

    await().until(work::isComplete);
    assertThat(work.cause())
        .isInstanceOfSatisfying(
            ProblemException.class,
            failure ->
                assertThat(failure.problem())
                    .isEqualTo(new Problem.Invalid("too_long", "persona", "It is too long.")));
  }

  /** Works on the run until a neighbour is asked this. */
  private Future<Running.Worked> work(String until) {
    var work = bus.ask(Addresses.HATCH, new Running.Work(run()));
    await().until(() -> asked.contains(until));
    return work;
  }

  /** What is announced is heard before what is answered later. */
  private void lose(Leasing.Lost lost) {
    bus.announce(Addresses.LEASES_LOST, lost);
    soon(bus.ask(Addresses.HALT_HATCHING, new Running.Halt(RunId.random())));
  }

  private Leasing.Lost held(long epoch) {
    return new Leasing.Lost(false, List.of(new Leasing.Held(run, epoch)));
  }

  private <Q extends Message, A extends Message> void answer(
      Question<Q, A> question, Future<A> answer) {
    soon(
        bus.answerLater(
            question,
            asking -> {
              asked.add(asking.getClass().getSimpleName());
              return answer;
            }));
  }

  private Progress.Reached reach(Progress.Reach reach) {
    asked.add(reach.milestone().getClass().getSimpleName());
    if (!refusals.isEmpty()) {
      throw new ProblemException(refusals.remove());
    }
    return new Progress.Reached(1, 1);
  }

  private Run run() {
    return new Run(
        run,
        1,
        Owner.LOCAL,
        null,
        new Order.Hatch("a fox", 7),
        null,
        RunStatus.RUNNING,
        new Standing(0, 0, null, "", null),
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        1,
        null,
        "here",
        EPOCH,
        0,
        1,
        1,
        List.of(new Phase("llm", 0, 25), new Phase("avatar", 25, 100)),
        Checkpoint.Hatching.NOTHING,
        null,
        null);
  }

  private static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
