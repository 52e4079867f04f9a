package dev.hatchery.avatar.http;

import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds our job among those of a server that tells only about the one it works on, whoever's it is.
 */
final class A1111Progress {

  private @Nullable A1111Job before;
  private @Nullable String ours;
  private double fraction;

  /** What ran before we asked for anything; never called when the server does not say. */
  void before(A1111Job job) {
    if (job.running()) {
      before = job;
    }
  }

  /** Whether the server works on our picture, or has. */
  boolean begun() {
    return ours != null;
  }

  /** Whether it works on somebody else's now. */
  boolean foreign() {
    return before != null && ours == null;
  }

  /** How far our picture is; nothing while it is somebody else's turn. */
  Optional<RenderReport> read(A1111Job job) {
    if (ours == null && !ourTurn(job)) {
      return Optional.empty();
    }
    if (ours == null) {
      ours = job.stamp();
    }
    if (!job.running() || !job.stamp().equals(ours)) {
      return afterwards();
    }
    return Optional.of(during(job));
  }

  private boolean ourTurn(A1111Job job) {
    var other = before;
    if (!job.running() || (other != null && !job.stamp().equals(other.stamp()))) {
      before = null;
    }
    return job.running() && before == null;
  }

  private RenderReport during(A1111Job job) {
    fraction = Math.max(fraction, job.fraction());
    if (fraction >= 1) {
      return finishing(1);
    }
    if (fraction == 0 && job.step() == 0) {
      return new RenderReport(State.PREPARING, 0, 0, 0, "The painter is getting ready.");
    }
    return new RenderReport(State.STEPPING, fraction, job.step(), job.steps(), words(job));
  }

  // It forgets its progress before it answers: the picture is still decoded and packed.
  private Optional<RenderReport> afterwards() {
    return fraction == 0 ? Optional.empty() : Optional.of(finishing(fraction));
  }

  private static RenderReport finishing(double fraction) {
    return new RenderReport(State.FINISHING, fraction, 0, 0, "Finishing…");
  }

  private static String words(A1111Job job) {
    return job.steps() == 0
        ? "Painting."
        : "Painting, step %d of %d.".formatted(job.step(), job.steps());
  }
}
