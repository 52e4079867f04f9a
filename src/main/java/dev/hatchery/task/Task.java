package dev.hatchery.task;

import dev.hatchery.protocol.Run;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;

/** A reported run that has not ended; lives on its verticle's event loop. */
final class Task {
  private final Run run;
  private final TaskProgress progress;
  private final Promise<Void> over = Promise.promise();
  private Instant heardAt;
  private int waiting;
  private boolean ending;

  Task(Run run, TaskProgress progress, Instant heardAt) {
    this.run = run;
    this.progress = progress;
    this.heardAt = heardAt;
  }

  /** The run as it was when it was opened here. */
  Run run() {
    return run;
  }

  TaskProgress progress() {
    return progress;
  }

  Instant heardAt() {
    return heardAt;
  }

  void heard(Instant now) {
    heardAt = now;
  }

  /** How many milestones are not yet in the journal. */
  int waiting() {
    return waiting;
  }

  void waits(int more) {
    waiting += more;
  }

  /** Whether nothing more can be said of it. */
  boolean ending() {
    return ending;
  }

  void end() {
    ending = true;
  }

  /** Completes when its ending is in the journal. */
  Future<Void> over() {
    return over.future();
  }

  void ended() {
    over.tryComplete();
  }
}
