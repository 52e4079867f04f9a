package dev.hatchery.metrics;

import dev.hatchery.protocol.Node;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.function.Predicate;

/** Of a node among others: what it holds, what it took over, and what it had to let go of. */
public final class LeaseFigures {
  private final PrometheusRegistry registry;
  private final Gauge held;
  private final Gauge nodes;
  private final CounterDataPoint takeovers;
  private final CounterDataPoint lost;
  private final CounterDataPoint lapses;
  private final CounterDataPoint late;

  LeaseFigures(PrometheusRegistry registry) {
    this.registry = registry;
    held = gauge("hatchery_leases_held", "Hatchings and missions that this node holds.");
    nodes = gauge("hatchery_nodes", "Nodes by how they are, as this one sees them.", "state");
    nodes(List.of());
    takeovers =
        counter(
            "hatchery_takeovers", "Runs that this node went on with after another one's death.");
    lost = counter("hatchery_leases_lost", "Runs that were taken from this node.");
    lapses =
        counter(
            "hatchery_lease_lapses",
            "How often this node let go of everything, since it could not renew in time.");
    late = counter("hatchery_lease_renewals_late", "Renewals that failed or were not answered.");
  }

  /** So many runs are held. */
  public void held(int runs) {
    held.set(runs);
  }

  /** These nodes there are. */
  public void nodes(List<Node> known) {
    count("alive", known, Node::alive);
    count("leaving", known, Node::leaving);
    count("gone", known, node -> !node.alive());
  }

  private void count(String state, List<Node> known, Predicate<Node> counts) {
    nodes.labelValues(state).set((double) known.stream().filter(counts).count());
  }

  /** A run of a node that died is gone on with here. */
  public void tookOver() {
    takeovers.inc();
  }

  /** A run was taken from this node. */
  public void lost() {
    lost.inc();
  }

  /** The lease of this node has ended. */
  public void lapsed() {
    lapses.inc();
    held.set(0);
  }

  /** A renewal was not answered in time. */
  public void late() {
    late.inc();
  }

  private Gauge gauge(String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private CounterDataPoint counter(String name, String help) {
    return Counter.builder().name(name).help(help).register(registry);
  }
}
