package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Run;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;

/** A reported run that has not ended; lives on its verticle's event loop. */
final class Task {
  private final Run run;
  private final TaskProgress progress;
  private Promise<Void> over = Promise.promise();
  private Instant heardAt;
  private int waiting;
  private int course;
  private boolean concluding;
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

  /** Grows whenever something that was said of it was not recorded. */
  int course() {
    return course;
  }

  /** What was said since then was not recorded, so it is as it was. */
  void takeBack(TaskProgress.Standing then, ProblemException why) {
    course++;
    progress.restore(then);
    if (concluding) {
      concluding = false;
      var before = over;
      over = Promise.promise();
      before.tryFail(why);
    }
  }

  /** Whether nothing more can be said of it. */
  boolean ending() {
    return concluding || ending;
  }

  /** Its program says that it is over. */
  void conclude() {
    concluding = true;
  }

  void end() {
    ending = true;
  }

  /** Completes when its ending is in the journal; fails when that is not going to be. */
  Future<Void> over() {
    return over.future();
  }

  /** It has no ending for now. */
  void lost(ProblemException why) {
    over.tryFail(why);
  }

  void ended() {
    over.tryComplete();
  }
}
