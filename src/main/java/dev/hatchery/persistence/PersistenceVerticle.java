package dev.hatchery.persistence;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.config.Config;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the database and the journal's numbering; event loop, one per node. */
public final class PersistenceVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(PersistenceVerticle.class);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final Bus bus;
  private final Path data;
  private final DatabaseUrl shared;
  private final Config.Journal settings;
  private final InstantSource clock;
  private final Metrics metrics;
  private final RecordJson json = new RecordJson();
  private @Nullable Database database;
  private @Nullable GroupCommit group;
  private boolean written;

  /**
   * The storage of one data directory, whose {@link DataLock} the caller holds.
   *
   * @param data where {@code hatchery.db} is, or is to be
   * @param shared the database of several nodes in its place, if there is one
   */
  public PersistenceVerticle(
      Bus bus,
      Path data,
      DatabaseUrl shared,
      Config.Journal settings,
      InstantSource clock,
      Metrics metrics) {
    this.bus = bus;
    this.data = data;
    this.shared = shared;
    this.settings = settings;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Fails with a {@link StorageException} when the database cannot be used. */
  @Override
  public Future<?> start() {
    return open()
        .compose(
            opened -> {
              database = opened;
              return new PictureStore(opened).sweep().compose(swept -> answerAll(opened));
            });
  }

  /** Commits what was asked for, then closes. */
  @Override
  public Future<?> stop() {
    var opened = database;
    var last = group == null ? Future.<Void>succeededFuture() : group.idle();
    return opened == null ? last : last.compose(done -> opened.close());
  }

  private Future<Database> open() {
    return shared.present()
        ? PostgresDatabase.open(vertx, shared)
        : SqliteDatabase.open(vertx, data, settings.synchronous());
  }

  private Future<?> answerAll(Database opened) {
    var writer = new JournalWriter(opened, json);
    var commits =
        new GroupCommit(
            appends -> measured(writer.commit(appends)),
            this::tell,
            begin -> context.runOnContext(turn -> begin.run()));
    group = commits;
    var reader = new JournalReader(opened);
    var creation = new RunCreation(opened, json, clock);
    var runs = new RunStore(opened, json, clock);
    var nodes = new NodeStore(opened);
    var reported = new ReportedStore(opened, json, clock);
    var emitted = new EmittedStore(opened, json);
    var agents = new AgentStore(opened, json);
    var pictures = new PictureStore(opened);
    var learning = new LearningStore(opened);
    var artifacts = new ArtifactStore(opened, json);
    var tools = new ToolStore(opened);
    var budgets = new BudgetStore(opened);
    var missions = new MissionNumbersStore(opened);
    var recipes = new RecipeStore(opened, json);
    var schedules = new ScheduleStore(opened);
    var numbers = new NumbersStore(opened, clock);
    var access = new AccessStore(opened, clock);
    var shares = new ShareStore(opened, access, clock);
    keepHouse(opened, access);
    return Future.all(
        List.of(
            answer(Addresses.APPEND, commits::append),
            answer(Addresses.READ, reader::read),
            answer(Addresses.READ_NEWEST, reader::newest),
            answer(Addresses.CREATE_RUN, creation::create),
            answer(Addresses.FIND_ROOM, creation::room),
            answer(Addresses.CLAIM_RUN, runs::claim),
            answer(Addresses.RELEASE_RUNS, runs::release),
            answer(Addresses.FIND_RUN, runs::find),
            answer(Addresses.LIST_RUNS, runs::list),
            answer(Addresses.ENTER, nodes::enter),
            answer(Addresses.RENEW, nodes::renew),
            answer(Addresses.LEAVE, nodes::leave),
            answer(Addresses.RELEASE_RUN, nodes::release),
            answer(Addresses.LOOK_FOR_WORK, nodes::look),
            answer(Addresses.LIST_LINE, nodes::line),
            answer(Addresses.RECALL_NODES, nodes::list),
            answer(Addresses.OPEN_RUNS, reported::open),
            answer(Addresses.TAKE_UP_RUNS, reported::takeUp),
            answer(Addresses.LET_GO_OF_RUNS, reported::letGo),
            answer(Addresses.LOCATE_RUNS, reported::locate),
            answer(Addresses.RECALL_EMITTED, emitted::recall),
            answer(Addresses.KEEP_TIME, timed -> timed(learning, timed)),
            answer(Addresses.KEEP_FORECASTS, learning::keep),
            outlast(Addresses.RECALL, learning::recall),
            outlast(Addresses.RECALL_LENGTH, learning::length),
            answer(Addresses.COUNT, numbers::count),
            outlast(Addresses.RESERVE, budgets::reserve),
            outlast(Addresses.RECALL_TOOLS, tools::recall),
            answer(Addresses.KEEP_VERDICT, tools::judge),
            answer(Addresses.KEEP_SURVEY, tools::rate),
            outlast(Addresses.FIND_ARTIFACT, artifacts::find),
            answer(Addresses.COUNT_LEDGER, missions::count),
            answer(Addresses.KEEP_RECIPE, recipes::keep),
            answer(Addresses.DROP_RECIPE, recipes::forget),
            answer(Addresses.OPEN_RECIPES, recipes::open),
            answer(Addresses.NOTE_RECIPE, recipes::note),
            answer(Addresses.KEEP_SCHEDULE, schedules::keep),
            answer(Addresses.DROP_SCHEDULE, schedules::drop),
            answer(Addresses.LIST_SCHEDULES, schedules::list),
            answer(Addresses.CLAIM_SCHEDULE, schedules::claim),
            answer(Addresses.SETTLE_SCHEDULE, schedules::settle),
            answer(Addresses.LOOK_AT_ACCESS, access::look),
            answer(Addresses.ADMIT, access::admit),
            answer(Addresses.READMIT, access::readmit),
            answer(Addresses.SIGN_IN, access::signIn),
            answer(Addresses.SIGN_OUT, access::signOut),
            answer(Addresses.ISSUE_TICKET, access::issue),
            answer(Addresses.MAKE_SHARE, shares::make),
            answer(Addresses.LIST_SHARES, shares::list),
            answer(Addresses.END_SHARE, shares::end),
            answer(Addresses.SAVE_AGENT, agents::save),
            answer(Addresses.FIND_AGENT, agents::find),
            answer(Addresses.LIST_AGENTS, agents::list),
            answer(Addresses.DELETE_AGENT, agents::delete),
            outlast(Addresses.SAVE_PICTURE, pictures::save),
            answer(Addresses.FIND_PICTURE, pictures::find)));
  }

  private <Q extends Message, A extends Message> Future<Void> answer(
      Question<Q, A> question, Function<Q, Future<A>> handler) {
    return bus.answerLater(question, asked -> handler.apply(asked).recover(StorageProblem::failed));
  }

  /** What a run asks for in its course, which is not to end because the database was restarted. */
  private <Q extends Message, A extends Message> Future<Void> outlast(
      Question<Q, A> question, Function<Q, Future<A>> handler) {
    var outlasting = new Outlasting(vertx);
    return answer(question, asked -> outlasting.on(() -> handler.apply(asked)));
  }

  private <T> Future<T> measured(Future<T> commit) {
    var since = System.nanoTime();
    return commit
        .onSuccess(done -> metrics.committed(Duration.ofNanos(System.nanoTime() - since)))
        .onFailure(failure -> metrics.commitFailed());
  }

  private Future<Storage.Saved> timed(LearningStore learning, Learning.Timed timed) {
    metrics.phase(timed);
    return learning.keep(timed);
  }

  private void tell(List<Event> events) {
    written = true;
    metrics.told(events);
    bus.announce(Addresses.COMMITTED, new Journal.Committed(events));
  }

  private void keepHouse(Database opened, AccessStore access) {
    var retention = new Retention(opened);
    vertx.setPeriodic(BETWEEN_CHECKPOINTS.toMillis(), timer -> checkpoint(opened));
    vertx.setPeriodic(0, BETWEEN_CLEANINGS.toMillis(), timer -> clean(retention, access));
  }

  private void checkpoint(Database opened) {
    if (written) {
      written = false;
      opened
          .checkpoint()
          .onFailure(
              failure -> {
                written = true;
                LOG.warn("The log of the database could not be folded in", failure);
              });
    }
  }

  private void clean(Retention retention, AccessStore access) {
    access
        .sweep()
        .onFailure(failure -> LOG.warn("What let people in could not be removed", failure));
    retention
        .removeBefore(clock.instant().minus(settings.retention()))
        .onFailure(failure -> LOG.warn("Old events could not be removed", failure));
  }
}
