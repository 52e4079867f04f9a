package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Streaming.Followed;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The open streams of one web verticle: lets them begin, beat, and cuts those that take nothing.
 */
final class Streams {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration ASK_BEFORE_BEAT = Duration.ofSeconds(1);
  private static final int NO_CONTENT = 204;

  private final Vertx vertx;
  private final Bus bus;
  private final Feed feed;
  private final Clock clock;
  private final Limits limits;
  private final Attendance attendance;
  private final Set<RunStream> open = new LinkedHashSet<>();

  Streams(Vertx vertx, Bus bus, Feed feed, Clock clock, Limits limits, Attendance attendance) {
    this.vertx = vertx;
    this.bus = bus;
    this.feed = feed;
    this.clock = clock;
    this.limits = limits;
    this.attendance = attendance;
  }

  /** Keeps watch over the open streams from now on. */
  void start() {
    vertx.setPeriodic(LOOK.toMillis(), tick -> List.copyOf(open).forEach(this::look));
  }

  /** Answers with the run's events: all of them, or what follows the cursor. */
  void send(RoutingContext ctx, Run run, OptionalLong cursor) {
    if (open.size() >= limits.streams()) {
      throw new ProblemException(
          new Problem.Busy(
              "too_many_streams",
              "Too many streams are open. Try again in 10 s.",
              Duration.ofSeconds(10)));
    }
    var place = cursor.orElse(0);
    feed.follow(new Journal.Read(place, Filter.of(run.owner(), run.id()), 1))
        .map(
            look -> {
              if (cursor.isPresent() && atEnding(run, place, look)) {
                ctx.response().setStatusCode(NO_CONTENT).end();
              } else {
                begin(ctx, run, place, cursor.isPresent(), look);
              }
              return look;
            })
        .onFailure(ctx::fail);
  }

  private static boolean atEnding(Run run, long place, Followed look) {
    return run.status().ended() && place >= run.lastEventId() && place <= look.head();
  }

  private void begin(RoutingContext ctx, Run run, long place, boolean resumes, Followed look) {
    if (ctx.response().closed()) {
      return;
    }
    var seat = attendance.enter(Caller.principal(ctx));
    var ahead = place > look.head();
    var stream =
        new RunStream(
            feed, new SseConnection(ctx.request()), run, ahead ? shownPlace(run, look) : place);
    seat.whenOver(stream::end);
    open.add(stream);
    stream.begin(
        () -> {
          open.remove(stream);
          seat.leave();
        });
    var gone = run.status().ended() && look.frames().isEmpty() && !ahead;
    if (ahead || (resumes && place < look.tail()) || gone) {
      stream.gap(place, ahead ? look.head() : look.tail());
    }
    if (gone) {
      stream.end();
    } else {
      stream.watch();
    }
  }

  /**
   * Where a client goes on whose cursor the journal does not reach: after what the snapshot shows,
   * yet its ending is told again, so that the client learns a cursor that holds.
   */
  private static long shownPlace(Run run, Followed look) {
    return run.status().ended() ? run.lastEventId() - 1 : look.head();
  }

  private void look(RunStream stream) {
    var now = System.nanoTime();
    var connection = stream.connection();
    if (connection.stalled(now) > limits.stall().toNanos()) {
      connection.cut();
      return;
    }
    var silent = connection.silent(now);
    if (silent >= limits.beat().toNanos() && !connection.full()) {
      stream.beat(clock.instant());
    } else if (silent >= limits.beat().minus(ASK_BEFORE_BEAT).toNanos() && stream.outdated()) {
      var run = stream.run();
      bus.ask(Addresses.FIND_RUN, new Storage.FindRun(run.owner(), RunRef.of(run.id())))
          .onSuccess(found -> stream.known(found.run()));
    }
  }
}
