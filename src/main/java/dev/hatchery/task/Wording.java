package dev.hatchery.task;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checklist.Stage;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Report;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said for people. */
final class Wording {
  private Wording() {}

  /** Of an emission, with the checklist that it led to; its own words go before ours. */
  static String of(Emission emission, Checklist list) {
    return Objects.requireNonNullElseGet(
        emission.message(),
        () ->
            switch (emission.report()) {
              case Report.TaskStarted it -> begins(list);
              case Report.StoryStarted it ->
                  "%s: %s"
                      .formatted(
                          place(list, it.story().id()), sentence(title(list, it.story().id())));
              case Report.CriterionMet it -> criteria(list, it.storyId());
              case Report.StoryCompleted it -> story(list, it);
              case Report.TaskCompleted it -> outcome(list, it.passed()) + ".";
              case Report.Trouble it ->
                  sentence(Objects.requireNonNullElse(it.words(), "Something went wrong."));
              case Report.Measured it ->
                  list.storyCount() > 0 ? criteria(list, null) : percent(it.percent());
              case Report.Other it -> words(emission.type());
            });
  }

  /** Of a task that is over. */
  static String ending(Checklist list, boolean passed) {
    var outcome = outcome(list, passed);
    var stories = list.stories().size();
    if (stories == 0) {
      return outcome + ".";
    }
    var good = list.stories().stream().filter(story -> story.stage() == Stage.PASSED).count();
    return "%s: %d of %s passed."
        .formatted(outcome, good, count(Math.max(stories, list.storyCount()), "story", "stories"));
  }

  private static String outcome(Checklist list, boolean passed) {
    if (passed) {
      return list.title() + " is done";
    }
    var code = list.exitCode();
    return list.title() + (code == null ? " failed" : " failed with exit code " + code);
  }

  /** An event's type as words. */
  static String words(String type) {
    var words = type.replaceAll("[_.-]+", " ").strip();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private static String begins(Checklist list) {
    if (list.storyCount() == 0) {
      return list.title() + " begins.";
    }
    var stories = count(list.storyCount(), "story", "stories");
    return list.weighed()
        ? "%s begins: %s, %s."
            .formatted(list.title(), stories, count(all(list), "criterion", "criteria"))
        : "%s begins: %s.".formatted(list.title(), stories);
  }

  private static String criteria(Checklist list, @Nullable String id) {
    var story = id == null ? list.current() : id;
    if (story == null) {
      return "The work goes on.";
    }
    if (list.weighed()) {
      var met = list.stories().stream().mapToInt(Checklist.Story::met).sum();
      return "%s, %d of %s."
          .formatted(place(list, story), met, count(all(list), "criterion", "criteria"));
    }
    var it = list.stories().get(Bookkeeping.place(list.stories(), story));
    return it.announced() == 0
        ? "%s, %s met.".formatted(place(list, story), count(it.met(), "criterion", "criteria"))
        : "%s, criterion %d of %d.".formatted(place(list, story), it.met(), it.criteriaCount());
  }

  private static String story(Checklist list, Report.StoryCompleted report) {
    var outcome = report.passed() ? "passed" : "failed";
    return report.storyId() == null
        ? "The story %s.".formatted(outcome)
        : "%s %s: %s"
            .formatted(
                place(list, report.storyId()), outcome, sentence(title(list, report.storyId())));
  }

  /** "Story 3 of 4", as the stories were told. */
  private static String place(Checklist list, String id) {
    var number = Bookkeeping.place(list.stories(), id) + 1;
    return list.storyCount() == 0
        ? "Story " + number
        : "Story %d of %d".formatted(number, Math.max(list.storyCount(), list.stories().size()));
  }

  private static String title(Checklist list, String id) {
    return list.stories().get(Bookkeeping.place(list.stories(), id)).title();
  }

  private static int all(Checklist list) {
    return list.stories().stream().mapToInt(Checklist.Story::criteriaCount).sum();
  }

  private static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  private static String percent(double percent) {
    var tenths = Math.floor(percent * 10) / 10;
    return tenths == Math.rint(tenths)
        ? "%.0f %% is done.".formatted(tenths)
        : String.format(Locale.ROOT, "%.1f %% is done.", tenths);
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.!?…]") ? text : text + ".";
  }
}
