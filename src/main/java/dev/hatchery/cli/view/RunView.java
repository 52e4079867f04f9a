package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.screen.SafeText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run, event after event.
 *
 * @param progress 0 to 100
 * @param measured 0 to {@code progress}
 * @param message the last one; empty before the first
 * @param remaining null when nobody can say
 * @param companion who hatches, or null before that is known and where nobody does
 * @param checklist its stories; empty where there are none
 */
public record RunView(
    RunKind kind,
    String title,
    Stage stage,
    double progress,
    double measured,
    String message,
    @Nullable Remaining remaining,
    @Nullable Companion companion,
    Checklist checklist,
    Notice notice)
    implements Shown {

  /** Before the first event. */
  public static RunView of(RunKind kind, String title) {
    return new RunView(
        kind,
        SafeText.of(title),
        Stage.WAITING,
        0,
        0,
        "",
        null,
        null,
        Checklist.EMPTY,
        Notice.NONE);
  }

  /**
   * What a run says of itself.
   *
   * @param elapsed since it started
   */
  public static RunView of(Facts run, Duration elapsed) {
    var progress = Math.clamp(run.number("progress").orElse(0), 0, 100);
    return new RunView(
        RunKind.of(run.text("kind")),
        run.text("title"),
        Stage.of(run.text("status")),
        progress,
        Math.clamp(run.number("measured").orElse(progress), 0, progress),
        run.text("message"),
        Remaining.of(run, elapsed),
        Companion.in(run.at("result")),
        Checklist.of(run.at("task")),
        Notice.NONE);
  }

  @Override
  public boolean ended() {
    return stage.ended();
  }

  @Override
  public boolean failed() {
    return stage == Stage.FAILED;
  }

  /** Whether the number shown is not yet one that was measured. */
  public boolean estimated() {
    return progress > measured && stage != Stage.SUCCEEDED;
  }

  /** Where it stands, in words. */
  public String standing() {
    return kind.words(stage);
  }

  /** The same run with this to say of the connection. */
  public RunView noticing(Notice other) {
    return new RunView(
        kind, title, stage, progress, measured, message, remaining, companion, checklist, other);
  }

  /**
   * What is known after an event. Types that say nothing about it change nothing.
   *
   * @param elapsed since the run started, when it happened
   */
  public RunView after(String type, Facts data, Duration elapsed) {
    var next = kind.after(type);
    return next == null ? this : at(next, type, data, elapsed);
  }

  private RunView at(Stage next, String type, Facts data, Duration elapsed) {
    // Also a server with another idea of progress cannot move our bar back.
    var shown = Math.clamp(data.number("progress").orElse(progress), progress, 100);
    var said = data.text("message");
    return new RunView(
        kind,
        title,
        next,
        shown,
        Math.min(shown, data.number("measured").orElse(measured)),
        said.isEmpty() ? message : said,
        later(Remaining.of(data, elapsed), remaining),
        later(Companion.in(data), companion),
        kind == RunKind.HATCH ? checklist : checklist.after(type, data),
        notice);
  }

  private static <T> @Nullable T later(@Nullable T next, @Nullable T before) {
    return next == null ? before : next;
  }
}
