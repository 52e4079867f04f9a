package dev.hatchery.metrics;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Learning;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one process. Safe for every thread; what is told often costs an addition or two.
 * No label takes what a client made up, so that nobody can grow the number of series.
 */
public final class Metrics {
  /** How {@link #scrape} is to be sent. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double NANOS = 1e9;
  private static final double[] MOMENTS = {
    .0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5
  };
  private static final double[] PHASES = {.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800};

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Counter events =
      Counter.builder()
          .name("hatchery_events")
          .help(
              "Events in the journal, by the kind of their run and whether they can be superseded.")
          .labelNames("kind", "sort")
          .register(registry);

  private final DistributionDataPoint commits =
      histogram("hatchery_journal_commit", "How long a commit of the journal took.", MOMENTS);

  private final CounterDataPoint refused =
      Counter.builder()
          .name("hatchery_journal_failures")
          .help("Commits of the journal that failed.")
          .register(registry);

  private final GaugeDataPoint head =
      Gauge.builder()
          .name("hatchery_journal_head")
          .help("The id of the newest event.")
          .register(registry);

  private final Gauge queue =
      Gauge.builder()
          .name("hatchery_queue_runs")
          .help("Runs that this node works on, and runs that wait.")
          .labelNames("state")
          .register(registry);

  private final Histogram phases =
      Histogram.builder()
          .name("hatchery_phase")
          .unit(Unit.SECONDS)
          .help(
              "How long the phases of hatchings took, by who did it and whether a stand-in was"
                  + " needed.")
          .labelNames("phase", "provider", "stand_in")
          .classicOnly()
          .classicUpperBounds(PHASES)
          .register(registry);

  /** All at zero, and the figures of the JVM. */
  public Metrics() {
    JvmMetrics.builder().register(registry);
  }

  /** A commit of the journal took so long. */
  public void committed(Duration took) {
    commits.observe(seconds(took));
  }

  /** These events are in the journal. */
  public void told(List<Event> told) {
    for (var event : told) {
      events
          .labelValues(
              event.about().kind().name().toLowerCase(Locale.ROOT),
              event.milestone() ? "milestone" : "tick")
          .inc();
    }
    if (!told.isEmpty()) {
      head.set((double) told.getLast().id());
    }
  }

  /** A commit failed. */
  public void commitFailed() {
    refused.inc();
  }

  /** How many runs are at work on this node and how many wait. */
  public void queue(int working, int waiting) {
    queue.labelValues("working").set(working);
    queue.labelValues("waiting").set(waiting);
  }

  /** A phase of a run has ended. */
  public void phase(Learning.Timed timed) {
    phases
        .labelValues(timed.phase(), timed.provider(), Boolean.toString(timed.standIn() != null))
        .observe(seconds(Duration.between(timed.startedAt(), timed.endedAt())));
  }

  /** All of it, in the text format of Prometheus. */
  public byte[] scrape() {
    var text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }

  private Histogram histogram(String name, String help, double... bounds) {
    return Histogram.builder()
        .name(name)
        .unit(Unit.SECONDS)
        .help(help)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
