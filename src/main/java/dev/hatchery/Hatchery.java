package dev.hatchery;

import static io.vertx.core.ThreadingModel.EVENT_LOOP;
import static io.vertx.core.ThreadingModel.VIRTUAL_THREAD;

import dev.hatchery.avatar.AvatarVerticle;
import dev.hatchery.avatar.Renderer;
import dev.hatchery.bus.Bus;
import dev.hatchery.cli.HatcheryCommand;
import dev.hatchery.cli.RunningServer;
import dev.hatchery.cli.Version;
import dev.hatchery.config.Config;
import dev.hatchery.hatching.HatchingVerticle;
import dev.hatchery.hatching.Providers;
import dev.hatchery.lease.Lease;
import dev.hatchery.llm.LlmVerticle;
import dev.hatchery.llm.catalog.Models;
import dev.hatchery.llm.storyteller.Storyteller;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.mission.Intents;
import dev.hatchery.mission.MissionVerticle;
import dev.hatchery.mission.Terms;
import dev.hatchery.mission.chat.ChatVerticle;
import dev.hatchery.mission.recipe.RecipeVerticle;
import dev.hatchery.mission.schedule.SchedulerVerticle;
import dev.hatchery.mission.tool.catalog.Tools;
import dev.hatchery.persistence.DataLock;
import dev.hatchery.persistence.PersistenceVerticle;
import dev.hatchery.progress.Plan;
import dev.hatchery.progress.ProgressAggregatorVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Storage;
import dev.hatchery.run.Identity;
import dev.hatchery.run.NodeVerticle;
import dev.hatchery.run.QueueVerticle;
import dev.hatchery.run.RunPlans;
import dev.hatchery.run.Slots;
import dev.hatchery.run.WatchdogVerticle;
import dev.hatchery.stream.SseFanOutVerticle;
import dev.hatchery.task.TaskVerticle;
import dev.hatchery.web.Limits;
import dev.hatchery.web.WebVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hatchery in one process: reads, builds, deploys. */
public final class Hatchery implements RunningServer {
  private final Config config;
  private final Path data;
  private final DataLock lock;
  private final Vertx vertx;
  private final Bus bus;
  private final Supplier<Future<Void>> end;
  private final Clock clock = Clock.systemUTC();
  private final Metrics metrics = new Metrics();
  private final Identity self;
  private final Lease lease;
  private final List<String> deployed = new ArrayList<>();
  private volatile int port;
  private boolean closed;

  /** One that is not open yet, on data that nobody else holds. */
  Hatchery(Config config, DataLock lock, Engine engine) {
    this.config = config;
    this.data = config.data();
    this.lock = lock;
    this.vertx = engine.vertx();
    this.bus = engine.bus();
    this.end = engine.end();
    this.self =
        alone()
            ? Identity.alone(config.node(), Version.number())
            : Identity.among(config.node(), Version.number());
    this.lease = alone() ? Lease.endless() : Lease.among(System::nanoTime);
  }

  /** Does what the command line says and exits with its code. */
  public static void main(String[] arguments) {
    Logs.prepare(List.of(arguments));
    System.exit(
        HatcheryCommand.run(
            arguments, Launch::server, new LocalData(), new Doctor(System.getenv())));
  }

  /** A verticle of the table; where there are no instances of it, it is not deployed. */
  private record Part(int instances, ThreadingModel threads, Supplier<VerticleBase> verticle) {}

  /** Who owns what, in the order of their start; what stands in one list starts together. */
  private List<List<Part>> parts() {
    return List.of(
        List.of(
            new Part(1, EVENT_LOOP, this::journal),
            new Part(alone() ? 0 : 1, EVENT_LOOP, () -> new WatchdogVerticle(bus, runs())),
            new Part(1, VIRTUAL_THREAD, this::llm),
            new Part(
                1,
                VIRTUAL_THREAD,
                () -> new AvatarVerticle(bus, config.node(), renderer(), runs(), lease)),
            new Part(1, VIRTUAL_THREAD, this::hatching),
            new Part(1, VIRTUAL_THREAD, this::missions)),
        List.of(
            new Part(
                1,
                EVENT_LOOP,
                () -> new QueueVerticle(bus, plans(), self, slots(), lease, metrics)),
            new Part(1, EVENT_LOOP, this::chat),
            new Part(1, EVENT_LOOP, () -> new RecipeVerticle(bus, clock)),
            new Part(1, EVENT_LOOP, () -> new SchedulerVerticle(bus, clock))),
        List.of(new Part(Runtime.getRuntime().availableProcessors(), EVENT_LOOP, this::web)));
  }

  /** Deploys everything, and can be reached then. */
  void open() {
    parts().forEach(this::deploy);
    lock.publish(address().toString());
  }

  private void deploy(List<Part> together) {
    var starting = together.stream().filter(part -> part.instances() > 0).map(this::start).toList();
    var started = Future.join(starting);
    started.otherwiseEmpty().await();
    starting.stream().filter(Future::succeeded).map(Future::result).forEach(deployed::add);
    started.await();
  }

  private Future<String> start(Part part) {
    return vertx.deployVerticle(
        part.verticle(),
        new DeploymentOptions().setInstances(part.instances()).setThreadingModel(part.threads()));
  }

  /** Before it listens the one that is configured. */
  @Override
  public URI address() {
    return Address.of(config.http(), port > 0 ? port : config.http().port());
  }

  /** A drain that goes on is asked again, with no grace. */
  @Override
  public void hurry() {
    if (!alone() && port > 0) {
      drain(Duration.ZERO).onFailure(failure -> log().debug("Nothing is left to hand over"));
    }
  }

  private Future<?> drain(Duration grace) {
    return bus.ask(Addresses.DRAIN, new Leasing.Drain(grace));
  }

  /** Among several nodes its work is finished or handed over before the last stream is closed. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      if (!alone() && port > 0) {
        settle(drain(config.cluster().grace()));
      }
      deployed.reversed().forEach(id -> settle(vertx.undeploy(id)));
      settle(end.get());
      lock.close();
    }
  }

  private static void settle(Future<?> ending) {
    ending
        .onFailure(failure -> log().warn("A part did not stop in order", failure))
        .otherwiseEmpty()
        .await();
  }

  /** The way of every event, from a report to the streams. */
  private VerticleBase journal() {
    return new OneLoop(
        List.of(this::persistence, this::node, this::aggregator, this::fanOut, this::tasks));
  }

  private VerticleBase persistence() {
    return new PersistenceVerticle(bus, data, config.database(), config.journal(), clock, metrics);
  }

  private VerticleBase node() {
    return new NodeVerticle(bus, self, lease, () -> address().toString(), clock, metrics);
  }

  private Path runs() {
    return data.resolve("runs");
  }

  private VerticleBase aggregator() {
    return new ProgressAggregatorVerticle(bus, config.progress().maxEventsPerSecond(), metrics);
  }

  private VerticleBase fanOut() {
    return new SseFanOutVerticle(bus, alone());
  }

  private boolean alone() {
    return !config.cluster().enabled();
  }

  private VerticleBase tasks() {
    return new TaskVerticle(bus, clock, config.node(), alone(), config.task().idleTimeout());
  }

  private VerticleBase web() {
    var limits = Limits.USUAL.neverSilentFor(config.progress().silence());
    return new WebVerticle(
        bus, config.http(), config.cors(), clock, limits, metrics, this::listening);
  }

  private void listening(int opened) {
    port = opened;
    bus.announce(Addresses.SERVING, new Leasing.Serving());
  }

  private Storyteller storyteller(Vertx vertx) {
    return new Storyteller(vertx, config.storyteller().pace());
  }

  private VerticleBase hatching() {
    return new HatchingVerticle(
        bus, clock, new Providers(models().name(), config.render().renderer()));
  }

  private VerticleBase missions() {
    var models = models();
    var tools = new Tools(config.missions(), models.prose(), System.getenv(), runs());
    return new MissionVerticle(
        bus,
        clock,
        Terms.of(config.missions(), models.name()),
        new Intents(bus, models.prose()),
        opening -> tools.open(opening, bus),
        room(),
        lease);
  }

  private VerticleBase chat() {
    return new ChatVerticle(bus, config.node(), config.missions().leastConfidence());
  }

  private Models models() {
    return new Models(config.llm(), System.getenv(), this::storyteller);
  }

  private LlmVerticle llm() {
    var models = models();
    return new LlmVerticle(bus, models::open, models.patience(), lease);
  }

  private Function<Vertx, Renderer> renderer() {
    return new ConfiguredRenderer(config).opened();
  }

  private RunPlans plans() {
    var weights = config.progress().weights();
    return new RunPlans(clock, Plan.hatching(weights.llm(), weights.avatar()).phases(), room());
  }

  private Storage.Room room() {
    return new Storage.Room(config.queue().capacity(), config.queue().perUser());
  }

  private Map<RunKind, Slots> slots() {
    var perOwner = config.queue().activePerUser();
    return Map.of(
        RunKind.HATCH, new Slots(config.render().concurrency(), perOwner),
        RunKind.MISSION, new Slots(config.missions().concurrency(), perOwner));
  }

  private static Logger log() {
    return LoggerFactory.getLogger(Hatchery.class);
  }
}
