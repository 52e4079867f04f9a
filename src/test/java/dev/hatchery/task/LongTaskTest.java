package dev.hatchery.task;

import static dev.hatchery.task.Told.completed;
import static dev.hatchery.task.Told.met;
import static dev.hatchery.task.Told.over;
import static dev.hatchery.task.Told.started;
import static dev.hatchery.task.Told.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunStatus;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks as long as they may be. */
@SuppressWarnings("NullAway.Init")
class LongTaskTest {
  @TempDir Path data;
  private Workshop shop;

  @BeforeEach
  void open() {
    shop = new Workshop(data);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void ofTheLongestTaskAllCanBeReportedButNothingMoreIsAdded() {
    var stories = IntStream.range(0, 500).mapToObj(i -> story("s" + i, 10));
    var run = shop.emit(started("long", stories.toArray(Report.Story[]::new))).getFirst().runId();

    shop.emit(begun("s0", 10), criterion("s0", 0), criterion("s0", 0));
    shop.emit(IntStream.range(1, 10).mapToObj(i -> criterion("s0", i)).toArray(Emission[]::new));
    assertThat(shop.refused(criterion("s0", 10))).isEqualTo("task_too_long");
    assertThat(shop.refused(begun("s500", null))).isEqualTo("task_too_long");
    assertThat(shop.refused(begun("s0", 11))).isEqualTo("task_too_long");
    assertThat(shop.refused(criterion("other", 0))).isEqualTo("task_too_long");
    shop.emit(Told.of("long", null, "story_completed", over("s0", true)));
    shop.emit(completed("long", true));
    await().until(() -> shop.run(run).status() == RunStatus.SUCCEEDED);
  }

  @Test
  void aTaskThatIsTooLongFromItsStartIsRefused() {
    var stories = IntStream.range(0, 501).mapToObj(i -> story("s" + i, null));
    assertThat(shop.refused(started("long", stories.toArray(Report.Story[]::new))))
        .isEqualTo("task_too_long");
  }

  private static Emission begun(String story, @Nullable Integer criteria) {
    return Told.of("long", null, "story_started", new Report.StoryStarted(story(story, criteria)));
  }

  private static Emission criterion(String story, int index) {
    return Told.of("long", null, "ac_completed", met(story, index));
  }
}
