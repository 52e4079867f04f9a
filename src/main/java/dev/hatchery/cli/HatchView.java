package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.screen.SafeText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a hatching, event after event.
 *
 * @param progress 0 to 100
 * @param measured 0 to {@code progress}
 * @param message the last one; empty before the first
 * @param remaining null when nobody can say
 * @param companion who it will be or is, or null before that is known
 * @param notice what is the matter with the connection; empty when nothing is
 */
record HatchView(
    String description,
    Stage stage,
    double progress,
    double measured,
    String message,
    @Nullable Remaining remaining,
    @Nullable Companion companion,
    String notice) {

  /** Before the first event. */
  static HatchView of(String description) {
    return new HatchView(SafeText.of(description), Stage.WAITING, 0, 0, "", null, null, "");
  }

  /** Whether the number shown is not yet one that was measured. */
  boolean estimated() {
    return progress > measured && stage != Stage.HATCHED;
  }

  /** The same hatching with something the matter, or with nothing for an empty sentence. */
  HatchView noticing(String sentence) {
    return new HatchView(
        description, stage, progress, measured, message, remaining, companion, sentence);
  }

  /** What is known after an event. Types that say nothing about it change nothing. */
  HatchView after(String type, Facts data, Duration elapsed) {
    var next =
        switch (type) {
          case "queued" -> Stage.WAITING;
          case "llm_progress" -> Stage.WRITING;
          case "backstory_complete", "avatar_progress" -> Stage.PAINTING;
          case "progress" -> Stage.SAVING;
          case "complete" -> Stage.HATCHED;
          case "error" -> Stage.FAILED;
          case "cancelled" -> Stage.CANCELLED;
          default -> null;
        };
    return next == null ? this : at(next, data, elapsed);
  }

  private HatchView at(Stage next, Facts data, Duration elapsed) {
    // Also a server with another idea of progress cannot move our bar back.
    var shown = Math.clamp(data.number("progress").orElse(progress), progress, 100);
    var said = data.text("message");
    return new HatchView(
        description,
        next,
        shown,
        Math.min(shown, data.number("measured").orElse(measured)),
        said.isEmpty() ? message : said,
        later(Remaining.of(data, elapsed), remaining),
        later(Companion.in(data), companion),
        "");
  }

  private static <T> @Nullable T later(@Nullable T next, @Nullable T before) {
    return next == null ? before : next;
  }
}
