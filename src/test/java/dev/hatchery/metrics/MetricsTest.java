package dev.hatchery.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final RunId RUN = new RunId("0123456789abcdefghijklmnop");

  private final Metrics metrics = new Metrics();

  @Test
  void eventsAreCountedByKindAndTypeAndNeverByWhatAClientMadeUp() {
    metrics.told(List.of(event(7, "made_up_by_somebody", true), event(8, "progress", false)));
    metrics.told(List.of(event(9, "another", true), event(10, "progress", true)));

    assertThat(scraped())
        .contains("hatchery_events_total{kind=\"task\",sort=\"milestone\",type=\"other\"} 2.0")
        .contains("hatchery_events_total{kind=\"task\",sort=\"tick\",type=\"progress\"} 1.0")
        .contains("hatchery_events_total{kind=\"task\",sort=\"milestone\",type=\"progress\"} 1.0")
        .contains("hatchery_journal_head 10.0")
        .doesNotContain("made_up");
  }

  @Test
  void whatSeveralCountOfTheWatchersIsPutTogether() {
    metrics.watched("one", Map.of("sse", 97, "poll", 1), List.of(40L));
    metrics.watched("other", Map.of("sse", 2), List.of(7L));

    assertThat(scraped())
        .contains("hatchery_watchers{way=\"sse\"} 99.0")
        .contains("hatchery_watchers{way=\"poll\"} 1.0")
        .contains("hatchery_watchers_behind 2.0")
        .contains("hatchery_watcher_lag_events{quantile=\"0.99\"} 7.0")
        .contains("hatchery_watcher_lag_events{quantile=\"1\"} 40.0");

    metrics.watched("one", Map.of("sse", 96, "poll", 0), List.of());
    metrics.watched("other", Map.of(), List.of());

    assertThat(scraped())
        .contains("hatchery_watchers{way=\"sse\"} 96.0")
        .contains("hatchery_watchers{way=\"poll\"} 0.0")
        .contains("hatchery_watchers_behind 0.0")
        .contains("hatchery_watcher_lag_events{quantile=\"1\"} 0.0");
  }

  @Test
  void conflationsAreCountedWhereTheyHappen() {
    metrics.conflatedBeforeTheJournal(3);
    metrics.conflatedForWatchers(5);

    assertThat(scraped())
        .contains("hatchery_conflations_total{at=\"journal\"} 3.0")
        .contains("hatchery_conflations_total{at=\"watcher\"} 5.0");
  }

  @Test
  void durationsAreHistogramsInSeconds() {
    metrics.committed(Duration.ofMillis(3));
    metrics.phase(
        new Learning.Timed(RUN, 1, "llm", "ollama", "x", NOON, NOON.plusSeconds(4), null, null));

    assertThat(scraped())
        .contains("hatchery_journal_commit_seconds_bucket{le=\"0.002\"} 0")
        .contains("hatchery_journal_commit_seconds_bucket{le=\"0.005\"} 1")
        .contains(
            "hatchery_phase_seconds_sum{phase=\"llm\",provider=\"ollama\",stand_in=\"false\"} 4.0");
  }

  @Test
  void theQueueIsWhatItIsNow() {
    metrics.queue(1, 3);

    assertThat(scraped())
        .contains("hatchery_queue_runs{state=\"waiting\"} 3.0")
        .contains("jvm_memory_used_bytes");
  }

  private String scraped() {
    return new String(metrics.scrape(), StandardCharsets.UTF_8);
  }

  private static Event event(long id, String type, boolean milestone) {
    var about = new Subject(RUN, 1, Owner.LOCAL, RunKind.TASK, "t");
    return new Event(id, about, id, type, milestone, false, NOON, "{\"a\":1}");
  }
}
