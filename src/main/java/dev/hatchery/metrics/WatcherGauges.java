package dev.hatchery.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who watches now: each who counts some tells them alone, and they are put together when asked. */
final class WatcherGauges {
  private static final double NEARLY_ALL = .99;

  /** What somebody counted. */
  private record Count(Map<String, Integer> ways, List<Long> behind) {
    Count {
      ways = Map.copyOf(ways);
      behind = List.copyOf(behind);
    }
  }

  private final Map<Object, Count> counts = new ConcurrentHashMap<>();
  private final Gauge watchers;
  private final Gauge behind;
  private final Gauge lag;

  WatcherGauges(PrometheusRegistry registry) {
    watchers =
        Gauge.builder()
            .name("hatchery_watchers")
            .help("Who watches, by how.")
            .labelNames("way")
            .register(registry);
    behind =
        Gauge.builder()
            .name("hatchery_watchers_behind")
            .help("Watchers who still read what was, and do not get what happens now.")
            .register(registry);
    lag =
        Gauge.builder()
            .name("hatchery_watcher_lag_events")
            .help("How many events of the journal this share of the watchers is behind at most.")
            .labelNames("quantile")
            .register(registry);
  }

  void count(Object by, Map<String, Integer> ways, List<Long> behindOfEach) {
    if (ways.isEmpty()) {
      counts.remove(by);
    } else {
      counts.put(by, new Count(ways, behindOfEach));
    }
  }

  /** Sets the gauges to what was told last. */
  synchronized void update() {
    var now = List.copyOf(counts.values());
    var ways = new HashMap<String, Integer>();
    for (var count : now) {
      count.ways().forEach((way, many) -> ways.merge(way, many, Integer::sum));
    }
    ways.forEach((way, many) -> watchers.labelValues(way).set(many));
    var lags = now.stream().flatMap(count -> count.behind().stream()).sorted().toList();
    behind.set(lags.size());
    var all = Math.max(lags.size(), ways.values().stream().mapToInt(Integer::intValue).sum());
    lag.labelValues("0.99").set(quantile(lags, all, NEARLY_ALL));
    lag.labelValues("1").set(quantile(lags, all, 1));
  }

  /** The live ones, which are behind by nothing, come before those of the list. */
  private static double quantile(List<Long> lags, int all, double share) {
    var live = all - lags.size();
    var place = (int) Math.ceil(share * all) - 1 - live;
    return place < 0 ? 0 : lags.get(place);
  }
}
