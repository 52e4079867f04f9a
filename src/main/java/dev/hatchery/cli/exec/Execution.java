package dev.hatchery.cli.exec;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.screen.RawMode;
import dev.hatchery.cli.screen.Signals;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.Pty;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One command that runs as if we were not there, while a Hatchery is told how far it is. */
public final class Execution {
  /** A run that is cancelled has ended within a second. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** What whoever ends us gives our command. */
  private static final Duration GRACE_AT_OUR_END = Duration.ofSeconds(5);

  private static final int INTERRUPTED = 130;

  private final List<String> command;
  private final Seat seat;
  private final Supplier<Client> server;
  private final Duration endingMost;
  private final Onlooker onlooker = new Onlooker();
  private final String mark = "exec-" + UUID.randomUUID();
  private volatile @Nullable ProcessTree tree;
  private volatile @Nullable Pty terminal;
  private volatile boolean changed;

  /**
   * @param command the program and its arguments
   * @param server finds or starts one; is asked once, on another thread, while the command runs
   * @param endingMost how long we try to tell its end after it
   */
  public Execution(List<String> command, Seat seat, Supplier<Client> server, Duration endingMost) {
    this.command = List.copyOf(command);
    this.seat = seat;
    this.server = server;
    this.endingMost = endingMost;
  }

  /**
   * How it ended.
   *
   * @param exitCode the command's, 128 + signal when one killed it
   * @param cancelled whether somebody cancelled its run, which ended it
   * @param run the run's id; empty when there is none
   * @param trouble what could not be recorded, in a sentence; empty when all was
   */
  public record Ended(int exitCode, boolean cancelled, String run, String trouble) {}

  /**
   * Runs it to its end.
   *
   * @throws dev.hatchery.terminal.MissingCommandException when there is no such program
   * @throws IOException when it cannot be started
   */
  public Ended run() throws IOException, InterruptedException {
    Wiring.look(command, seat);
    var wiring = Wiring.of(command, seat);
    var report = new Report(server, command, onlooker, endingMost, () -> stop(GRACE));
    var outcome = run(wiring, report);
    report.end(outcome);
    return new Ended(outcome.exitCode(), report.cancelled(), report.run(), report.trouble());
  }

  private Outcome run(Wiring wiring, Report report) throws IOException, InterruptedException {
    var output = seat.drawing() ? new Passing(seat.out()) : new PlainOutput(seat.out());
    try (var raw = seat.drawing() && wiring.typed() ? RawMode.enter() : null;
        var signals = new Signals()) {
      // Before the window is looked at, so that none of its changes is missed.
      if (seat.drawing()) {
        signals.on("WINCH", this::resized);
      }
      var pty =
          Pty.start(wiring.started(seat, mark), (bytes, length) -> show(output, bytes, length));
      tree = ProcessTree.of(pty.pid(), mark);
      terminal = pty;
      if (changed) {
        resized();
      }
      report.start();
      var keys = new Keys(pty, seat.in().bytes());
      listen(signals, keys);
      if (wiring.typed()) {
        keys.start();
      }
      var code = code(pty);
      output.finish();
      return new Outcome(code, code == INTERRUPTED && keys.interrupted());
    }
  }

  private void resized() {
    changed = true;
    var running = terminal;
    if (running != null) {
      seat.seen().ifPresent(running::resize);
    }
  }

  private void listen(Signals signals, Keys keys) {
    signals.on("INT", keys::interrupt);
    signals.on("TERM", () -> stop(GRACE_AT_OUR_END));
    signals.on("HUP", () -> stop(GRACE_AT_OUR_END));
  }

  private void show(Output output, byte[] bytes, int length) {
    if (!output.show(bytes, length)) {
      // Nobody reads it any more, so the command ends as if it had written into a broken pipe.
      Thread.ofPlatform().daemon().start(() -> stop(GRACE));
    }
    onlooker.read(bytes, length);
  }

  private void stop(Duration grace) {
    var running = tree;
    if (running != null) {
      running.stop(grace);
    }
  }

  private static int code(Pty pty) throws IOException, InterruptedException {
    try {
      return pty.closed().get();
    } catch (ExecutionException e) {
      throw new IOException("its terminal broke", e.getCause());
    }
  }
}
