package dev.hatchery.metrics;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.RunKind;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** How many events there were, each found again without anything new being made for it. */
final class EventCounts {
  /** The type of all that other programs call as they like. */
  private static final String OTHER = "other";

  private final Counter events;
  private final Map<RunKind, Map<String, CounterDataPoint>> milestones = byKind();
  private final Map<RunKind, Map<String, CounterDataPoint>> ticks = byKind();

  EventCounts(PrometheusRegistry registry) {
    events =
        Counter.builder()
            .name("hatchery_events")
            .help(
                "Events in the journal by the kind of their run, their type, and whether they can"
                    + " be superseded.")
            .labelNames("kind", "type", "sort")
            .register(registry);
  }

  void count(Event event) {
    var kind = event.about().kind();
    var type = EventType.known(event.type()) ? event.type() : OTHER;
    var ofKind = Objects.requireNonNull((event.milestone() ? milestones : ticks).get(kind));
    var count = ofKind.get(type);
    (count == null ? ofKind.computeIfAbsent(type, t -> counter(kind, t, event)) : count).inc();
  }

  private CounterDataPoint counter(RunKind kind, String type, Event event) {
    return events.labelValues(
        kind.name().toLowerCase(Locale.ROOT), type, event.milestone() ? "milestone" : "tick");
  }

  private static Map<RunKind, Map<String, CounterDataPoint>> byKind() {
    var all = new EnumMap<RunKind, Map<String, CounterDataPoint>>(RunKind.class);
    for (var kind : RunKind.values()) {
      all.put(kind, new ConcurrentHashMap<>());
    }
    return all;
  }
}
