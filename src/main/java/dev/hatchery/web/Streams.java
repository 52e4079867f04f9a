package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Streaming.Followed;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The open streams of one web verticle: lets them begin, beat, and cuts those that take nothing.
 */
final class Streams {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration ASK_BEFORE_BEAT = Duration.ofSeconds(1);
  private static final int NO_CONTENT = 204;

  private final Vertx vertx;
  private final Feed feed;
  private final Clock clock;
  private final Limits limits;
  private final Attendance attendance;
  private final Set<SightStream> open = new LinkedHashSet<>();

  Streams(Vertx vertx, Feed feed, Clock clock, Limits limits, Attendance attendance) {
    this.vertx = vertx;
    this.feed = feed;
    this.clock = clock;
    this.limits = limits;
    this.attendance = attendance;
  }

  /** Keeps watch over the open streams from now on. */
  void start() {
    vertx.setPeriodic(LOOK.toMillis(), tick -> List.copyOf(open).forEach(this::look));
  }

  /** Tells everybody when to come back, before the server stops. */
  void takeLeave() {
    List.copyOf(open).forEach(stream -> stream.connection().takeLeave());
  }

  /**
   * Whether one more may be opened.
   *
   * @throws ProblemException when there are too many
   */
  void requireRoom() {
    if (open.size() >= limits.streams()) {
      throw tooMany();
    }
  }

  /** The same for everything that stays open. */
  static ProblemException tooMany() {
    return new ProblemException(
        new Problem.Busy(
            "too_many_streams",
            "Too many streams are open. Try again in 10 s.",
            Duration.ofSeconds(10)));
  }

  /** Tells a client that is connected already what the sight shows from there on. */
  void tell(Connection connection, Sight sight, Start start) {
    start
        .read(feed, sight.filter())
        .onSuccess(
            first -> {
              if (nothingFollows(sight, start, first)) {
                connection.end();
              } else if (!connection.over()) {
                begin(connection, sight, start, first, () -> {});
              }
            })
        .onFailure(failure -> connection.fail());
  }

  /** Answers with what the sight shows from there on. */
  void send(RoutingContext ctx, Sight sight, Start start) {
    requireRoom();
    start
        .read(feed, sight.filter())
        .map(
            first -> {
              if (nothingFollows(sight, start, first)) {
                ctx.response().setStatusCode(NO_CONTENT).end();
              } else if (!ctx.response().closed()) {
                begin(ctx, sight, start, first);
              }
              return first;
            })
        .onFailure(ctx::fail);
  }

  private static boolean nothingFollows(Sight sight, Start start, Followed first) {
    return start instanceof Start.After after
        && after.resumes()
        && sight.endsAt(after.place(), first);
  }

  private void begin(RoutingContext ctx, Sight sight, Start start, Followed first) {
    var seat = attendance.enter(Caller.principal(ctx));
    var connection = new SseConnection(ctx.request());
    seat.whenOver(connection::dismiss);
    begin(connection, sight, start, first, seat::leave);
  }

  private void begin(
      Connection connection, Sight sight, Start start, Followed first, Runnable gone) {
    var place = start.place(first);
    var resumes = start instanceof Start.After after && after.resumes();
    var ahead = place > first.head();
    var removed = start instanceof Start.After && sight.over() && first.frames().isEmpty();
    var stream =
        new SightStream(
            feed, connection, sight, ahead ? sight.placeInsteadOf(first.head()) : place);
    open.add(stream);
    stream.begin(
        () -> {
          open.remove(stream);
          gone.run();
        });
    if (ahead) {
      instead(stream, sight, place, first.head(), stream::watch);
    } else if (removed) {
      instead(stream, sight, place, first.tail(), stream::end);
    } else if (resumes && place < first.tail()) {
      instead(stream, sight, place, first.tail(), stream::watch);
    } else {
      stream.watch(first);
      if (sight.over() && first.frames().isEmpty()) {
        stream.end();
      }
    }
  }

  /** Tells how things stand in place of what cannot be had. */
  private static void instead(SightStream stream, Sight sight, long from, long to, Runnable then) {
    sight
        .snapshot()
        .onSuccess(
            runs -> {
              if (!stream.connection().over()) {
                stream.gap(from, to, runs);
                then.run();
              }
            })
        .onFailure(failure -> stream.connection().fail());
  }

  private void look(SightStream stream) {
    var now = System.nanoTime();
    var connection = stream.connection();
    if (connection.stalled(now) > limits.stall().toNanos()) {
      connection.cut();
      return;
    }
    var silent = connection.silent(now);
    if (silent >= limits.beat().toNanos() && !connection.full()) {
      stream.beat(clock.instant());
    } else if (silent >= limits.beat().minus(ASK_BEFORE_BEAT).toNanos()) {
      stream.refresh();
    }
  }
}
