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
import java.util.Map;

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

  private final EventCounts events = new EventCounts(registry);
  private final WatcherGauges watchers = new WatcherGauges(registry);
  private final LeaseFigures leases = new LeaseFigures(registry);

  private final DistributionDataPoint commits =
      histogram("hatchery_journal_commit", "How long a commit of the journal took.", MOMENTS);

  private final Counter conflations =
      Counter.builder()
          .name("hatchery_conflations")
          .help(
              "Ticks that a newer one stands for: before the journal, since a run says no more in a"
                  + " second, or for a watcher who lags.")
          .labelNames("at")
          .register(registry);

  private final CounterDataPoint unwritten = conflations.labelValues("journal");
  private final CounterDataPoint unshown = conflations.labelValues("watcher");

  private final DistributionDataPoint acknowledged =
      histogram(
          "hatchery_emit_acknowledged",
          "From the arrival of a POST /emit until all of it was in the journal.",
          MOMENTS);

  private final DistributionDataPoint received =
      histogram(
          "hatchery_emit_receipt",
          "From the arrival of a POST /emit until its last event was written to the sockets of its"
              + " watchers; a sample, the watchers on the event loop of the request.",
          MOMENTS);

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

  /** Those of a node among others. */
  public LeaseFigures leases() {
    return leases;
  }

  /** A commit of the journal took so long. */
  public void committed(Duration took) {
    commits.observe(seconds(took));
  }

  /** These events are in the journal. */
  public void told(List<Event> told) {
    told.forEach(events::count);
    if (!told.isEmpty()) {
      head.set((double) told.getLast().id());
    }
  }

  /** So many ticks were superseded by newer ones before they were written. */
  public void conflatedBeforeTheJournal(int ticks) {
    unwritten.inc(ticks);
  }

  /** So many ticks were left out for somebody who lags, since newer ones stand for them. */
  public void conflatedForWatchers(int ticks) {
    unshown.inc(ticks);
  }

  /** An emit was in the journal so long after it came. */
  public void acknowledged(Duration took) {
    acknowledged.observe(seconds(took));
  }

  /** An event was written to the sockets of its watchers so long after its emit came. */
  public void received(Duration took) {
    received.observe(seconds(took));
  }

  /**
   * Some watchers are counted.
   *
   * @param by who counts them; what it told before is void
   * @param ways how many there are by how they watch
   * @param behind of each that lags, by how many events
   */
  public void watched(Object by, Map<String, Integer> ways, List<Long> behind) {
    watchers.count(by, ways, behind);
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
    watchers.update();
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
