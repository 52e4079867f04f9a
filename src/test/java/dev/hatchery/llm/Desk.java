package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A deployed verticle with one model, and a run that asks it. */
final class Desk implements AutoCloseable {
  static final Patience PATIENT =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private static final int SOON = 15;

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final List<Progress.Measure> measured = new CopyOnWriteArrayList<>();
  private final List<Generation.Composing> composing = new CopyOnWriteArrayList<>();
  private final List<ModelName> recalled = new CopyOnWriteArrayList<>();
  private final Generation.Prompt prompt =
      new Generation.Prompt(RunId.random(), 1, new Phase("llm", 0, 25), "a heron", 7);

  Desk(Function<Vertx, LanguageModel> model, Patience patience) {
    this(model, patience, new Breaker(System::nanoTime));
  }

  Desk(Function<Vertx, LanguageModel> model, Patience patience, Breaker breaker) {
    bus.listen(Addresses.MEASURED, measured::add).await();
    bus.listen(Addresses.COMPOSING, composing::add).await();
    var hasty = new Backoff(Duration.ofMillis(4), () -> 0);
    vertx
        .deployVerticle(
            new LlmVerticle(bus, model, patience, Lease.endless(), hasty, breaker),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  Future<Generation.Written> ask() {
    return bus.ask(Addresses.GENERATE, prompt);
  }

  Future<Generation.Composed> compose(String words) {
    return bus.ask(
        Addresses.COMPOSE,
        new Generation.Compose(prompt.runId(), "Write.", words, PATIENT.total()));
  }

  Future<Generation.Chosen> choose(List<String> options, Duration patience) {
    return bus.ask(
        Addresses.CHOOSE,
        new Generation.Choose(prompt.runId(), "Choose.", "words", options, patience));
  }

  List<Generation.Composing> composing() {
    return composing;
  }

  /** From now on this many answers of this length are remembered of every model. */
  Desk remembering(int answers, int characters) {
    soon(
        bus.answer(
            Addresses.RECALL_LENGTH,
            asked -> {
              recalled.add(asked.model());
              return new Learning.Length(answers, characters);
            }));
    return this;
  }

  /** Whose answers were asked for. */
  List<ModelName> recalled() {
    return recalled;
  }

  Persona persona() {
    return soon(ask()).persona();
  }

  /** The problem that asking ends in. */
  Problem problem() {
    return problem(ask());
  }

  static Problem problem(Future<? extends Generation> asked) {
    return soon(
        asked.transform(
            written ->
                written.failed() && written.cause() instanceof ProblemException known
                    ? Future.succeededFuture(known.problem())
                    : Future.failedFuture("no problem, but " + written)));
  }

  void cancel() {
    soon(bus.ask(Addresses.HALT_GENERATION, new Running.Halt(prompt.runId())));
  }

  /** The lease of the node has ended. */
  void loseEverything() {
    bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());
  }

  /** One run was taken from the node. */
  void lose(RunId runId) {
    var held = new Leasing.Held(runId, prompt.epoch());
    bus.announce(Addresses.LEASES_LOST, new Leasing.Lost(false, List.of(held)));
  }

  RunId runId() {
    return prompt.runId();
  }

  List<Progress.Measure> measured() {
    return measured;
  }

  List<String> messages() {
    return measured.stream().map(Progress.Measure::message).distinct().toList();
  }

  static <T> T soon(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(SOON, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    soon(vertx.close());
  }
}
