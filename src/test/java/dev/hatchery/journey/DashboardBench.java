package dev.hatchery.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.hatchery.bench.Figures;
import dev.hatchery.bench.Latencies;
import dev.hatchery.bench.Measured;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From when a step of a mission is recorded to when a page has painted it, while 199 other
 * dashboards are told the same and ask what a page asks. The first missions are not counted: they
 * belong to the compilers of both processes.
 */
@Tag("bench")
@ExtendWith(Measured.class)
class DashboardBench {
  private static final int OTHERS = 199;
  private static final int WARM_UP = 10; // missions
  private static final int MISSIONS = 20;
  private static final int STEPS = 7;
  private static final int WITHIN = 200; // ms

  /** Notes when each step of each mission is seen as done, once the frame that shows it is over. */
  private static final String OBSERVE =
      """
      () => {
        window.painted = {};
        const look = () => {
          const at = performance.timeOrigin + performance.now();
          const mission = document.querySelector('#mission h2 a').pathname.split('/').at(-1);
          document.querySelectorAll('#mission h-seven li').forEach((step, i) => {
            if (step.dataset.is === 'met') window.painted[mission + ' ' + (i + 1)] ??= at;
          });
        };
        new MutationObserver(() => requestAnimationFrame(look)).observe(
          document.querySelector('#mission'), { attributes: true, subtree: true, childList: true });
      }
      """;

  @TempDir Path folder;

  @Test
  void aStepIsSeenWith200DashboardsOpen(Figures figures) {
    try (var server = Server.start(folder.resolve("data"), Map.of());
        var browser = Browser.alone()) {
      var page = browser.open(server.uri("/missions").toString());
      page.waitForSelector("h-connection[state=live]");
      page.evaluate(OBSERVE);
      var latencies = measured(server, page);
      figures.add("m a step is painted, 200 dashboards: ms, median", latencies.millis(0.5));
      figures.add("m a step is painted, 200 dashboards: ms, 95 of 100", latencies.millis(0.95));
      figures.add("m a step is painted, 200 dashboards: ms, all", latencies.millis(1));
      figures.add("m a step is painted, 200 dashboards: share in 200 ms", latencies.share(WITHIN));
    }
  }

  private static Latencies measured(Server server, Page page) {
    try (var others = new Dashboards(server, OTHERS)) {
      await().until(() -> others.haveSeen(0));
      measured(server, page, WARM_UP);
      var latencies = measured(server, page, MISSIONS);
      await().until(() -> others.haveSeen(WARM_UP + MISSIONS));
      return latencies;
    }
  }

  private static Latencies measured(Server server, Page page, int missions) {
    var client = new Client(server);
    var latencies = new Latencies();
    for (var i = 0; i < missions; i++) {
      var id = client.carryOut("What is %d %% of 2,400?".formatted(i + 1));
      page.waitForFunction("id => window.painted[id + ' 7']", id);
      @SuppressWarnings("unchecked")
      var painted = (Map<String, Object>) page.evaluate("() => window.painted");
      var completed = completed(client, id);
      assertThat(completed).hasSize(STEPS);
      for (var step = 1; step <= STEPS; step++) {
        var at = ((Number) requireNonNull(painted.get(id + " " + step))).doubleValue(); // ms
        latencies.add((long) (1e6 * (at - completed.get(step - 1).toEpochMilli())));
      }
    }
    return latencies;
  }

  /** When each step was recorded as done. */
  private static List<Instant> completed(Client client, String id) {
    var completed = new ArrayList<Instant>();
    client.watch(
        id,
        0,
        told -> {
          if (told.type().equals("step_completed")) {
            completed.add(Instant.parse(told.data().path("timestamp").asText()));
          }
          return false;
        });
    return completed;
  }
}
