package dev.hatchery.task;

import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reported runs as they are before their first event. */
final class NewRuns {
  private static final List<Phase> PLAN = List.of(new Phase("task", 0, 100));

  private NewRuns() {}

  /** The run of an owner that begins with this emission. */
  static Run of(Owner owner, @Nullable String name, Emission first, Instant now) {
    var title = title(name, first);
    return new Run(
        RunId.random(),
        0,
        owner,
        name,
        new Order.Reported(kind(first), title),
        null,
        RunStatus.RUNNING,
        new Standing(0, 0, null, title, null),
        0,
        now,
        null,
        null,
        null,
        1,
        null,
        null,
        0,
        0,
        0,
        0,
        PLAN,
        new Checkpoint.Reported(TaskProgress.begin(first.taskId(), title, now).checklist()),
        null,
        null);
  }

  private static RunKind kind(Emission first) {
    return first.report() instanceof Report.TaskStarted started ? started.kind() : RunKind.TASK;
  }

  private static String title(@Nullable String name, Emission first) {
    if (first.report() instanceof Report.TaskStarted started && started.title() != null) {
      return started.title();
    }
    return name == null ? "Reported work" : name;
  }
}
